package kith.ui.widget;

import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One row of a [RowList]: its nodes are made once and show row after row.
public abstract class RowCell<T> extends ListCell<T> {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

    /// Made for the first row that has more to say than it shows.
    private @Nullable Hint more;

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

    /// Says beside the row what it has no room for, line by line; nothing where there is none.
    protected final void explain(List<String> lines) {
        if (more == null && !lines.isEmpty()) {
            more = new Hint(this);
        }
        if (more != null) {
            more.say(lines);
        }
    }

    @Override
    protected final void updateItem(@Nullable T row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(""); // else it still speaks of the row that is gone
            explain(List.of());
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
