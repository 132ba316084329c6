/// Notices on a freedesktop.org desktop, over D-Bus: Desktop Notifications Specification 1.2 as far
/// as showing, replacing, opening and taking away needs it.
///
/// Nothing here is loaded before the first notice. Where there is no bus, or nobody on it shows
/// notifications, nothing is shown, and the log says so once.
///
/// **Threads.** None of its own: what blocks is done on io, one thing after the other, and only the
/// newest wish of each subject. What the user does comes on a thread of the D-Bus library's and is
/// handed on.
@NullMarked
package kith.desktop.notify;

import org.jspecify.annotations.NullMarked;
