package kith.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.model.Delivery;
import kith.model.Refusal;
import kith.session.chat.Timeline;
import kith.ui.chat.SlowMode.State;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/// The time between two messages in a room (XEP-0500 §7).
class SlowModeTest {

    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final AtomicReference<Instant> now = new AtomicReference<>(at(9, 30));
    private final AtomicBoolean isExempt = new AtomicBoolean();
    private final ManualTimer timer = new ManualTimer();
    private final SlowMode slow = new SlowMode(isExempt::get, now::get, timer, new ImmediateLane());

    @Test
    void withoutItNobodyWaits() {
        said("09:30", Delivery.ON_SERVER);
        assertThat(state()).isEqualTo(new State.Off());
        assertThat(state().isPaused()).isFalse();
        assertThat(timer.waiting()).isZero();
    }

    @Test
    void afterAMessageTheTimeRuns() {
        slow.pause(PAUSE);
        assertThat(state()).isEqualTo(new State.Ready(PAUSE));
        said("09:30", Delivery.ON_SERVER);
        assertThat(state()).isEqualTo(new State.Waiting(PAUSE, PAUSE));
        assertThat(state().isPaused()).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(state()).isEqualTo(new State.Waiting(PAUSE, Duration.ofSeconds(19)));
        for (int second = 0; second < 18; second++) {
            pass(Duration.ofSeconds(1));
        }
        assertThat(state()).isEqualTo(new State.Waiting(PAUSE, Duration.ofSeconds(1)));
        pass(Duration.ofSeconds(1));
        assertThat(state()).isEqualTo(new State.Ready(PAUSE));
        assertThat(timer.waiting()).isZero();
    }

    /// What was on its way for long is followed no sooner (XEP-0500 §7, on lag).
    @Test
    void theTimeRunsFromWhenTheRoomSendsItBack() {
        slow.pause(PAUSE);
        var talk = talk("09:30", Delivery.QUEUED);
        say(talk);
        assertThat(state()).isEqualTo(new State.Pending(PAUSE));
        now.set(at(9, 31));
        say(talk.deliver(0, Delivery.ON_SERVER));
        assertThat(state()).isEqualTo(new State.Waiting(PAUSE, PAUSE));
    }

    /// It has words, and so the room counts it (§6).
    @Test
    void aCorrectionIsFollowedNoSoonerThanAMessage() {
        slow.pause(PAUSE);
        var talk = talk("09:30", Delivery.ON_SERVER);
        now.set(at(9, 45));
        say(talk);
        assertThat(state()).isEqualTo(new State.Ready(PAUSE));
        say(talk.edit(0, "No", Delivery.SENDING));
        assertThat(state()).isEqualTo(new State.Pending(PAUSE));
        say(talk.edit(0, "No", Delivery.ON_SERVER));
        assertThat(state()).isEqualTo(new State.Waiting(PAUSE, PAUSE));
    }

    @Test
    void takingBackIsFollowedNoSoonerThanAMessage() {
        slow.pause(PAUSE);
        var talk = talk("09:30", Delivery.ON_SERVER);
        now.set(at(9, 45));
        say(talk.retracting(0, Delivery.QUEUED));
        assertThat(state()).isEqualTo(new State.Pending(PAUSE));
        say(talk.retract(0, Optional.empty()));
        assertThat(state()).isEqualTo(new State.Waiting(PAUSE, PAUSE));
    }

    @Test
    void aCorrectionThatWasRefusedIsNone() {
        slow.pause(PAUSE);
        var talk = talk("09:30", Delivery.ON_SERVER);
        now.set(at(9, 45));
        say(talk.edit(0, "No", Delivery.QUEUED));
        say(talk.edit(0, "No", new Delivery.Failed(Refusal.of(Refusal.Reason.LIMIT))));
        assertThat(state()).isEqualTo(new State.Ready(PAUSE));
    }

    /// Of a file and the words under it, each is a message.
    @Test
    void anythingThatIsOnItsWayIsWaitedFor() {
        slow.pause(PAUSE);
        var talk = talk("09:30", Delivery.QUEUED).mine("09:30", "Both", Delivery.ON_SERVER);
        say(talk);
        assertThat(state()).isEqualTo(new State.Pending(PAUSE));
    }

    @Test
    void aMessageThatWasRefusedIsNone() {
        slow.pause(PAUSE);
        said("09:30", new Delivery.Failed(Refusal.of(Refusal.Reason.LIMIT)));
        assertThat(state()).isEqualTo(new State.Ready(PAUSE));
    }

    @Test
    void ownersAndAdminsNeedNotWait() {
        isExempt.set(true);
        slow.pause(PAUSE);
        said("09:30", Delivery.ON_SERVER);
        assertThat(state()).isEqualTo(new State.Exempt(PAUSE));
        assertThat(state().isPaused()).isFalse();
        isExempt.set(false);
        slow.peopleChanged();
        assertThat(state().isPaused()).isTrue();
    }

    @Test
    void anotherTimeHoldsAtOnce() {
        slow.pause(PAUSE);
        said("09:30", Delivery.ON_SERVER);
        slow.pause(Duration.ofSeconds(90));
        assertThat(state())
                .isEqualTo(new State.Waiting(Duration.ofSeconds(90), Duration.ofSeconds(90)));
        slow.pause(Duration.ZERO);
        assertThat(state()).isEqualTo(new State.Off());
        assertThat(timer.waiting()).isZero();
    }

    @Test
    void closedItWakesNobody() {
        slow.pause(PAUSE);
        said("09:30", Delivery.ON_SERVER);
        slow.close();
        assertThat(timer.waiting()).isZero();
    }

    private State state() {
        return slow.stateProperty().get();
    }

    private void said(String time, Delivery delivery) {
        say(talk(time, delivery));
    }

    private static Talk talk(String time, Delivery delivery) {
        return new Talk("print@rooms.hearth.example").mine(time, "Yes", delivery);
    }

    private void say(Talk talk) {
        slow.said(new Timeline(talk.messages(), true, true, false, Optional.empty(), List.of()));
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
        timer.pass(time);
    }

    private static Instant at(int hour, int minute) {
        return Talk.TODAY.atTime(LocalTime.of(hour, minute)).toInstant(ZoneOffset.UTC);
    }
}
