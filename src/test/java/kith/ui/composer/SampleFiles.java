package kith.ui.composer;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.model.ChosenFile;
import kith.model.LocalFile;
import kith.model.UploadSupport;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// What a chat needs for files, as a test wants it: 100 bytes a file at most, and what is looked at
/// is as large as its name says, or a folder.
public final class SampleFiles {

    private final ImmediateLane lane = new ImmediateLane();

    /// What was asked for, in order.
    public final List<String> asked = new CopyOnWriteArrayList<>();

    private final Map<String, ChosenFile> known = new HashMap<>();

    /// What is chosen for the chat, whatever becomes of its page.
    private final ChosenFiles chosen = new ChosenFiles(file -> asked.add("release " + file.name()));

    /// Whether what is sent or kept is refused.
    private boolean isDiskFull;

    private CompletableFuture<@Nullable Void> ready = CompletableFuture.completedFuture(null);

    private final Cell<UploadSupport> support =
            new Cell<>(lane, new UploadSupport.Offered(Optional.of(100L)));

    public FileCommands commands() {
        return new FileCommands(
                "hearth.example",
                support,
                new Cell<>(lane, Map.of()),
                () -> asked.add("want"),
                paths -> ready.thenApply(_ -> paths.stream().map(this::look).toList()),
                (content, name) ->
                        isDiskFull
                                ? CompletableFuture.failedStage(full())
                                : ready.thenApply(_ -> kept(name, content.get().length)),
                () -> chosen,
                file -> {
                    asked.add("send " + file.name());
                    return isDiskFull
                            ? ready.thenCompose(_ -> CompletableFuture.failedStage(full()))
                            : ready.thenApply(_ -> file);
                });
    }

    /// From now on nothing is found, kept or sent until [#goOn].
    public void hold() {
        ready = new CompletableFuture<>();
    }

    public void goOn() {
        ready.complete(null);
    }

    /// From now on nothing can be kept.
    public void fillDisk() {
        isDiskFull = true;
    }

    /// From now on the server is known to be like this. On the thread of whoever watches.
    public void support(UploadSupport now) {
        lane.execute(() -> support.set(now));
    }

    /// A file that can be sent.
    public static LocalFile file(String name, long size) {
        return new LocalFile(Path.of("/tmp", name), name, size, Instant.EPOCH, LocalFile.ANY_TYPE);
    }

    /// What is found under its name from now on.
    public void look(ChosenFile found) {
        known.put(found.name(), found);
    }

    private ChosenFile look(Path path) {
        var name = path.getFileName().toString();
        if (known.containsKey(name)) {
            return known.get(name);
        }
        return name.endsWith("folder")
                ? new ChosenFile.Unusable(name, ChosenFile.Reason.FOLDER)
                : new ChosenFile.Usable(file(name, name.startsWith("large") ? 1_000 : 10), false);
    }

    private static LocalFile kept(String name, long size) {
        return new LocalFile(
                Path.of("/tmp/kept", name), name, size, Instant.EPOCH, LocalFile.ANY_TYPE);
    }

    private static IllegalStateException full() {
        return new IllegalStateException("the disk is full");
    }
}
