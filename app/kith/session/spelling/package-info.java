/// The spelling of what the user writes, by the dictionaries of the operating system.
///
/// [kith.session.spelling.SpellingService] knows which there are, which of them is used in a chat,
/// and the words that the user says are right. [kith.session.spelling.WrittenWords] finds what is a
/// word in a text and what is none: addresses, names, code. A dictionary is read when it is needed
/// first, once for all chats, and given back when it has not been asked for long
/// ([kith.session.spelling.BookShelf]): a large one takes some ten megabytes.
///
/// **Threads.** State lives on core; dictionaries are read and asked on io.
///
/// **Where to add.** Something in a text that is no word: `WrittenWords`.
@NullMarked
package kith.session.spelling;

import org.jspecify.annotations.NullMarked;
