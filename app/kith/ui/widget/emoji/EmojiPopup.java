package kith.ui.widget.emoji;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.PopupControl;
import javafx.scene.control.Skin;
import javafx.scene.layout.Region;

import kith.ui.widget.PopupPlace;

/// The window that a picker is in, above all else. A click beside it closes it, and does nothing
/// else.
final class EmojiPopup extends PopupControl {

    private final EmojiPicker picker;

    EmojiPopup(EmojiPicker picker) {
        this.picker = picker;
        setAutoHide(true);
        setHideOnEscape(false); // the picker does it
        setAnchorLocation(AnchorLocation.CONTENT_TOP_LEFT);
        setSkin(new PickerSkin(this, picker));
        setOnShown(event -> picker.requestFocus());
    }

    /// Shows it over the end of the anchor, or under it where there is more room.
    void open(Region owner, Bounds anchor) {
        picker.setNodeOrientation(owner.getEffectiveNodeOrientation());
        show(owner, anchor.getMinX(), anchor.getMinY());
        getScene().getRoot().applyCss();
        getScene().getRoot().layout();
        PopupPlace.place(this, picker, owner, anchor);
    }

    /// There is nothing but the picker.
    private record PickerSkin(EmojiPopup popup, EmojiPicker picker) implements Skin<EmojiPopup> {

        @Override
        public EmojiPopup getSkinnable() {
            return popup;
        }

        @Override
        public Node getNode() {
            return picker;
        }

        @Override
        public void dispose() {
            // it holds on to nothing
        }
    }
}
