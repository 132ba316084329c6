/// Making a room: for a group of people, or for everyone.
///
/// A room is made at the service of the user's server, which they need not know; what the service
/// can't give the room is said once it is there. Threads: FX only. Add what can be chosen for a new
/// room to [kith.model.NewRoom]; what can be changed later belongs to the room's settings.
@NullMarked
package kith.ui.newroom;

import org.jspecify.annotations.NullMarked;
