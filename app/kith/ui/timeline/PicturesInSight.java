package kith.ui.timeline;

import kith.base.Lane;
import kith.base.Subscription;
import kith.model.MessageKey;
import kith.model.ShownPicture;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.Optional;
import java.util.function.Function;

/// What is known of the pictures of a timeline: told while they are in sight, and remembered while
/// the page is open, so that a row looks the same when its reader comes back to it.
///
/// FX thread only.
final class PicturesInSight {

    private final Lane fx;
    private final Runnable changed;
    private final Map<MessageKey, ShownPicture> shown = new HashMap<>();
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
        source.fetch(message);
    }

    /// @return completes on the FX thread
    <T> CompletionStage<Optional<T>> draw(ShownPicture.There picture, Function<byte[], T> draw) {
        return source.draw(picture, draw).thenApplyAsync(Function.identity(), fx);
    }

    /// It is there, and yet it can't be drawn.
    void failed(MessageKey message, ShownPicture.There picture) {
        if (of(message).equals(picture)) {
            show(message, new ShownPicture.Missing(ShownPicture.Reason.NOT_DRAWABLE));
        }
    }

    private void show(MessageKey message, ShownPicture now) {
        if (!now.equals(shown.put(message, now))) {
            changed.run();
        }
    }
}
