package kith.ui.chat;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.model.SendKey;
import kith.ui.composer.ComposerCommands;
import kith.ui.composer.DraftCommands;
import kith.ui.composer.EditCommands;
import kith.ui.composer.ReplyCommands;
import kith.ui.composer.SlashCommands;
import kith.ui.room.RoomCommands;
import kith.ui.timeline.TimelineCommands;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What a chat can be told to do, where it does nothing: for pictures, and tests of other things.
public final class IdleCommands {

    private IdleCommands() {}

    /// No older page ever comes.
    public static TimelineCommands timeline() {
        return new TimelineCommands(
                (message, emoji) -> {},
                message -> {},
                message -> {},
                () -> {},
                CompletableFuture::new,
                () -> {},
                () -> {},
                (time, moved) -> {},
                message -> {},
                message -> {},
                (message, read) -> {},
                link -> {});
    }

    public static ComposerCommands composer() {
        return new ComposerCommands(
                text -> CompletableFuture.completedStage(text),
                (_, text) -> CompletableFuture.completedStage(text),
                EditCommands.NONE,
                ReplyCommands.NONE,
                typing -> {},
                draft(),
                SlashCommands.PLAIN,
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
