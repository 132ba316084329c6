package kith.base;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// A live value and the right to change it, which belongs to one service on one lane.
///
/// @param <T> immutable
public final class Cell<T> implements Live<T> {

    private final Lane owner;
    private final List<Watch<T>> watches = new CopyOnWriteArrayList<>();
    private volatile T value;

    /// @param owner the only lane that may change the value
    public Cell(Lane owner, T initial) {
        this.owner = owner;
        this.value = initial;
    }

    @Override
    public T get() {
        return value;
    }

    /// Changes the value; the very same object changes nothing and tells nobody.
    ///
    /// @throws IllegalStateException off the owner's lane
    @SuppressWarnings(
            "ReferenceEquality") // comparing a list of ten thousand would cost more than telling
    public void set(T newest) {
        owner.check();
        if (newest == value) {
            return;
        }
        value = newest;
        for (var watch : watches) {
            watch.announce();
        }
    }

    /// Changes the value by what it is now.
    ///
    /// @throws IllegalStateException off the owner's lane
    public void update(UnaryOperator<T> change) {
        owner.check();
        set(change.apply(value));
    }

    @Override
    public Subscription watch(Lane lane, Consumer<? super T> watcher) {
        var watch = new Watch<>(this, lane, watcher);
        watches.add(watch);
        watch.announce();
        return () -> {
            watch.closed = true;
            watches.remove(watch);
        };
    }

    private static final class Watch<T> {

        private final Cell<T> cell;
        private final Lane lane;
        private final Consumer<? super T> watcher;
        private final AtomicBoolean announced = new AtomicBoolean();
        private volatile boolean closed;

        Watch(Cell<T> cell, Lane lane, Consumer<? super T> watcher) {
            this.cell = cell;
            this.lane = lane;
            this.watcher = watcher;
        }

        void announce() {
            if (announced.compareAndSet(false, true)) {
                lane.execute(this::tell);
            }
        }

        private void tell() {
            announced.set(false); // before reading: a change after it announces itself anew
            if (!closed) {
                watcher.accept(cell.value);
            }
        }
    }
}
