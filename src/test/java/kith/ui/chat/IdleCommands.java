package kith.ui.chat;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.Live;
import kith.model.MessageKey;
import kith.model.Occupant;
import kith.model.SendKey;
import kith.ui.composer.ComposerCommands;
import kith.ui.composer.DraftCommands;
import kith.ui.composer.EditCommands;
import kith.ui.composer.ReplyCommands;
import kith.ui.composer.SlashCommands;
import kith.ui.composer.WhisperCommands;
import kith.ui.room.RoomCommands;
import kith.ui.timeline.TimelineCommands;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What a chat can be told to do, where it does nothing: for pictures, and tests of other things.
public final class IdleCommands {

    private IdleCommands() {}

    /// No older page ever comes.
    public static TimelineCommands timeline() {
        return timeline((time, moved) -> {});
    }

    /// The same, but for going to a time.
    ///
    /// @param toTime tells the first message from then on
    static TimelineCommands timeline(BiConsumer<Instant, Consumer<MessageKey>> toTime) {
        return new TimelineCommands(
                (message, emoji) -> {},
                message -> {},
                message -> {},
                () -> {},
                CompletableFuture::new,
                () -> {},
                () -> {},
                toTime,
                message -> {},
                message -> {},
                (message, read) -> {},
                link -> {});
    }

    public static ComposerCommands composer() {
        return composer(SlashCommands.PLAIN);
    }

    /// Of a room in which one can write to one person alone.
    public static ComposerCommands composer(Live<List<Occupant>> people) {
        return composer(
                new SlashCommands(
                        Map.of(),
                        Optional.of(
                                new WhisperCommands(
                                        (to, text) -> CompletableFuture.completedStage(text),
                                        people))));
    }

    private static ComposerCommands composer(SlashCommands slash) {
        return new ComposerCommands(
                text -> CompletableFuture.completedStage(text),
                (_, text) -> CompletableFuture.completedStage(text),
                EditCommands.NONE,
                ReplyCommands.NONE,
                typing -> {},
                draft(),
                slash,
                new Cell<>(new ImmediateLane(), SendKey.ENTER));
    }

    /// There is no draft, and none is kept.
    public static DraftCommands draft() {
        return new DraftCommands(given -> () -> {}, text -> {}, () -> {}, text -> {});
    }

    public static RoomCommands room() {
        return new RoomCommands(
                (nick, password) -> {},
                () -> {},
                subject -> CompletableFuture.completedStage(Optional.empty()));
    }
}
