package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.CapturingLink;

import org.jivesoftware.smack.packet.IQ;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

class WatchdogTest {

    private final HandTimer timer = new HandTimer();
    private final CapturingLink link = new CapturingLink();
    private final List<String> told = new ArrayList<>();
    private Duration patience = Duration.ZERO;
    private Duration way = Duration.ZERO;
    private final AtomicBoolean isWaiting = new AtomicBoolean();
    private final Watchdog watchdog =
            new Watchdog(timer, this::ask, new Messages(), () -> told.add("silent"));

    @Test
    void pingsAtOnceWhereThereIsDoubtAndWaitsNotLong() {
        watchdog.start();
        watchdog.heard();
        watchdog.lookNow();
        assertThat(link.lastXml()).contains("urn:xmpp:ping");
        assertThat(patience).isEqualTo(Watchdog.DOUBT);
        link.refuse(Refusal.of(Reason.TIMED_OUT));
        assertThat(told).containsExactly("silent");

        watchdog.start();
        watchdog.lookNow();
        link.answer("<iq type='result' id='1'/>");
        timer.ring(); // something was heard before
        timer.ring();
        assertThat(patience).as("as before").isEqualTo(Watchdog.PATIENCE);
    }

    private CompletionStage<IQ> ask(IQ request, Duration wait) {
        patience = wait;
        return link.ask(request);
    }

    @Test
    void pingsAfterAQuietWhileOnly() {
        watchdog.start();
        watchdog.heard();
        timer.ring();
        assertThat(link.sent()).isEmpty();
        timer.ring();
        assertThat(link.lastXml()).contains("urn:xmpp:ping");
    }

    @Test
    void anyAnswerIsASignOfLife() {
        watchdog.start();
        timer.ring();
        link.answer("<iq type='result' id='1'/>");
        timer.ring();
        link.refuse(Refusal.of(Reason.UNAVAILABLE));
        timer.ring();
        assertThat(link.sent()).hasSize(3);
        assertThat(told).isEmpty();
    }

    @Test
    void noAnswerInTimeIsSilence() {
        watchdog.start();
        timer.ring();
        link.refuse(Refusal.of(Reason.TIMED_OUT));
        assertThat(told).containsExactly("silent");
        timer.ring(); // where that did not end the connection
        link.refuse(Refusal.of(Reason.TIMED_OUT));
        assertThat(told).containsExactly("silent", "silent");
    }

    @Test
    void anAnswerAfterTheEndChangesNothing() {
        watchdog.start();
        timer.ring();
        watchdog.stop();
        link.refuse(Refusal.of(Reason.TIMED_OUT));
        assertThat(told).isEmpty();
        assertThat(timer.isSet()).isFalse();
    }

    @Test
    void aMessageThatIsNotAcknowledgedInSilenceTellsItSooner() {
        isWaiting.set(true);
        watchdog.sent();
        watchdog.sent();
        timer.ring();
        assertThat(told).containsExactly("silent");
        assertThat(timer.isSet()).isFalse();
    }

    @Test
    void whatASessionThatGoesOnDoesNotBringEitherNeedsAnother() {
        isWaiting.set(true);
        watchdog.sent();
        timer.ring();
        watchdog.stop();
        watchdog.sent(); // the session goes on
        timer.ring();
        assertThat(told).containsExactly("silent", "given up");
        watchdog.stop();
        watchdog.sent();
        timer.ring();
        assertThat(told).as("in another session").endsWith("given up", "silent");
        watchdog.sent();
        watchdog.acknowledged();
        timer.ring();
        assertThat(told).as("after some were acknowledged").endsWith("silent", "silent");
    }

    @Test
    void aServerThatSpeaksMayTakeItsTimeToAcknowledge() {
        isWaiting.set(true);
        watchdog.sent();
        watchdog.heard();
        timer.ring();
        assertThat(told).containsExactly("asked again");
        assertThat(link.lastXml()).contains("urn:xmpp:ping");
        watchdog.acknowledged();
        link.answer("<iq type='result' id='1'/>");
        assertThat(told).as("some are acknowledged").hasSize(1);
        timer.ring();
        assertThat(told).containsExactly("asked again", "silent");
    }

    /// It has had all that went out before the ping that it answers.
    @Test
    void aServerThatAnswersAndDoesNotAcknowledgeIsGivenUp() {
        isWaiting.set(true);
        watchdog.sent();
        watchdog.heard();
        timer.ring();
        link.answer("<iq type='result' id='1'/>");
        assertThat(told).containsExactly("asked again", "given up");
        assertThat(timer.isSet()).isFalse();
    }

    @Test
    void aServerThatOnlySpeaksIsSilentToWhatItIsAsked() {
        isWaiting.set(true);
        watchdog.sent();
        watchdog.heard();
        timer.ring();
        link.refuse(Refusal.of(Reason.TIMED_OUT));
        assertThat(told).containsExactly("asked again", "silent");
        watchdog.stop();
        watchdog.sent(); // the session goes on
        watchdog.heard();
        timer.ring();
        link.refuse(Refusal.of(Reason.TIMED_OUT));
        assertThat(told).endsWith("asked again", "given up");
    }

    @Test
    void aLineThatTakesNoPingIsTriedAgain() {
        isWaiting.set(true);
        watchdog.sent();
        watchdog.heard();
        timer.ring();
        link.refuse(Refusal.of(Reason.OFFLINE));
        watchdog.heard();
        timer.ring();
        assertThat(told).containsExactly("asked again", "asked again");
    }

    @Test
    void anAcknowledgedMessageIsNoReasonToWatch() {
        watchdog.sent();
        timer.ring();
        assertThat(told).isEmpty();
        isWaiting.set(true);
        watchdog.sent();
        watchdog.stop();
        timer.ring();
        assertThat(told).isEmpty();
    }

    @Test
    void aServerThatSaysOtherThingsAllTheTimeIsGivenUpAllTheSame() {
        isWaiting.set(true);
        watchdog.start();
        watchdog.sent();
        for (int i = 0; i < 2; i++) { // the quiet while and the wait in turn
            watchdog.heard();
            timer.ring();
        }
        link.answer("<iq type='result' id='1'/>");
        assertThat(told).containsExactly("asked again", "given up");
    }

    /// Over a slow line (F15).
    @Test
    void whatIsOnItsWayGetsTheTimeForThat() {
        isWaiting.set(true);
        way = Duration.ofSeconds(20);
        watchdog.sent();
        assertThat(timer.last()).isEqualTo(Watchdog.SILENCE.plusSeconds(20));
        way = Duration.ofSeconds(50); // more was sent
        timer.ring();
        assertThat(timer.last()).isEqualTo(Duration.ofSeconds(30));
        assertThat(told).isEmpty();
        timer.ring();
        assertThat(told).containsExactly("silent");

        watchdog.start();
        timer.ring();
        assertThat(patience).isEqualTo(Watchdog.PATIENCE.plusSeconds(50));
    }

    private final class Messages implements Watchdog.Unanswered {

        @Override
        public boolean isWaiting() {
            return isWaiting.get();
        }

        @Override
        public Duration way() {
            return way;
        }

        @Override
        public void askAgain() {
            told.add("asked again");
        }

        @Override
        public void giveUp() {
            told.add("given up");
        }
    }
}
