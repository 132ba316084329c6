package kith.session.picture;

import kith.base.Lane;
import kith.model.ShownPicture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// That somebody looks at the picture of one message, and what they were told of it last. Core lane
/// only.
final class Wish {

    private final List<Watch> watches = new ArrayList<>();
    private Optional<ShownPicture> shown = Optional.empty();

    Wish(Watch first) {
        watches.add(first);
    }

    /// Whoever looks, and where they are told.
    static final class Watch {

        private final Lane lane;
        private final Consumer<ShownPicture> show;
        private volatile boolean isEnded;

        Watch(Lane lane, Consumer<ShownPicture> show) {
            this.lane = lane;
            this.show = show;
        }

        /// Any thread; on its lane nothing is told afterwards.
        void end() {
            isEnded = true;
        }

        private void tell(ShownPicture now) {
            lane.execute(
                    () -> {
                        if (!isEnded) {
                            show.accept(now);
                        }
                    });
        }
    }

    /// Another looks at it.
    void add(Watch watch) {
        watches.add(watch);
        shown.ifPresent(watch::tell);
    }

    /// One looks at it no more.
    ///
    /// @return whether nobody does
    boolean remove(Watch watch) {
        watches.remove(watch);
        return watches.isEmpty();
    }

    /// Tells all, if it is something else than before.
    void show(ShownPicture now) {
        if (shown.filter(now::equals).isEmpty()) {
            shown = Optional.of(now);
            watches.forEach(watch -> watch.tell(now));
        }
    }

    /// Whether there is nothing more to wish for.
    boolean isFulfilled() {
        return shown.filter(ShownPicture.There.class::isInstance).isPresent();
    }
}
