/// The operating system: folders, the key ring, notifications, the one running instance, the log.
///
/// Nothing here knows what Kith does with it; interfaces that the session declares are implemented
/// here, and `Main` and `Wiring` hand them over.
///
/// **Start.** All of it lies on the way to the first window, so nothing is loaded before it is
/// needed: the key ring connects at the first question, the notifications at the first notice, the
/// log file opens at the first line, the socket for a second start is bound after the window is on
/// its way.
///
/// **Threads.** None of its own: what blocks says so and is called on io.
///
/// **Where to add.** The key ring of another system is another [kith.session.account.SecretStore]
/// here, chosen in `Main`; what shows notices on another is another [kith.session.notify.Notices],
/// begun with in `Window`. Where programs keep dictionaries: [kith.desktop.DictionaryPlaces].
@NullMarked
package kith.desktop;

import org.jspecify.annotations.NullMarked;
