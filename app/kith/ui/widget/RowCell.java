package kith.ui.widget;

import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

/// One row of a [RowList]: its nodes are made once and show row after row.
public abstract class RowCell<T> extends ListCell<T> {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

    /// Shows a row, in place of the one before.
    protected abstract void show(T row);

    /// Draws the row as the one that is open.
    protected final void setRowSelected(boolean isSelected) {
        pseudoClassStateChanged(SELECTED, isSelected);
    }

    /// Draws the row as one in which something waits.
    protected final void setRowUnread(boolean isUnread) {
        pseudoClassStateChanged(UNREAD, isUnread);
    }

    @Override
    protected final void updateItem(@Nullable T row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(""); // else it still speaks of the row that is gone
            setTooltip(null);
            setRowSelected(false);
            setRowUnread(false);
        } else {
            show(row);
            drawPick();
        }
    }

    /// Draws the row as one that is picked, where rows are.
    final void drawPick() {
        @Nullable T row = getItem();
        if (row != null && getListView() instanceof RowList<T> list) {
            list.picks().ifPresent(picks -> setRowSelected(picks.has(row)));
        }
    }

    /// Opens the row as the list says.
    final void clicked(MouseEvent event) {
        @Nullable T row = getItem();
        if (row == null
                || !event.isStillSincePress()
                || !(getListView() instanceof RowList<T> list)) {
            return;
        }
        list.getFocusModel().focus(getIndex());
        if (list.picks().isPresent()) {
            list.picks().get().clicked(row, event);
            list.menuClicked(event);
            return;
        }
        if (event.getButton() == MouseButton.MIDDLE
                || (event.getButton() == MouseButton.PRIMARY && event.isShortcutDown())) {
            list.openInBackground(row);
        } else if (event.getButton() == MouseButton.PRIMARY) {
            list.open(row);
        }
    }
}
