/// What moderators, admins and owners do in a room, and what concerns those whom they do it to.
///
/// **Threads.** FX thread only; the lists come ready from elsewhere.
///
/// **Why so.** Only what one may do is offered, by the tables of XEP-0045 in
/// [kith.model.RoomRights]. A room may refuse it all the same: that is said where it was asked, in
/// the prompt, the form, or under the people. What isn't done lightly asks first, for the reason
/// that others are told.
///
/// **Where to add.** Another act: a case of [kith.model.RoomAct], its name and note in
/// [kith.ui.room.moderation.RoleWords].
@NullMarked
package kith.ui.room.moderation;

import org.jspecify.annotations.NullMarked;
