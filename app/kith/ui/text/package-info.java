/// What Kith says to its user: sentences by key, times, initials.
///
/// **Threads.** Everything here is immutable after it was made and may be used on any thread.
///
/// **Why.** No sentence is glued from parts: a key names the meaning, the translation has the whole
/// sentence, with plural forms where a number decides.
///
/// Add a sentence to `resources/kith/text/strings.properties`, in the section of its screen, and
/// use its key with [kith.ui.text.Texts]. A test finds keys that are missing, and keys that nobody
/// uses.
@NullMarked
package kith.ui.text;

import org.jspecify.annotations.NullMarked;
