package kith.ui.timeline;

import javafx.application.Platform;

import kith.base.Lane;
import kith.base.Subscription;
import kith.model.MessageKey;
import kith.model.ShownPicture;
import kith.model.ShownPicture.There;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/// Pictures that are there, or not, as a test says. FX thread only.
public final class SamplePictures implements TimelinePictures {

    private final Map<MessageKey, ShownPicture> known = new HashMap<>();
    private final Map<Path, byte[]> files = new HashMap<>();
    private final Map<MessageKey, List<Consumer<ShownPicture>>> watched = new HashMap<>();
    private final List<MessageKey> fetched = new ArrayList<>();
    private final List<Object> results = new ArrayList<>();

    /// At once where nobody sees how it comes.
    private Executor drawing = Platform::runLater;

    /// Not while a timeline is laid out, as no session does.
    private Executor later = Platform::runLater;

    /// Has a timeline show them, as if each had been in sight before.
    public void follow(TimelineViewModel timeline) {
        timeline.followPictures(this);
        later = Runnable::run;
        known.keySet().forEach(message -> timeline.pictures().want(message).close());
        later = Platform::runLater;
        drawing = Runnable::run;
    }

    /// What there is of a message's picture from now on.
    public SamplePictures put(MessageKey message, ShownPicture now) {
        known.put(message, now);
        List.copyOf(watched.getOrDefault(message, List.of())).forEach(each -> each.accept(now));
        return this;
    }

    /// A message's picture is there from now on.
    public SamplePictures put(MessageKey message, byte[] file) {
        mend(message, file);
        return put(message, new There(path(message)));
    }

    private static Path path(MessageKey message) {
        return Path.of("picture-" + message.row());
    }

    /// The file of a message's picture is another now, of which nobody is told.
    void mend(MessageKey message, byte[] file) {
        files.put(path(message), file);
    }

    /// Those that are in sight.
    List<MessageKey> watched() {
        return List.copyOf(watched.keySet());
    }

    /// Those that the user has asked for.
    List<MessageKey> fetched() {
        return fetched;
    }

    /// Lets drawing wait from now on.
    ///
    /// @return goes on with it, in the same order
    Runnable holdDrawing() {
        var held = new ArrayDeque<Runnable>();
        drawing = held::add;
        return () -> {
            while (!held.isEmpty()) {
                held.remove().run();
            }
        };
    }

    /// What came of drawing, in words.
    List<String> results() {
        return results.stream().map(Object::toString).toList();
    }

    @Override
    public Subscription want(MessageKey message, Lane lane, Consumer<ShownPicture> show) {
        watched.computeIfAbsent(message, _ -> new ArrayList<>()).add(show);
        Optional.ofNullable(known.get(message))
                .ifPresent(now -> later.execute(() -> show.accept(now)));
        return () -> {
            var left = watched.getOrDefault(message, new ArrayList<>());
            left.remove(show);
            if (left.isEmpty()) {
                watched.remove(message);
            }
        };
    }

    @Override
    public void fetch(MessageKey message) {
        fetched.add(message);
    }

    @Override
    public <T> CompletionStage<Optional<T>> draw(There picture, Function<byte[], T> draw) {
        var file = Optional.ofNullable(files.get(picture.file()));
        return CompletableFuture.supplyAsync(
                () -> {
                    var drawn = file.map(draw);
                    drawn.ifPresent(results::add);
                    return drawn;
                },
                drawing);
    }
}
