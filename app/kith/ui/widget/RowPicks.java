package kith.ui.widget;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// The rows of a list that the user has picked, to do one thing with all of them.
///
/// A click picks a row and no other, Ctrl+click one more or one less, Shift+click all up to it;
/// Space, Shift with the arrow keys, and Ctrl+A do the same by the keyboard, and Escape picks none.
/// Rows stay picked while they come, go and move. FX thread only.
public final class RowPicks<T> {

    private final RowList<T> list;
    private final Function<T, Object> key;
    private final Predicate<T> isPickable;
    private final Set<Object> picked = new HashSet<>();

    /// Where a range begins.
    private Optional<Object> anchor = Optional.empty();

    RowPicks(RowList<T> list, Function<T, Object> key, Predicate<T> isPickable) {
        this.list = list;
        this.key = key;
        this.isPickable = isPickable;
    }

    /// The picked rows that are there, in their order.
    public List<T> rows() {
        return picked.isEmpty() ? List.of() : list.getItems().stream().filter(this::has).toList();
    }

    /// Picks none.
    public void clear() {
        picked.clear();
        anchor = Optional.empty();
        list.drawPicks();
    }

    boolean has(T row) {
        return picked.contains(key.apply(row));
    }

    /// What a menu is asked for: a row that isn't picked is picked alone.
    void aim(T row) {
        if (!has(row)) {
            pickOnly(row);
        }
    }

    void clicked(T row, MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !isPickable.test(row)) {
            return;
        }
        if (event.isShiftDown()) {
            extendTo(row);
        } else if (event.isShortcutDown()) {
            toggle(row);
        } else {
            pickOnly(row);
        }
    }

    /// Before the list takes a key for itself.
    ///
    /// @return whether it was one of ours
    boolean pressed(KeyEvent event, Optional<T> focused) {
        if (event.getCode() == KeyCode.ESCAPE && !picked.isEmpty()) {
            clear();
        } else if (event.getCode() == KeyCode.A && event.isShortcutDown()) {
            pickAll();
        } else if (event.getCode() == KeyCode.SPACE && focused.filter(isPickable).isPresent()) {
            toggle(focused.get());
        } else {
            return false;
        }
        event.consume();
        return true;
    }

    /// The keyboard has gone to another row with Shift held.
    ///
    /// @param from where it was before
    void moved(Optional<T> from, Optional<T> to) {
        if (picked.isEmpty()) {
            from.filter(isPickable).ifPresent(this::pickOnly);
        }
        to.filter(isPickable).ifPresent(this::extendTo);
    }

    private void pickAll() {
        list.getItems().stream().filter(isPickable).map(key).forEach(picked::add);
        list.drawPicks();
    }

    private void pickOnly(T row) {
        picked.clear();
        if (isPickable.test(row)) {
            picked.add(key.apply(row));
            anchor = Optional.of(key.apply(row));
        }
        list.drawPicks();
    }

    private void toggle(T row) {
        var its = key.apply(row);
        if (!picked.remove(its)) {
            picked.add(its);
        }
        anchor = Optional.of(its);
        list.drawPicks();
    }

    private void extendTo(T row) {
        int here = index(key.apply(row));
        int from = anchor.map(this::index).filter(at -> at >= 0).orElse(here);
        if (from == here) {
            anchor = Optional.of(key.apply(row));
        }
        picked.clear();
        list.getItems().subList(Math.min(from, here), Math.max(from, here) + 1).stream()
                .filter(isPickable)
                .map(key)
                .forEach(picked::add);
        list.drawPicks();
    }

    private int index(Object wanted) {
        for (int at = 0; at < list.getItems().size(); at++) {
            if (key.apply(list.getItems().get(at)).equals(wanted)) {
                return at;
            }
        }
        return -1;
    }
}
