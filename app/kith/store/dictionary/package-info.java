/// Dictionaries of the Hunspell kind, which say how words are spelt: pairs of files `en_GB.aff` and
/// `en_GB.dic`, read and asked by Lucene.
///
/// **Not ours.** They come with the operating system or from the user, so that nothing is believed
/// of them: [kith.store.dictionary.DictionaryFiles] reads no more than a sensible one has, for no
/// longer than that takes, and what can't be read is no dictionary. Each question to one
/// ([kith.store.dictionary.WordBook]) has its time, too.
///
/// **Threads.** All of it blocks and may be called on any thread; none is made here.
///
/// **Where to add.** Another place in which programs put dictionaries:
/// `kith.desktop.DictionaryPlaces`.
@NullMarked
package kith.store.dictionary;

import org.jspecify.annotations.NullMarked;
