package kith.ui.widget;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.image.Image;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// The pictures that the avatars of windows show, by address. A window is given them once, and each
/// [Avatar] in it finds them there.
///
/// A picture is read when it is first shown, drawn small and not on the FX thread; one that can't
/// be drawn is as none. Nothing is ever looked for anywhere else. FX thread only.
public final class AvatarPictures {

    /// Twice the largest avatar, in px.
    private static final int SIDE = 128;

    private final Source source;
    private final Executor fx;
    private final Map<String, ReadOnlyObjectWrapper<Optional<Image>>> shown = new HashMap<>();
    private Map<String, String> hashes = Map.of();

    /// Has the files of pictures.
    @FunctionalInterface
    public interface Source {

        /// Draws one.
        ///
        /// @param draw is called where that may take time
        CompletionStage<Optional<Image>> picture(String hash, Function<byte[], Image> draw);
    }

    public AvatarPictures(Source source, Executor fx) {
        this.source = source;
        this.fx = fx;
    }

    /// Gives the avatars of a window these pictures.
    public void provide(Scene scene) {
        scene.getProperties().put(AvatarPictures.class, this);
    }

    /// Those of a window; empty for none.
    static Optional<AvatarPictures> in(@Nullable Scene scene) {
        return Optional.ofNullable(scene)
                .map(it -> it.getProperties().get(AvatarPictures.class))
                .map(AvatarPictures.class::cast);
    }

    /// Who has which picture from now on.
    ///
    /// @param now hashes by address
    public void set(Map<String, String> now) {
        var before = hashes;
        hashes = Map.copyOf(now);
        shown.forEach(
                (address, picture) -> {
                    if (!Objects.equals(before.get(address), hashes.get(address))) {
                        load(address, picture);
                    }
                });
    }

    /// The picture of an address, which comes and changes.
    ReadOnlyObjectProperty<Optional<Image>> of(String address) {
        return shown.computeIfAbsent(address, this::begin).getReadOnlyProperty();
    }

    private ReadOnlyObjectWrapper<Optional<Image>> begin(String address) {
        var picture = new ReadOnlyObjectWrapper<Optional<Image>>(Optional.empty());
        load(address, picture);
        return picture;
    }

    private void load(String address, ReadOnlyObjectWrapper<Optional<Image>> picture) {
        var hash = hashes.get(address);
        if (hash == null) {
            picture.set(Optional.empty());
            return;
        }
        source.picture(hash, AvatarPictures::draw)
                .thenAcceptAsync(
                        drawn -> {
                            if (hash.equals(hashes.get(address))) { // no other came meanwhile
                                picture.set(drawn.filter(image -> !image.isError()));
                            }
                        },
                        fx);
    }

    private static Image draw(byte[] file) {
        return new Image(new ByteArrayInputStream(file), SIDE, SIDE, true, true);
    }
}
