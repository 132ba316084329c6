/// The command line: what the user typed, and the commands that need no window.
///
/// **One code path.** Every command is a [kith.cli.Request], done by [kith.cli.RequestRunner] on a
/// session. Where Kith already runs in the data folder, the request goes there as a line of JSON
/// and is done on *that* session, window or not; else the command opens one for itself. So a
/// command never races a window for the history, and neither knows about the other.
///
/// **Start.** A plain start of the window is read by [kith.cli.WindowLine], by hand: loading the
/// library that reads the rest would delay the window.
///
/// **Threads.** Commands run on the thread of `main` and block it. Events of the session are told
/// on the core lane and printed on io.
///
/// **Where to add a command.** A case of [kith.cli.Request]; the build breaks at
/// [kith.cli.RequestRunner], which leads to doing it; then its class beside [kith.cli.SendCommand],
/// listed in [kith.cli.KithCommand], and its section in `packaging/linux/kith.1`.
@NullMarked
package kith.cli;

import org.jspecify.annotations.NullMarked;
