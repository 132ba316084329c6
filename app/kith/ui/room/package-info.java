/// A room around its messages: who is in it, what it is about, and, while the user isn't in it, why
/// not and what they can do.
///
/// **Threads.** FX thread only.
///
/// **Why so.** A room may have thousands of people in it: the list is virtual, and patched, not
/// rebuilt, when one of them changes. A refusal is shown in the room's own page as a sentence with
/// the act that mends it, never as a dialog.
///
/// **Where to add.** What a room may answer: a case of [kith.model.Refusal.Reason], its sentence
/// `room.refused.<reason>`, and what mends it in [kith.ui.room.RoomGate]. What is known of an
/// occupant: [kith.ui.room.OccupantRow].
@NullMarked
package kith.ui.room;

import org.jspecify.annotations.NullMarked;
