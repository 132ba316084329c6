package kith.ui.widget;

import atlantafx.base.controls.ToggleSwitch;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

/// Turns something on and off, by a click, Space or Enter.
public final class Switch extends ToggleSwitch {

    /// @param name what it turns on
    public Switch(String name) {
        setAccessibleRole(AccessibleRole.CHECK_BOX);
        setAccessibleText(name);
        setFocusTraversable(true);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? (Object) isSelected()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            fire();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
            fire();
            event.consume();
        }
    }
}
