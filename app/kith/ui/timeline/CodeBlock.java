package kith.ui.timeline;

import javafx.geometry.NodeOrientation;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import kith.ui.text.OneLine;
import kith.ui.text.TameText;
import kith.ui.text.Texts;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;

import java.util.function.Supplier;

/// A preformatted block of a message: its lines as they were written, in a box that can be scrolled
/// sideways, with a button to copy them.
///
/// Code runs from left to right in every window, and so does its box.
final class CodeBlock extends VBox {

    private final Texts texts;
    private final Supplier<String> whole;
    private final SideScroll scroll;
    private final IconButton copy;

    /// @param language as its writer named it; may be anything, or empty
    /// @param whole all of the code, asked for when it is copied
    CodeBlock(String language, WordsFlow code, Supplier<String> whole, Texts texts) {
        this.texts = texts;
        this.whole = whole;
        code.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        scroll = new SideScroll(code);
        copy = new IconButton(Icon.CONTENT_COPY, 14, texts.say("timeline.copyCode"));
        copy.getStyleClass().add("tiny");
        copy.setFocusTraversable(false);
        copy.setOnAction(event -> copy());
        copy.setOnMouseExited(event -> offerCopy());
        copy.focusedProperty().subscribe(this::offerCopy);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        getStyleClass().add("code-block");
        getChildren().addAll(header(language), scroll);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /// Lets the Tab key go to the button.
    void setReachable(boolean isReachable) {
        copy.setFocusTraversable(isReachable);
    }

    /// Whether the button has the focus.
    boolean isAtButton() {
        return copy.isFocused();
    }

    private HBox header(String language) {
        var name = new EmojiLabel(OneLine.of(TameText.of(language)));
        name.getStyleClass().add("code-language");
        name.setMinWidth(0);
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        copy.setMinWidth(USE_PREF_SIZE);
        var header = new HBox(name, between, copy);
        header.getStyleClass().add("code-header");
        return header;
    }

    private void copy() {
        TimelineMenu.copy(whole.get());
        copy.show(Icon.CHECK, texts.say("timeline.codeCopied"));
    }

    private void offerCopy() {
        copy.show(Icon.CONTENT_COPY, texts.say("timeline.copyCode"));
    }

    /// While the button has the focus, the arrow keys show what is beyond the edges.
    private void keyPressed(KeyEvent event) {
        int direction =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    default -> 0;
                };
        if (direction != 0 && scroll.isCut()) {
            scroll.scrollBy(direction);
            event.consume();
        }
    }
}
