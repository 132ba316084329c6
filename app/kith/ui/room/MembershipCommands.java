package kith.ui.room;

import kith.model.Answer;
import kith.model.DataForm;
import kith.model.Refusal;
import kith.model.RoomRegistration;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/// How the user becomes a member of a room.
///
/// @param form asks the room what it wants to know
/// @param submit hands that in; completes with why the room doesn't take it, if so
/// @param giveUp has the room keep nothing of the user any more; completes with why it does, if so
public record MembershipCommands(
        Supplier<CompletionStage<Answer<RoomRegistration>>> form,
        Function<DataForm, CompletionStage<Optional<Refusal>>> submit,
        Supplier<CompletionStage<Optional<Refusal>>> giveUp) {

    /// Of a room that can't be asked.
    public static final MembershipCommands NONE =
            new MembershipCommands(
                    () ->
                            CompletableFuture.completedStage(
                                    new Answer.Refused<>(Refusal.of(Refusal.Reason.NOT_SUPPORTED))),
                    filled ->
                            CompletableFuture.completedStage(
                                    Optional.of(Refusal.of(Refusal.Reason.NOT_SUPPORTED))),
                    () ->
                            CompletableFuture.completedStage(
                                    Optional.of(Refusal.of(Refusal.Reason.NOT_SUPPORTED))));
}
