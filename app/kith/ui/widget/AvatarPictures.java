package kith.ui.widget;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.image.Image;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
/// be drawn is as none. Nothing is ever looked for anywhere else.
///
/// A picture is held by the avatars that show it, and here as long as it is among the last that
/// were asked for: whoever scrolls back finds it at once. An avatar is not held by its picture,
/// so that a window that is closed goes with all that was in it. FX thread only.
public final class AvatarPictures {

    /// Twice the largest avatar, in px.
    private static final int SIDE = 128;

    /// So many pictures are kept that no avatar shows, of up to 64 KiB each.
    static final int KEPT = 256;

    private final Source source;
    private final Executor fx;

    /// Those that an avatar shows, or that are kept.
    private final Map<String, Shown> shown = new HashMap<>();

    /// Those that nobody holds any more.
    private final ReferenceQueue<ReadOnlyObjectWrapper<Optional<Image>>> gone =
            new ReferenceQueue<>();

    /// The last that were asked for, the newest last.
    private final Map<String, ReadOnlyObjectWrapper<Optional<Image>>> kept =
            new LinkedHashMap<>(16, 0.75f, true);

    private Map<String, String> hashes = Map.of();

    /// Has the files of pictures.
    @FunctionalInterface
    public interface Source {

        /// Draws one.
        ///
        /// @param draw is called where that may take time
        CompletionStage<Optional<Image>> picture(String hash, Function<byte[], Image> draw);
    }

    /// The picture of an address, for as long as anybody holds it.
    private static final class Shown extends WeakReference<ReadOnlyObjectWrapper<Optional<Image>>> {

        private final String address;

        Shown(
                String address,
                ReadOnlyObjectWrapper<Optional<Image>> picture,
                ReferenceQueue<ReadOnlyObjectWrapper<Optional<Image>>> gone) {
            super(picture, gone);
            this.address = address;
        }
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
        forgetGone();
        shown.forEach(
                (address, held) -> {
                    var picture = held.get();
                    boolean isOther = !Objects.equals(before.get(address), hashes.get(address));
                    if (picture != null && isOther) {
                        load(address, picture);
                        keep(address, picture);
                    }
                });
    }

    /// The picture of an address, which comes and changes for as long as somebody holds this.
    ReadOnlyObjectProperty<Optional<Image>> of(String address) {
        forgetGone();
        var held = shown.get(address);
        var known = held == null ? null : held.get();
        var picture = known == null ? begin(address) : known;
        keep(address, picture);
        return picture.getReadOnlyProperty();
    }

    private ReadOnlyObjectWrapper<Optional<Image>> begin(String address) {
        var picture = new ReadOnlyObjectWrapper<Optional<Image>>(Optional.empty());
        shown.put(address, new Shown(address, picture, gone));
        load(address, picture);
        return picture;
    }

    /// Keeps what there is to be kept: that somebody has no picture is known anyway.
    private void keep(String address, ReadOnlyObjectWrapper<Optional<Image>> picture) {
        if (hashes.containsKey(address)) {
            kept.put(address, picture);
        }
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    private void forgetGone() {
        for (var next = gone.poll(); next != null; next = gone.poll()) {
            if (next instanceof Shown it) {
                shown.remove(it.address, it);
            }
        }
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
