package kith.ui.widget;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/// A key or a combination of keys, drawn as a cap: `Ctrl K`.
public final class KeyCap extends Label {

    /// A cap that follows what the keys are now.
    public KeyCap(ObservableValue<String> keys) {
        this(keys.getValue());
        textProperty().bind(keys);
    }

    public KeyCap(String keys) {
        super(keys);
        getStyleClass().setAll("key-cap");
        setMouseTransparent(true);
        setMinWidth(USE_PREF_SIZE);
    }
}
