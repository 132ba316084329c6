/// The quick switcher: a field over the window that finds any chat, contact or room by a few
/// letters, to go there or to forward words to it.
///
/// **Threads.** FX thread only.
///
/// **Why so.** The keyboard stays in the field all the time; which row Enter is for is state of the
/// view-model, so that the rows can change under it and it stays with what it was on.
///
/// **Where to add.** Another kind of thing to find is a record in [kith.ui.switcher.SwitcherRow].
@NullMarked
package kith.ui.switcher;

import org.jspecify.annotations.NullMarked;
