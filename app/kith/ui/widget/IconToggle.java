package kith.ui.widget;

import javafx.scene.control.ToggleButton;

/// An [IconButton] that stays pressed: a pane that is open, a filter that is on.
public final class IconToggle extends ToggleButton {

    /// @param name what is on or off, a noun
    public IconToggle(Icon icon, String name) {
        getStyleClass().setAll("icon-button");
        setGraphic(new IconView(icon, 20));
        setAccessibleText(name);
        Hint.install(this, name);
    }
}
