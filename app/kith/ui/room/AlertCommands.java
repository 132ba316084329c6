package kith.ui.room;

import kith.base.Live;
import kith.model.Alerts;
import kith.model.ChatFlags;

import java.util.function.Consumer;

/// Of which messages of a room the user is told, and how they choose that.
///
/// @param flags what they have chosen for the room
/// @param usual what holds where nothing is chosen
/// @param unmute ends a mute
public record AlertCommands(
        Live<ChatFlags> flags, Live<Alerts> usual, Consumer<Alerts> choose, Runnable unmute) {}
