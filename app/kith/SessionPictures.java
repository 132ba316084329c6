package kith;

import kith.base.Lane;
import kith.base.Subscription;
import kith.model.MessageKey;
import kith.model.ShownPicture;
import kith.session.picture.PictureService;
import kith.ui.timeline.TimelinePictures;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/// The pictures of the session's messages, as timelines want them.
record SessionPictures(PictureService service) implements TimelinePictures {

    @Override
    public Subscription want(MessageKey message, Lane lane, Consumer<ShownPicture> show) {
        return service.want(message, lane, show);
    }

    @Override
    public void fetch(MessageKey message) {
        service.fetch(message);
    }

    @Override
    public <T> CompletionStage<Optional<T>> draw(
            ShownPicture.There picture, Function<byte[], T> draw) {
        return service.draw(picture, draw);
    }
}
