package kith.ui.composer;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import kith.ui.text.OneLine;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.IconView;

/// Says above the field which message what is written is about, with a button that leaves it. Takes
/// no room while there is none.
final class MessageBar extends HBox {

    private final EmojiLabel title = new EmojiLabel("");
    private final EmojiLabel words = new EmojiLabel("");

    /// @param leave what the button does, as Escape does
    /// @param leaving says so
    /// @param escape the name of that key
    MessageBar(Icon icon, String leaving, String escape, Runnable leave) {
        title.getStyleClass().add("about-title");
        title.setMinWidth(0);
        words.getStyleClass().add("about-words");
        words.setMinWidth(0);
        var lines = new VBox(title, words);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        var cancel = new IconButton(Icon.CLOSE, leaving);
        cancel.withShortcut(escape);
        cancel.setFocusTraversable(false); // Escape does the same
        cancel.setOnAction(_ -> leave.run());
        getStyleClass().add("about-bar");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(new IconView(icon, 18), lines, cancel);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// @param what is done about the message
    /// @param said what it says
    void show(String what, String said) {
        title.setText(what);
        words.setText(OneLine.of(said));
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }
}
