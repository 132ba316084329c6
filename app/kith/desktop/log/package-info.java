/// The log: `kith.0.log` in the state folder, and on the terminal where there is no window.
///
/// Kith logs through SLF4J, Smack through `java.util.logging`; both end here. The set-up is code,
/// because reading a file for it would be on the way to the first window; the log file itself opens
/// at its first line.
///
/// Bodies, passwords and keys never reach a log: that is the duty of whoever logs.
@NullMarked
package kith.desktop.log;

import org.jspecify.annotations.NullMarked;
