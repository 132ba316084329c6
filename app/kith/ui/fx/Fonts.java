package kith.ui.fx;

import javafx.scene.text.Font;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// The interface font, Inter, in the five faces Kith uses; and those of the field for messages, in
/// which what stands for an emoji is as wide as its picture (`packaging/fonts/make.py`).
///
/// JavaFX knows the semibold face as a family of its own, “Inter Semi Bold”: `-fx-font-weight: 600`
/// would draw the regular one. And the bold face has to be there once the italic one is, or bold
/// text is drawn in italic.
public final class Fonts {

    private static final List<String> FACES =
            List.of(
                    "Inter-Regular.otf",
                    "Inter-SemiBold.otf",
                    "Inter-Bold.otf",
                    "Inter-Italic.otf",
                    "Inter-BoldItalic.otf",
                    "KithField.otf",
                    "KithFieldBidi.ttf");

    private Fonts() {}

    /// Loads the faces; takes a few milliseconds once the toolkit runs.
    public static void load() {
        for (String face : FACES) {
            try (var in = Fonts.class.getResourceAsStream("/kith/ui/fonts/" + face)) {
                if (Font.loadFont(in, 0) == null) {
                    throw new IllegalStateException("no font in " + face);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
