package kith.ui.widget;

import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/// The pictures of people that the avatars of windows show. A window is given them once, and each
/// [Avatar] in it finds them there.
///
/// A picture is looked for while an avatar in a window wants it, and no longer: of a thousand
/// people in a list those in sight count. What was drawn last stays, so that whoever is scrolled to
/// again is there at once. FX thread only.
public final class PersonPictures {

    /// Twice what people have in lists, in px.
    private static final int SIDE = 80;

    /// Of 25 KB each: more than are in sight, in several windows.
    private static final int MOST = 400;

    private final Source source;
    private final Executor fx;

    /// By hash, what was shown last at the end.
    private final LinkedHashMap<String, Image> drawn = new LinkedHashMap<>();

    private final Map<PersonPicture, List<Consumer<Image>>> wanted = new HashMap<>();

    /// Has the files of pictures, or gets them.
    public interface Source {

        /// Draws one.
        ///
        /// @param draw is called where that may take time
        /// @return completes with nothing where it can't be had
        CompletionStage<Optional<Image>> picture(
                PersonPicture picture, Function<byte[], Image> draw);

        /// Nobody wants that any more.
        void outOfSight(PersonPicture picture);
    }

    public PersonPictures(Source source, Executor fx) {
        this.source = source;
        this.fx = fx;
    }

    /// Gives the avatars of a window these pictures.
    public void provide(Scene scene) {
        scene.getProperties().put(PersonPictures.class, this);
    }

    /// Those of a window; empty for none.
    static Optional<PersonPictures> in(@Nullable Scene scene) {
        return Optional.ofNullable(scene)
                .map(it -> it.getProperties().get(PersonPictures.class))
                .map(PersonPictures.class::cast);
    }

    /// Shows a picture: at once where it was drawn before, or else when it has come.
    ///
    /// @return ends the wish for it
    Subscription want(PersonPicture picture, Consumer<Image> show) {
        var known = drawn.get(picture.hash());
        if (known != null) {
            drawn.putLast(picture.hash(), known);
            show.accept(known);
            return () -> {};
        }
        boolean isFirst = !wanted.containsKey(picture);
        wanted.computeIfAbsent(picture, _ -> new ArrayList<>()).add(show);
        if (isFirst) {
            source.picture(picture, PersonPictures::draw)
                    .thenAcceptAsync(image -> come(picture, image), fx);
        }
        return () -> end(picture, show);
    }

    private void come(PersonPicture picture, Optional<Image> image) {
        var waiting = Optional.ofNullable(wanted.remove(picture)).orElse(List.of());
        image.filter(it -> !it.isError())
                .ifPresent(
                        it -> {
                            drawn.putLast(picture.hash(), it);
                            if (drawn.size() > MOST) {
                                drawn.pollFirstEntry();
                            }
                            List.copyOf(waiting).forEach(show -> show.accept(it));
                        });
    }

    private void end(PersonPicture picture, Consumer<Image> show) {
        var waiting = wanted.get(picture);
        if (waiting != null && waiting.remove(show) && waiting.isEmpty()) {
            wanted.remove(picture);
            source.outOfSight(picture);
        }
    }

    private static Image draw(byte[] file) {
        return new Image(new ByteArrayInputStream(file), SIDE, SIDE, true, true);
    }
}
