/// What notices on the desktop say.
///
/// **Threads.** Any.
///
/// **Why so.** The desktop shows it and not Kith: on a locked screen, too, and by rules of its own.
/// So all that others wrote is one line here, of a bounded length, and keeps its direction to
/// itself.
///
/// **Where to add.** The words of another [kith.session.notify.Notice].
@NullMarked
package kith.ui.notify;

import org.jspecify.annotations.NullMarked;
