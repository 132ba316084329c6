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
    private final Set<ShownPicture.There> broken = new HashSet<>();

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
        return source.want(message, fx, now -> show(message, now));
    }

    void fetch(MessageKey message) {
        broken.clear();
        source.fetch(message);
    }

    /// Draws one that is there.
    ///
    /// @return completes on the FX thread
    <T> CompletionStage<Optional<T>> draw(ShownPicture.There picture, Function<byte[], T> draw) {
        return source.draw(picture, draw).thenApplyAsync(Function.identity(), fx);
    }

    /// It is there, and yet it can't be drawn.
    void failed(MessageKey message, ShownPicture.There picture) {
        broken.add(picture);
        if (of(message).equals(picture)) {
            show(message, picture);
        }
    }

    private void show(MessageKey message, ShownPicture told) {
        var now =
                told instanceof ShownPicture.There there && broken.contains(there)
                        ? new ShownPicture.Missing(ShownPicture.Reason.NOT_DRAWABLE)
                        : told;
        if (!now.equals(shown.put(message, now))) {
            changed.run();
        }
    }
}
