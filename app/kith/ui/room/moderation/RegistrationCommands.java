package kith.ui.room.moderation;

import kith.base.Live;
import kith.model.Refusal;
import kith.model.RegistrationRequest;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/// What a room's page asks for about people who want to be members.
///
/// @param requests who does
/// @param answer says yes or no to one of them; completes with why that is not taken, on any thread
public record RegistrationCommands(
        Live<List<RegistrationRequest>> requests,
        BiFunction<RegistrationRequest, Boolean, CompletionStage<Optional<Refusal>>> answer) {

    /// Of a room that nobody wants to be a member of.
    public static final RegistrationCommands NONE =
            new RegistrationCommands(
                    Live.of(List.of()),
                    (request, isGranted) ->
                            CompletableFuture.completedStage(
                                    Optional.of(Refusal.of(Refusal.Reason.OFFLINE))));
}
