package kith.ui.chat;

import javafx.scene.Scene;

import java.nio.file.Path;
import java.util.Arrays;

/// Files that are dragged over a chat and let go there: an event for it can't be made, for the
/// toolkit alone makes what is dragged. FX thread only.
public final class DroppedFiles {

    private DroppedFiles() {}

    /// Drops files on the chat that a window shows.
    ///
    /// @return whether there is one that takes them
    public static boolean drop(Scene scene, Path... files) {
        return scene.getRoot().lookupAll(".drop-zone").stream()
                .filter(DropZone.class::isInstance)
                .map(DropZone.class::cast)
                .filter(DropZone::hover)
                .findFirst()
                .filter(zone -> zone.drop(Arrays.stream(files).map(Path::toFile).toList()))
                .isPresent();
    }
}
