package kith.ui.widget;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;

/// A button that shows an icon only. Its name is in its tooltip, with the shortcut, and is what a
/// screen reader says.
///
/// Style classes for its kinds: `compact` (28 px), `tiny` (24 px), `round`, `send`.
public final class IconButton extends Button {

    private final IconView view;
    private final Hint hint = new Hint(this);

    /// @param name what the button does, a verb
    public IconButton(Icon icon, String name) {
        this(icon, 20, name);
    }

    /// @param size of the icon, as in [IconView]
    public IconButton(Icon icon, int size, String name) {
        view = new IconView(icon, size);
        getStyleClass().setAll("icon-button");
        setAccessibleRole(AccessibleRole.BUTTON);
        setGraphic(view);
        rename(name);
    }

    /// Says also which keys do the same.
    ///
    /// @param shortcut as people write it, such as `Ctrl N`
    public IconButton withShortcut(String shortcut) {
        var words = getAccessibleText() + "   " + shortcut;
        hint.say(words);
        setAccessibleHelp(words);
        return this;
    }

    /// Gives the button another icon and name, because it now does something else.
    public void show(Icon icon, String name) {
        view.show(icon);
        rename(name);
    }

    private void rename(String name) {
        setAccessibleText(name);
        hint.say(name);
        setAccessibleHelp(""); // else it still speaks of the keys of what it did before
    }
}
