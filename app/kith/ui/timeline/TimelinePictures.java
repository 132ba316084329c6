package kith.ui.timeline;

import kith.base.Lane;
import kith.base.Subscription;
import kith.model.MessageKey;
import kith.model.ShownPicture;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/// Where a timeline gets the pictures of its messages from.
public interface TimelinePictures {

    /// There are none, and none will come.
    TimelinePictures NONE =
            new TimelinePictures() {
                @Override
                public Subscription want(
                        MessageKey message, Lane lane, Consumer<ShownPicture> show) {
                    return () -> {};
                }

                @Override
                public void fetch(MessageKey message) {}

                @Override
                public <T> CompletionStage<Optional<T>> draw(
                        ShownPicture.There picture, Function<byte[], T> draw) {
                    return CompletableFuture.completedStage(Optional.empty());
                }
            };

    /// A message's picture is in sight.
    ///
    /// @param show is told on `lane` what there is of it, now and whenever that changes
    /// @return ends it
    Subscription want(MessageKey message, Lane lane, Consumer<ShownPicture> show);

    /// The user asks for one that isn't fetched by itself, or could not be had.
    void fetch(MessageKey message);

    /// Draws one that is there.
    ///
    /// @param draw is called where that may take time
    /// @return completes anywhere; with nothing where it can't be drawn
    <T> CompletionStage<Optional<T>> draw(ShownPicture.There picture, Function<byte[], T> draw);
}
