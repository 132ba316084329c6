/// What an owner does with a room: how it is set up, and its end.
///
/// Dialogs over the main page, reached from the room's details. Threads: FX only. What a service
/// asks beyond what Kith knows is shown in its own words. Add a field that Kith is to know to
/// [kith.ui.roomsettings.KnownFields].
@NullMarked
package kith.ui.roomsettings;

import org.jspecify.annotations.NullMarked;
