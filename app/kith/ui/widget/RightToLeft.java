package kith.ui.widget;

import javafx.css.PseudoClass;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

import java.text.Bidi;

/// What words from right to left need in a field or a menu, where they can't have nodes of their
/// own as in [EmojiText].
public final class RightToLeft {

    /// Some of it runs from right to left. JavaFX puts such words in the wrong order where the face
    /// lacks their letters and another has to help out; the stylesheet asks for one that has all.
    private static final PseudoClass RIGHT_TO_LEFT = PseudoClass.getPseudoClass("right-to-left");

    private static final boolean IS_LINUX = System.getProperty("os.name", "").startsWith("Linux");

    private static final Object GUARDED = new Object();

    private RightToLeft() {}

    /// Gives an item of a menu the face its words need.
    public static void dress(MenuItem item) {
        if (isIn(item.getText())) {
            item.getStyleClass().add("right-to-left");
        }
    }

    /// Has the words of a label that others may have chosen go on in the next line where there is
    /// no room; from right to left they are cut off there, since on Linux the layout of a broken
    /// line of them fails, and the window with it ([ParagraphRuns]).
    public static void wrap(Labeled label) {
        label.textProperty()
                .subscribe(
                        words -> label.setWrapText(!IS_LINUX || !ParagraphRuns.needsRuns(words)));
    }

    /// Has a field follow the direction of what stands in it, now and after each change.
    public static void follow(TextInputControl field) {
        field.textProperty().subscribe(() -> apply(field));
        field.promptTextProperty().subscribe(() -> apply(field));
        apply(field);
    }

    private static void apply(TextInputControl field) {
        var shown = field.getText().isEmpty() ? field.getPromptText() : field.getText();
        field.pseudoClassStateChanged(RIGHT_TO_LEFT, isIn(shown));
        if (field instanceof TextArea area) {
            area.setWrapText(!IS_LINUX || !ParagraphRuns.needsRuns(shown));
            keepUnwrapped(area);
        }
    }

    /// Has the skin's words never wrap that can't be. It would unwrap them only when it is laid out
    /// next, but a pointer that moves before then asks where they are; and it wraps the prompt
    /// behind what is typed.
    private static void keepUnwrapped(TextArea area) {
        for (var each : area.lookupAll(".text")) {
            if (IS_LINUX && each instanceof Text words) {
                unwrap(words);
                if (words.getProperties().putIfAbsent(GUARDED, true) == null) {
                    words.wrappingWidthProperty().subscribe(() -> unwrap(words));
                    words.textProperty().subscribe(() -> unwrap(words));
                }
            }
        }
    }

    private static void unwrap(Text words) {
        if (words.getWrappingWidth() > 0 && ParagraphRuns.needsRuns(words.getText())) {
            words.setWrappingWidth(0);
        }
    }

    private static boolean isIn(String text) {
        var letters = text.toCharArray();
        return Bidi.requiresBidi(letters, 0, letters.length);
    }
}
