package kith.ui.chat;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import kith.base.Lane;
import kith.base.Subscription;
import kith.base.Timer;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageKey;
import kith.session.chat.Timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How long the user has to wait in a room before their next message (XEP-0500 §7).
///
/// The time runs from when the room has sent our last message back to us: one that was on its way
/// for long would else be followed too soon. Until then the next one waits, too. Owners and admins
/// need not wait. FX thread only. [#close] with the page.
public final class SlowMode implements AutoCloseable {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final BooleanSupplier isExempt;
    private final InstantSource clock;
    private final Timer timer;
    private final Lane fx;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", new State.Off());
    private Duration pause = Duration.ZERO;
    private Instant last = Instant.MIN;

    /// What we have said, changed or taken back and the room hasn't sent back yet.
    private Set<MessageKey> pending = Set.of();

    private Subscription alarm = () -> {};

    /// How it is now.
    public sealed interface State {

        /// Nobody has to wait.
        record Off() implements State {}

        /// Others have to, we not.
        record Exempt(Duration pause) implements State {}

        /// We can write, and have to wait afterwards.
        record Ready(Duration pause) implements State {}

        /// Something of ours is on its way.
        record Pending(Duration pause) implements State {}

        /// We have to wait.
        ///
        /// @param left how long, in whole seconds, at least one
        record Waiting(Duration pause, Duration left) implements State {}

        /// Whether nothing can be sent now.
        default boolean isPaused() {
            return this instanceof Pending || this instanceof Waiting;
        }
    }

    /// @param isExempt whether we need not wait, asked whenever something changes
    /// @param fx the FX lane; a test passes a lane that runs at once
    SlowMode(BooleanSupplier isExempt, InstantSource clock, Timer timer, Lane fx) {
        this.isExempt = isExempt;
        this.clock = clock;
        this.timer = timer;
        this.fx = fx;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The room has people wait so long.
    void pause(Duration newPause) {
        pause = newPause;
        decide();
    }

    /// Who needs to wait may be others now.
    void peopleChanged() {
        if (pause.isPositive()) {
            decide();
        }
    }

    /// There may be a newer message of ours, or a change of one: to the room that is a message,
    /// too.
    void said(Timeline timeline) {
        var ours = timeline.messages().stream().filter(Message::isMine).toList();
        var before = pending;
        pending =
                ours.stream()
                        .filter(SlowMode::isPending)
                        .map(Message::key)
                        .collect(Collectors.toSet());
        var known = ours.stream().filter(it -> !pending.contains(it.key())).toList();
        known.reversed().stream()
                .filter(SlowMode::counts)
                .findFirst()
                .ifPresent(it -> saidAt(it.at()));
        if (known.stream().anyMatch(it -> before.contains(it.key()) && !isRefused(it))) {
            saidAt(clock.instant());
        }
        if (pause.isPositive()) {
            decide();
        }
    }

    @Override
    public void close() {
        alarm.close();
    }

    private void saidAt(Instant at) {
        var now = clock.instant();
        var real = at.isAfter(now) ? now : at; // the room's clock may be ahead
        if (real.isAfter(last)) {
            last = real;
        }
    }

    /// Only what has words, and was not refused (§6).
    private static boolean counts(Message message) {
        boolean hasWords =
                message.content() instanceof Content.Text
                        || message.content() instanceof Content.File;
        return hasWords && !(message.delivery() instanceof Delivery.Failed);
    }

    private static boolean isPending(Message message) {
        return deliveries(message)
                .anyMatch(it -> it instanceof Delivery.Queued || it instanceof Delivery.Sending);
    }

    private static boolean isRefused(Message message) {
        return deliveries(message).anyMatch(Delivery.Failed.class::isInstance);
    }

    /// What has become of it, of other words for it, and of taking it back.
    private static Stream<Delivery> deliveries(Message message) {
        return Stream.of(
                        Optional.of(message.delivery()),
                        message.edited().map(Message.Edit::delivery),
                        message.retracting().map(Message.Retracting::delivery))
                .flatMap(Optional::stream);
    }

    private void decide() {
        alarm.close();
        alarm = () -> {};
        state.set(next());
    }

    private State next() {
        if (!pause.isPositive()) {
            return new State.Off();
        }
        if (isExempt.getAsBoolean()) {
            return new State.Exempt(pause);
        }
        if (!pending.isEmpty()) {
            return new State.Pending(pause);
        }
        var left =
                last.equals(Instant.MIN)
                        ? Duration.ZERO
                        : pause.minus(Duration.between(last, clock.instant()));
        if (!left.isPositive()) {
            return new State.Ready(pause);
        }
        var part = left.minusSeconds(left.toSeconds());
        alarm = timer.after(part.isPositive() ? part : TICK, () -> fx.execute(this::decide));
        return new State.Waiting(
                pause, Duration.ofSeconds(left.toSeconds() + (part.isPositive() ? 1 : 0)));
    }
}
