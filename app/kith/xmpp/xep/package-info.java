/// The protocol extensions, one class each, with the number in its name; what RFC 6121 defines goes
/// by that name.
///
/// A class reads what came through the doors into [kith.xmpp.XmppEvent]s and writes what goes out.
/// It holds no state: what lasts is the session's, what a session's server said is the doors'.
///
/// **To add one:** a class here, a line in [kith.xmpp.xep.XmppExtensions]; if it says something
/// new, a record in [kith.xmpp.XmppEvent], whose `switch` in the session then shows where to go on;
/// a test with the examples of the XEP itself. Payloads are plain trees ([kith.xmpp.Tree]): Smack's
/// providers are not used.
@NullMarked
package kith.xmpp.xep;

import org.jspecify.annotations.NullMarked;
