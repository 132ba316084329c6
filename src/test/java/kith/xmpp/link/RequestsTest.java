package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.PayloadIq;
import kith.xmpp.RefusedException;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.Stanza;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/// How long an answer is waited for, over quiet lines and over busy ones (F15).
class RequestsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HandTimer timer = new HandTimer();
    private final AtomicLong nanos = new AtomicLong(1);
    private final Requests requests =
            new Requests(new ImmediateLane(), timer, nanos::get, ended -> {});
    private final Line line = new Line();

    @Test
    void anAnswerThatDoesNotComeIsLate() {
        var answer = ask();
        pass(PATIENCE);
        timer.ring();
        assertThat(refusal(answer)).contains(Reason.TIMED_OUT);
    }

    @Test
    void whatWasHeardLongBeforeIsNoReasonToWait() {
        var answer = ask();
        pass(Duration.ofSeconds(1));
        requests.heard();
        pass(Requests.PAUSE);
        timer.ring();
        assertThat(refusal(answer)).contains(Reason.TIMED_OUT);
    }

    @Test
    void overABusyLineAnAnswerMayBeBehindWhatComesUntilAPingIsAnswered() {
        var answer = ask();
        for (int i = 0; i < Requests.LONGEST.dividedBy(PATIENCE); i++) {
            pass(PATIENCE);
            requests.heard();
            timer.ring();
            assertThat(answer).isNotDone();
        }
        assertThat(line.sent).as("one ping").hasSize(1);
        answerNext();
        assertThat(refusal(answer)).contains(Reason.TIMED_OUT);
    }

    @Test
    void whoTalksOnAndNeverAnswersAPingKeepsNobodyWaitingForEver() {
        var answer = ask();
        for (var passed = Duration.ZERO;
                passed.compareTo(Requests.LONGEST.plus(PATIENCE)) < 0;
                passed = passed.plus(PATIENCE)) {
            assertThat(answer).isNotDone();
            pass(PATIENCE);
            requests.heard();
            timer.ring();
        }
        pass(PATIENCE);
        requests.heard();
        timer.ring();
        assertThat(refusal(answer)).contains(Reason.TIMED_OUT);
    }

    @Test
    void itIsTakenWhenItComesBeforeThat() {
        var request = request();
        var answer = requests.ask(line, request, PATIENCE).toCompletableFuture();
        line.sent.clear();
        pass(PATIENCE);
        requests.heard();
        timer.ring();
        answer(request);
        assertThat(answer).isCompletedWithValueMatching(it -> it.getType() == IQ.Type.result);
        answerNext(); // changes nothing more
    }

    @Test
    void aBusyLineThatFallsQuietHasNothingMoreOnItsWay() {
        var answer = ask();
        pass(PATIENCE);
        requests.heard();
        timer.ring();
        assertThat(timer.last()).isEqualTo(Requests.PAUSE);
        pass(Requests.PAUSE);
        timer.ring();
        assertThat(refusal(answer)).contains(Reason.TIMED_OUT);
    }

    private CompletableFuture<IQ> ask() {
        var answer = requests.ask(line, request(), PATIENCE).toCompletableFuture();
        line.sent.clear();
        return answer;
    }

    private static IQ request() {
        return PayloadIq.get(null, new StandardExtensionElement("query", "kith:test"));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void answerNext() {
        answer((IQ) line.sent.remove());
    }

    private void answer(IQ request) {
        var result = IQ.createResultIQ(request);
        requests.complete(requests.waitingFor(result).orElseThrow(), result);
    }

    private static Optional<Reason> refusal(CompletableFuture<IQ> answer) {
        return answer.isCompletedExceptionally()
                ? RefusedException.in(answer.exceptionNow()).map(Refusal::reason)
                : Optional.empty();
    }

    /// A line that takes everything.
    private static final class Line implements Requests.Line {

        private final Deque<Stanza> sent = new ArrayDeque<>();

        @Override
        public boolean trySend(Stanza stanza) {
            return sent.add(stanza);
        }

        @Override
        public Predicate<IQ> answerTo(IQ request) {
            return answer -> Objects.equals(answer.getStanzaId(), request.getStanzaId());
        }
    }
}
