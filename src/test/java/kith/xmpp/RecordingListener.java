package kith.xmpp;

import kith.model.ConnectionState;

import org.awaitility.Awaitility;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps what a link tells, and lets a test wait for it.
public final class RecordingListener implements XmppListener {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<ConnectionState> states = new CopyOnWriteArrayList<>();
    private final List<XmppEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void connectionChanged(ConnectionState state) {
        states.add(state);
    }

    @Override
    public void happened(List<XmppEvent> more) {
        events.addAll(more);
    }

    /// All states so far, in order.
    public List<ConnectionState> states() {
        return List.copyOf(states);
    }

    public List<XmppEvent> events() {
        return List.copyOf(events);
    }

    /// All events of a kind so far, in order.
    public <E extends XmppEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// Waits until the newest state is of this kind.
    public <S extends ConnectionState> S awaitState(Class<S> kind) {
        var newest =
                Awaitility.await(kind.getSimpleName())
                        .pollInterval(Duration.ofMillis(10))
                        .atMost(PATIENCE)
                        .until(
                                () -> states.stream().reduce((before, last) -> last),
                                state -> state.filter(kind::isInstance).isPresent());
        return kind.cast(newest.orElseThrow());
    }

    /// Waits for events of a kind.
    ///
    /// @return the first so many
    public <E extends XmppEvent> List<E> awaitEvents(Class<E> kind, int count) {
        Awaitility.await(count + " " + kind.getSimpleName())
                .atMost(PATIENCE)
                .until(() -> events(kind).size() >= count);
        return events(kind).subList(0, count);
    }
}
