package kith.ui.composer;

import javafx.scene.control.MenuItem;

/// An entry of a menu that only says something. It can be reached by the keyboard, so that a screen
/// reader says it; choosing it does nothing.
final class NoteItem {

    private static final String STYLE = "spelling-note";

    private NoteItem() {}

    static MenuItem of(String words) {
        var item = new MenuItem(words);
        item.setMnemonicParsing(false);
        dress(item);
        return item;
    }

    /// Makes one of an entry.
    static void dress(MenuItem item) {
        undress(item);
        item.getStyleClass().add(STYLE);
    }

    /// Makes another of it.
    static void undress(MenuItem item) {
        item.getStyleClass().remove(STYLE);
    }
}
