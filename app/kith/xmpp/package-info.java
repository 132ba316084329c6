/// The wire: what goes out to a server and what comes in, as events in Kith's own words.
///
/// Smack lives here and nowhere else. `link` connects and signs in; `door` unwraps and vouches for
/// what comes in; `xep` has one class per extension, its number in its name.
///
/// **Up.** Smack's reader thread does two things with a stanza: it secures it and hands it to the
/// core lane. There the door makes an `Envelope` of it, each `XmppExtension` reads that into
/// [kith.xmpp.XmppEvent]s, and the session is told.
///
/// **Down.** An extension class writes a stanza and gives it to an [kith.xmpp.XmppLink], which
/// never blocks.
@NullMarked
package kith.xmpp;

import org.jspecify.annotations.NullMarked;
