package kith;

import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import kith.ui.fx.FxThread;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The clipboard of this computer, which all windows share.
final class OwnClipboard {

    private OwnClipboard() {}

    /// Puts a file there, as file managers do.
    static void put(Path file) {
        put(content -> content.putFiles(List.of(file.toFile())));
    }

    static void put(String words) {
        put(content -> content.putString(words));
    }

    static void put(Image picture) {
        put(content -> content.putImage(picture));
    }

    /// The words on it.
    static String words() {
        return FxThread.call(() -> Clipboard.getSystemClipboard().getString());
    }

    private static void put(Consumer<ClipboardContent> fill) {
        FxThread.run(
                () -> {
                    var content = new ClipboardContent();
                    fill.accept(content);
                    Clipboard.getSystemClipboard().setContent(content);
                });
    }
}
