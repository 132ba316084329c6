package kith.ui.widget;

import javafx.scene.control.Label;

/// A key or a combination of keys, drawn as a cap: `Ctrl K`.
public final class KeyCap extends Label {

    public KeyCap(String keys) {
        super(keys);
        getStyleClass().setAll("key-cap");
        setMouseTransparent(true);
        setMinWidth(USE_PREF_SIZE);
    }
}
