package kith.session.feed;

import kith.base.Subscription;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Tells listeners every event of the session in order, once what it says has been committed;
/// faults, which are of no row, at once.
public final class EventFeed {

    private final List<Consumer<SessionEvent>> listeners = new CopyOnWriteArrayList<>();
    private final Executor afterCommit;

    /// @param afterCommit runs work on the core lane once the present batch is committed
    public EventFeed(Executor afterCommit) {
        this.afterCommit = afterCommit;
    }

    /// Tells the listener, on the core lane, all that happens from now on. Any thread.
    public Subscription listen(Consumer<SessionEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Tells everyone at once what is of no row. Core lane only.
    public void tellNow(SessionEvent event) {
        listeners.forEach(each -> each.accept(event));
    }

    /// Tells everyone once it is committed. Core lane only.
    public void tell(SessionEvent event) {
        if (!listeners.isEmpty()) {
            // Each for itself: what fails in one keeps nothing from the others.
            listeners.forEach(each -> afterCommit.execute(() -> each.accept(event)));
        }
    }
}
