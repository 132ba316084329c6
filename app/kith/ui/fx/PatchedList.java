package kith.ui.fx;

import javafx.collections.ModifiableObservableListBase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/// An observable list that tells of many changes at once: a view that is told of each of a hundred
/// draws all its rows a hundred times.
///
/// On the FX thread if a view shows it.
public final class PatchedList<T> extends ModifiableObservableListBase<T> implements RandomAccess {

    private final List<T> content = new ArrayList<>();

    /// Makes changes, and tells of them when all are made. Either all put in or all take out: of a
    /// row that is taken out and another that is put in its place nobody could tell whether it is
    /// the same.
    public void atOnce(Runnable changes) {
        beginChange();
        try {
            changes.run();
        } finally {
            endChange();
        }
    }

    @Override
    public T get(int index) {
        return content.get(index);
    }

    @Override
    public int size() {
        return content.size();
    }

    /// All of them together: one by one, each would move those behind it.
    @Override
    public boolean addAll(int index, Collection<? extends T> added) {
        if (added.isEmpty()) {
            return false;
        }
        beginChange();
        try {
            content.addAll(index, added);
            nextAdd(index, index + added.size());
        } finally {
            endChange();
        }
        return true;
    }

    @Override
    public boolean addAll(Collection<? extends T> added) {
        return addAll(size(), added);
    }

    @Override
    protected void removeRange(int from, int to) {
        if (from == to) {
            return;
        }
        beginChange();
        try {
            var range = content.subList(from, to);
            nextRemove(from, List.copyOf(range));
            range.clear();
        } finally {
            endChange();
        }
    }

    /// By one permutation: a row that was taken out and put in again would be another one.
    @Override
    public void sort(Comparator<? super T> order) {
        var before = List.copyOf(content);
        int[] places =
                IntStream.range(0, before.size())
                        .boxed()
                        .sorted((one, other) -> order.compare(before.get(one), before.get(other)))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int[] permutation = new int[places.length];
        beginChange();
        try {
            for (int now = 0; now < places.length; now++) {
                permutation[places[now]] = now;
                content.set(now, before.get(places[now]));
            }
            nextPermutation(0, permutation.length, permutation);
        } finally {
            endChange();
        }
    }

    @Override
    protected void doAdd(int index, T element) {
        content.add(index, element);
    }

    @Override
    protected T doSet(int index, T element) {
        return content.set(index, element);
    }

    @Override
    protected T doRemove(int index) {
        return content.remove(index);
    }
}
