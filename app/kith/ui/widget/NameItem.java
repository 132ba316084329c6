package kith.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.layout.HBox;

/// An item of a menu that is called as somebody or something of others is, with the emoji of the
/// name as pictures.
///
/// The toolkit would draw the text of an item as it draws any; here it only says what the item is
/// called, and a label beside the pictures draws it.
public final class NameItem extends CustomMenuItem {

    /// @param before stand before the name
    public NameItem(String name, Node... before) {
        setText(name);
        setMnemonicParsing(false);
        var line = new HBox(before);
        line.getStyleClass().add("name-item");
        line.getChildren().add(new EmojiLabel(name));
        setContent(line);
    }
}
