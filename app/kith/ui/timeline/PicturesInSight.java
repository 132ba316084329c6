package kith.ui.timeline;

import kith.base.Lane;
import kith.base.Subscription;
import kith.model.MessageKey;
import kith.model.ShownPicture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// What is known of the pictures of a timeline: told while they are in sight, and remembered while
/// the page is open, so that a row looks the same when its reader comes back to it.
///
/// FX thread only.
final class PicturesInSight {

    private final Lane fx;
    private final Runnable changed;
    private final Map<MessageKey, ShownPicture> shown = new HashMap<>();

    /// Whose rest isn't what their heads say.
    private final Map<MessageKey, ShownPicture.There> broken = new HashMap<>();

    /// What goes on for those in sight.
    private final Set<Subscription> wanted = new HashSet<>();

    private TimelinePictures source = TimelinePictures.NONE;

    /// @param changed is run when more is known of one
    PicturesInSight(Lane fx, Runnable changed) {
        this.fx = fx;
        this.changed = changed;
    }

    void follow(TimelinePictures newSource) {
        source = newSource;
    }

    /// What is to be shown of one; on its way as long as nobody has said anything else.
    ShownPicture of(MessageKey message) {
        return shown.getOrDefault(message, ShownPicture.COMING);
    }

    /// It is in sight.
    ///
    /// @return ends it
    Subscription want(MessageKey message) {
        var want = source.want(message, fx, now -> show(message, now));
        wanted.add(want);
        return () -> {
            if (wanted.remove(want)) {
                want.close();
            }
        };
    }

    /// The user wants one. What could not be drawn is drawn anew: it need not be told again.
    void fetch(MessageKey message) {
        var again = Optional.ofNullable(broken.remove(message));
        source.fetch(message);
        again.ifPresent(it -> show(message, it));
    }

    /// Draws one that is there.
    ///
    /// @return completes on the FX thread
    <T> CompletionStage<Optional<T>> draw(ShownPicture.There picture, Function<byte[], T> draw) {
        return source.draw(picture, draw).thenApplyAsync(Function.identity(), fx);
    }

    /// It is there, and yet it can't be drawn. Where it isn't there any more, that was told, or
    /// will be.
    void failed(MessageKey message, ShownPicture.There picture) {
        if (of(message).equals(picture)) {
            broken.put(message, picture);
            show(message, picture);
        }
    }

    private void show(MessageKey message, ShownPicture told) {
        if (!(told instanceof ShownPicture.There)) {
            broken.remove(message); // what comes in its place may be whole
        }
        var now =
                told.equals(broken.get(message))
                        ? new ShownPicture.Missing(ShownPicture.Reason.NOT_DRAWABLE)
                        : told;
        var before = of(message);
        shown.put(message, now);
        if (!now.equals(before)) {
            changed.run();
        }
    }

    /// The page is closed. In a window that is closed with it, its nodes stay where they are.
    void close() {
        wanted.forEach(Subscription::close);
        wanted.clear();
        source = TimelinePictures.NONE;
    }
}
