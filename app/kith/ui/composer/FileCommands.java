package kith.ui.composer;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.model.ChosenFile;
import kith.model.LocalFile;
import kith.model.MessageKey;
import kith.model.UploadSupport;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a chat watches and asks for about files that are sent there.
///
/// @param server what the server that takes them is called
/// @param support what is known of what it takes
/// @param moving how many bytes have gone of the files that are on their way
/// @param want says that somebody wants to know what it takes
/// @param look looks at what was chosen
/// @param keep keeps what is in no file, under a name, until it is sent or released; fails where it
///   can't be kept
/// @param chosen what was chosen for the chat, on this page or one before it; on the FX thread
/// @param send sends a file; fails where it can't be kept
public record FileCommands(
        String server,
        Live<UploadSupport> support,
        Live<Map<MessageKey, Long>> moving,
        Runnable want,
        Function<List<Path>, CompletionStage<List<ChosenFile>>> look,
        BiFunction<Supplier<byte[]>, String, CompletionStage<LocalFile>> keep,
        Supplier<ChosenFiles> chosen,
        Function<LocalFile, CompletionStage<?>> send) {

    /// For a chat in which no files are sent.
    public static final FileCommands NONE =
            new FileCommands(
                    "",
                    new Never<>(new UploadSupport.None()),
                    new Never<>(Map.of()),
                    () -> {},
                    _ -> CompletableFuture.completedStage(List.of()),
                    (_, _) -> CompletableFuture.failedStage(none()),
                    () -> new ChosenFiles(_ -> {}),
                    _ -> CompletableFuture.failedStage(none()));

    private static IllegalStateException none() {
        return new IllegalStateException("no files are sent here");
    }

    /// A value that nobody is told of, because it never changes from what is so anyway.
    private record Never<T>(T get) implements Live<T> {

        @Override
        public Subscription watch(Lane lane, Consumer<? super T> watcher) {
            return () -> {};
        }
    }
}
