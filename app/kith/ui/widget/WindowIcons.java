package kith.ui.widget;

import javafx.scene.image.Image;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Kith's mark as the icon of its windows.
public final class WindowIcons {

    private WindowIcons() {}

    /// The icon in the sizes a window manager chooses from.
    public static List<Image> all() {
        return Stream.of(16, 32, 48, 128, 256).map(WindowIcons::icon).toList();
    }

    private static Image icon(int size) {
        var file = "/kith/icon/kith-" + size + ".png";
        var url = Objects.requireNonNull(WindowIcons.class.getResource(file), file);
        return new Image(url.toExternalForm());
    }
}
