package kith.ui.room.moderation;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.model.MessageKey;
import kith.model.Refusal;
import kith.model.Removal;
import kith.model.RoomChange;
import kith.model.RoomList;
import kith.model.RoomListing;
import kith.model.VoiceRequest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a room's page asks for about the people in it and what they have said. Whatever is refused
/// comes back with the reason; stages complete on any thread.
///
/// @param change changes what people may do; empty where it is done
/// @param list reads one of the room's lists
/// @param requests who asks to be allowed to write
/// @param answer says yes or no to one of them
/// @param askForVoice asks to be allowed to write
/// @param removal how the room lets moderators remove messages
/// @param remove has the room remove messages, for a reason
/// @param pause how long the room has people wait between two messages
/// @param registrations who wants to be a member
public record ModerationCommands(
        Function<List<RoomChange>, CompletionStage<Optional<Refusal>>> change,
        Function<RoomList, CompletionStage<RoomListing>> list,
        Live<List<VoiceRequest>> requests,
        BiFunction<VoiceRequest, Boolean, CompletionStage<Optional<Refusal>>> answer,
        Supplier<CompletionStage<Optional<Refusal>>> askForVoice,
        Live<Removal> removal,
        BiFunction<List<MessageKey>, String, CompletionStage<Optional<Refusal>>> remove,
        Live<Duration> pause,
        RegistrationCommands registrations) {

    private static final CompletionStage<Optional<Refusal>> OFFLINE =
            CompletableFuture.completedStage(Optional.of(Refusal.of(Refusal.Reason.OFFLINE)));

    /// Of a room that can't be asked for anything.
    public static final ModerationCommands NONE =
            new ModerationCommands(
                    changes -> OFFLINE,
                    list ->
                            CompletableFuture.completedStage(
                                    new RoomListing.Refused(Refusal.of(Refusal.Reason.OFFLINE))),
                    new Still<>(List.of()),
                    (request, isGranted) -> OFFLINE,
                    () -> OFFLINE,
                    new Still<>(Removal.NONE),
                    (messages, reason) -> OFFLINE,
                    new Still<>(Duration.ZERO),
                    RegistrationCommands.NONE);

    /// A value that stays.
    private record Still<T>(T get) implements Live<T> {

        @Override
        public Subscription watch(Lane lane, Consumer<? super T> watcher) {
            lane.execute(() -> watcher.accept(get));
            return () -> {};
        }
    }
}
