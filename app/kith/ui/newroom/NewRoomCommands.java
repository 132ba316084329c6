package kith.ui.newroom;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.NewRoom;
import kith.session.room.MakingRoom;

import java.util.function.BiFunction;
import java.util.function.Consumer;

/// What the dialog for a new room does.
///
/// @param make makes it
/// @param open opens its tab
public record NewRoomCommands(
        BiFunction<AccountId, NewRoom, MakingRoom> make, Consumer<ChatKey> open) {}
