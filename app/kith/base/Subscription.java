package kith.base;

import java.util.List;

/// Something that goes on until it is closed: watching a value, waiting for a delay. Closing twice
/// does nothing more.
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    @Override
    void close();

    /// One subscription that closes them all, in order.
    static Subscription all(Subscription... subscriptions) {
        var every = List.of(subscriptions);
        return () -> every.forEach(Subscription::close);
    }
}
