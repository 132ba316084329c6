/// Rooms: entering, leaving, who is in them.
///
/// Core lane. Kith keeps its own state of a room (XEP-0045), fed by the door: a room counts as
/// entered only when it has sent our own presence in this session.
///
/// [kith.session.room.RoomService] does what the user asks, [kith.session.room.RoomEvents] takes in
/// what the wire says; neither knows the other. Both change the state in
/// [kith.session.room.RoomVisits] and leave the entering to [kith.session.room.RoomEntrance]. What
/// more is known of a room goes into its `RoomVisit`; what more it can be asked becomes a class of
/// its own, as [kith.session.room.SubjectChanges] is.
///
/// What moderators do stands beside that, in [kith.session.room.RoomModeration]: changes to what
/// people may do, requests for voice, removing of messages.
///
/// [kith.session.room.Conversions] makes a group of a chat of two, and
/// [kith.session.room.Continuations] keeps where chats went on.
@NullMarked
package kith.session.room;

import org.jspecify.annotations.NullMarked;
