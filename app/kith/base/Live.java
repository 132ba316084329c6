package kith.base;

import java.util.function.Consumer;
import java.util.function.Function;

/// A value that changes, as those see it who may not change it. Any thread.
///
/// @param <T> immutable
public interface Live<T> {

    /// The newest value.
    T get();

    /// Tells the watcher the present value and then each newer one, on its own lane. A watcher that
    /// is slower than the changes is told the newest and not the ones between.
    ///
    /// Closed on the watcher's lane, the subscription tells nothing more; closed elsewhere, at most
    /// what is being told at that moment.
    Subscription watch(Lane lane, Consumer<? super T> watcher);

    /// One that never changes.
    static <T> Live<T> of(T value) {
        return new Live<>() {
            @Override
            public T get() {
                return value;
            }

            @Override
            public Subscription watch(Lane lane, Consumer<? super T> watcher) {
                lane.execute(() -> watcher.accept(value));
                return () -> {};
            }
        };
    }

    /// This value seen through a function, which is asked again at each reading and each change.
    default <R> Live<R> map(Function<? super T, ? extends R> view) {
        var source = this;
        return new Live<>() {
            @Override
            public R get() {
                return view.apply(source.get());
            }

            @Override
            public Subscription watch(Lane lane, Consumer<? super R> watcher) {
                return source.watch(lane, value -> watcher.accept(view.apply(value)));
            }
        };
    }
}
