/// Where the wire comes in: unwraps what is wrapped, vouches for who said what when, and turns away
/// what is forged.
///
/// [kith.xmpp.door.Doors] is the one entrance per session, with a door each for messages,
/// presences, requests and answers. Messages get the most care: carbons, archives and rooms all let
/// others speak in somebody's name, and each client of the field has once believed the wrong one.
///
/// **Why.** An extension that reads an envelope need not ask again whether to believe it, and there
/// is one place to test that.
///
/// Core lane only. A new kind of wrapper is unwrapped in `MessageDoor`.
@NullMarked
package kith.xmpp.door;

import org.jspecify.annotations.NullMarked;
