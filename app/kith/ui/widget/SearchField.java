package kith.ui.widget;

import atlantafx.base.controls.CustomTextField;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

/// A field that finds or filters: magnifier before, the shortcut that leads to it behind, and a
/// button to clear it once there is something in it. Esc clears it too.
public final class SearchField extends CustomTextField {

    private final IconButton clear;
    private @Nullable Node hint;

    /// @param prompt shown while it is empty, and the name for screen readers
    /// @param clearName of the button that clears it, a verb
    public SearchField(String prompt, String clearName) {
        getStyleClass().add("search-field");
        setPromptText(prompt);
        setAccessibleText(prompt);
        setLeft(new IconView(Icon.MAGNIFY, 18));
        clear = new IconButton(Icon.CLOSE, 16, clearName);
        clear.getStyleClass().add("tiny");
        clear.setFocusTraversable(false);
        clear.setOnAction(event -> clear());
        textProperty().subscribe(this::showEnd);
        RightToLeft.follow(this);
        addEventFilter(KeyEvent.KEY_PRESSED, this::clearOnEscape);
    }

    /// Says which keys lead here, as a cap at the end of the empty field.
    public SearchField withShortcut(String keys) {
        hint = new KeyCap(keys);
        showEnd();
        return this;
    }

    private void showEnd() {
        boolean filled = !getText().isEmpty();
        getStyleClass().remove("filled");
        if (filled) {
            getStyleClass().add("filled");
        }
        setRight(filled ? clear : hint);
    }

    private void clearOnEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
            clear();
            event.consume();
        }
    }
}
