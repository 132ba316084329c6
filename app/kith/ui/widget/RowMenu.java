package kith.ui.widget;

import javafx.event.EventTarget;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Function;

/// Opens the menu of a row: under the pointer, or at the row where the keyboard is.
final class RowMenu<T> {

    private final RowList<T> list;
    private final Function<T, Optional<ContextMenu>> menu;
    private Optional<ContextMenu> last = Optional.empty();

    /// @param menu makes the menu of a row, if it has one
    RowMenu(RowList<T> list, Function<T, Optional<ContextMenu>> menu) {
        this.list = list;
        this.menu = menu;
    }

    void requested(ContextMenuEvent event) {
        if (event.isKeyboardTrigger() && last.filter(ContextMenu::isShowing).isPresent()) {
            event.consume();
            return;
        }
        var cell = event.isKeyboardTrigger() ? focused() : at(event.getTarget());
        cell.ifPresent(it -> show(it, event));
        event.consume();
    }

    /// Opens it under the pointer; the next click goes on to what it is on, so that one can pick
    /// more.
    void clicked(MouseEvent event) {
        at(event.getTarget())
                .ifPresent(
                        cell -> {
                            var made = inPlaceOfLast(list.getItems().get(cell.getIndex()));
                            made.ifPresent(it -> it.setConsumeAutoHidingEvents(false));
                            made.ifPresent(
                                    it -> it.show(cell, event.getScreenX(), event.getScreenY()));
                        });
    }

    private void show(RowCell<?> cell, ContextMenuEvent event) {
        list.getFocusModel().focus(cell.getIndex());
        var row = list.getItems().get(cell.getIndex());
        list.picks().ifPresent(picks -> picks.aim(row));
        var made = inPlaceOfLast(row);
        if (event.isKeyboardTrigger()) {
            made.ifPresent(it -> it.show(cell, Side.BOTTOM, 0, 0));
        } else {
            made.ifPresent(it -> it.show(cell, event.getScreenX(), event.getScreenY()));
        }
    }

    private Optional<ContextMenu> inPlaceOfLast(T row) {
        var made = menu.apply(row);
        last.ifPresent(ContextMenu::hide);
        last = made;
        return made;
    }

    /// Opens it where the keyboard is. Some systems say that a second time.
    void openAtFocus() {
        if (last.filter(ContextMenu::isShowing).isEmpty()) {
            list.fireEvent(
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null));
        }
    }

    private Optional<RowCell<?>> focused() {
        int focused = list.getFocusModel().getFocusedIndex();
        for (var node : list.lookupAll(".list-cell")) {
            if (node instanceof RowCell<?> cell && !cell.isEmpty() && cell.getIndex() == focused) {
                return Optional.of(cell);
            }
        }
        return Optional.empty();
    }

    private static Optional<RowCell<?>> at(EventTarget target) {
        @Nullable Node node = target instanceof Node it ? it : null;
        while (node != null) {
            if (node instanceof RowCell<?> cell) {
                return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
            }
            node = node.getParent();
        }
        return Optional.empty();
    }
}
