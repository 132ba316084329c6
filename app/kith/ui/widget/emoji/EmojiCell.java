package kith.ui.widget.emoji;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

import kith.ui.widget.EmojiNames.Named;
import kith.ui.widget.EmojiView;

import java.util.function.Consumer;

/// An emoji to choose. The pointer selects it when it comes over it, not when it is scrolled below
/// the pointer.
final class EmojiCell extends StackPane {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final EmojiPickerViewModel model;
    private final Consumer<Boolean> choose;
    private final EmojiView picture = new EmojiView("");
    private int index = -1;

    EmojiCell(EmojiPickerViewModel model, Consumer<Boolean> choose) {
        this.model = model;
        this.choose = choose;
        getStyleClass().add("emoji-cell");
        setAccessibleRole(AccessibleRole.BUTTON);
        getChildren().add(picture);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> model.select(index));
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    void show(int newIndex, Named emoji) {
        index = newIndex;
        picture.show(emoji.emoji());
        setAccessibleText(EmojiGrid.spoken(emoji));
    }

    void drawSelected(int selected) {
        pseudoClassStateChanged(SELECTED, index == selected);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            choose(false);
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            choose(event.isShiftDown());
        }
    }

    private void choose(boolean isStaying) {
        model.select(index);
        choose.accept(isStaying);
    }
}
