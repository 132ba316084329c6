package kith.ui.room;

import kith.base.Live;
import kith.model.Refusal;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// What an owner does with a room's picture.
///
/// @param has whether it has one
/// @param publish gives it one as PNG, or takes it away; completes with why it is as before, if so
public record RoomPictureCommands(
        Live<Boolean> has,
        Function<Optional<byte[]>, CompletionStage<Optional<Refusal>>> publish) {}
