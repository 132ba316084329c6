package kith.ui.timeline;

import javafx.scene.Scene;
import javafx.scene.image.Image;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;

/// The pictures of messages that were drawn last in a window, so that whoever scrolls back finds
/// them at once. So many that a timeline that is scrolled without end takes no more memory. FX
/// thread only.
final class DrawnPictures {

    /// Of up to 1.2 MB each: more than are in sight at once.
    private static final int MOST = 16;

    /// What was shown last at the end.
    private final LinkedHashMap<Path, Image> drawn = new LinkedHashMap<>();

    /// Those of a window.
    static DrawnPictures in(Scene scene) {
        return (DrawnPictures)
                scene.getProperties()
                        .computeIfAbsent(DrawnPictures.class, _ -> new DrawnPictures());
    }

    /// One that was drawn; it counts as shown.
    Optional<Image> find(Path file) {
        var image = drawn.get(file);
        if (image != null) {
            drawn.putLast(file, image);
        }
        return Optional.ofNullable(image);
    }

    void put(Path file, Image image) {
        drawn.putLast(file, image);
        if (drawn.size() > MOST) {
            drawn.pollFirstEntry();
        }
    }
}
