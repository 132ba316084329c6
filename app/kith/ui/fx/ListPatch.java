package kith.ui.fx;

import javafx.collections.ObservableList;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Turns one list into another by the few changes that tell them apart, so that a list view keeps
/// its place, its selection and its focus.
///
/// Records are the same where their keys are. What is gone is removed, what moved is moved by one
/// permutation (a removal would take the selection with it), what is new is put in, and what
/// changed is replaced where it stands. The time grows with the length of the lists, and with the
/// number of changes times what a change costs the observable list: for long lists take a
/// [PatchedList].
///
/// @param <T> immutable; a record equal to the shown one needs no change
public final class ListPatch<T> {

    private final Function<? super T, ?> key;

    /// @param key what stays the same over a record's life, and differs between records of a list
    public ListPatch(Function<? super T, ?> key) {
        this.key = key;
    }

    /// Makes the list what it should be.
    ///
    /// @param shown changed in place; on the FX thread if a view shows it
    /// @param newest the wanted content
    /// @throws IllegalArgumentException if two records of the newest have the same key
    public void apply(ObservableList<T> shown, List<? extends T> newest) {
        if (shown.isEmpty()) {
            positions(newest);
            shown.setAll(newest);
            return;
        }
        var positions = positions(newest);
        atOnce(shown, () -> removeGone(shown, positions));
        reorder(shown, positions);
        atOnce(shown, () -> insert(shown, newest));
        replace(shown, newest);
    }

    private static void atOnce(ObservableList<?> shown, Runnable changes) {
        if (shown instanceof PatchedList<?> patched) {
            patched.atOnce(changes);
        } else {
            changes.run();
        }
    }

    private Map<Object, Integer> positions(List<? extends T> newest) {
        var positions = HashMap.<Object, Integer>newHashMap(newest.size());
        for (T each : newest) {
            if (positions.put(key.apply(each), positions.size()) != null) {
                throw new IllegalArgumentException("two records with the key " + key.apply(each));
            }
        }
        return positions;
    }

    private void removeGone(ObservableList<T> shown, Map<Object, Integer> positions) {
        int end = shown.size();
        while (end > 0) {
            if (positions.containsKey(key.apply(shown.get(end - 1)))) {
                end--;
                continue;
            }
            int start = end - 1;
            while (start > 0 && !positions.containsKey(key.apply(shown.get(start - 1)))) {
                start--;
            }
            shown.remove(start, end);
            end = start;
        }
    }

    private void reorder(ObservableList<T> shown, Map<Object, Integer> positions) {
        Function<T, Integer> position = each -> positions.getOrDefault(key.apply(each), -1);
        for (int i = 1; i < shown.size(); i++) {
            if (position.apply(shown.get(i - 1)) > position.apply(shown.get(i))) {
                shown.sort(Comparator.comparing(position));
                return;
            }
        }
    }

    private void insert(ObservableList<T> shown, List<? extends T> newest) {
        int at = 0;
        while (at < newest.size()) {
            if (at < shown.size() && isSame(shown.get(at), newest.get(at))) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < newest.size()
                    && (at == shown.size() || !isSame(shown.get(at), newest.get(end)))) {
                end++;
            }
            shown.addAll(at, newest.subList(at, end));
            at = end;
        }
    }

    private void replace(ObservableList<T> shown, List<? extends T> newest) {
        for (int i = 0; i < newest.size(); i++) {
            if (!shown.get(i).equals(newest.get(i))) {
                shown.set(i, newest.get(i));
            }
        }
    }

    private boolean isSame(T one, T other) {
        return key.apply(one).equals(key.apply(other));
    }
}
