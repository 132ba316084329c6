package kith.ui.room;

import kith.model.Refusal;
import kith.ui.room.moderation.ModerationCommands;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// What a room's page asks for. Whether the user is in the room comes back as the room's state.
///
/// @param join enters the room under a nick, with a password where one was given
/// @param leave leaves it and stays away
/// @param changeSubject asks for another subject; completes with why it is not to be, if so
/// @param changeNick asks for another nick; completes as that
/// @param membership makes the user a member
/// @param moderation what concerns the people in it
/// @param alerts of which messages the user is told; empty where that is not theirs to choose
public record RoomCommands(
        BiConsumer<String, Optional<String>> join,
        Runnable leave,
        Function<String, CompletionStage<Optional<Refusal>>> changeSubject,
        Function<String, CompletionStage<Optional<Refusal>>> changeNick,
        MembershipCommands membership,
        ModerationCommands moderation,
        Optional<AlertCommands> alerts) {

    /// Of a room that calls the user what they want.
    public RoomCommands(
            BiConsumer<String, Optional<String>> join,
            Runnable leave,
            Function<String, CompletionStage<Optional<Refusal>>> changeSubject,
            MembershipCommands membership,
            ModerationCommands moderation,
            Optional<AlertCommands> alerts) {
        this(
                join,
                leave,
                changeSubject,
                _ -> CompletableFuture.completedStage(Optional.empty()),
                membership,
                moderation,
                alerts);
    }

    /// Of a room of which the user is told as is usual.
    public RoomCommands(
            BiConsumer<String, Optional<String>> join,
            Runnable leave,
            Function<String, CompletionStage<Optional<Refusal>>> changeSubject,
            MembershipCommands membership,
            ModerationCommands moderation) {
        this(join, leave, changeSubject, membership, moderation, Optional.empty());
    }

    /// Of a room that has no form for its members, and in which nobody is moderated.
    public RoomCommands(
            BiConsumer<String, Optional<String>> join,
            Runnable leave,
            Function<String, CompletionStage<Optional<Refusal>>> changeSubject) {
        this(join, leave, changeSubject, MembershipCommands.NONE, ModerationCommands.NONE);
    }
}
