package kith.xmpp.link;

import kith.base.Subscription;
import kith.base.Timer;
import kith.model.Refusal.Reason;
import kith.xmpp.RefusedException;
import kith.xmpp.xep.Xep0199Ping;

import org.jivesoftware.smack.packet.IQ;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Notices a server that is silent: a line that is cut without a word, or a reader thread that
/// died. After a quiet while it pings (XEP-0199), and gives the answer some time; where a message
/// waits for its acknowledgement, which the server was asked for, silence alone says it sooner.
/// What is on its way over a slow line gets the time for that.
///
/// Core lane only, but [#heard] and [#sent].
final class Watchdog {

    private static final Duration QUIET = Duration.ofSeconds(22);

    /// How long the acknowledgement of a message may take while nothing at all is heard.
    static final Duration SILENCE = Duration.ofSeconds(12);

    /// How long the answer to its ping may take.
    static final Duration PATIENCE = Duration.ofSeconds(15);

    /// The same, where there is reason to think that none will come.
    static final Duration DOUBT = Duration.ofSeconds(5);

    private final Timer timer;
    private final Question ask;
    private final Unanswered waiting;
    private final Runnable silent;
    private final AtomicInteger acknowledgements = new AtomicInteger();
    private final AtomicBoolean isWatching = new AtomicBoolean();
    private Subscription alarm = () -> {};

    /// Counts starts and stops, so that the answer to a ping of an earlier one changes nothing.
    private final AtomicInteger round = new AtomicInteger();

    private volatile boolean hasHeard;
    private volatile boolean heardSinceSent;

    /// Whether there was silence already over the messages that wait now: then another attempt to
    /// go on with the session won't help.
    private volatile boolean wasSilent;

    /// @param ask sends a request
    /// @param waiting the messages that wait for their acknowledgement
    /// @param silent is run when the server doesn't answer
    Watchdog(Timer timer, Question ask, Unanswered waiting, Runnable silent) {
        this.timer = timer;
        this.ask = ask;
        this.waiting = waiting;
        this.silent = silent;
    }

    /// A way to ask the server.
    @FunctionalInterface
    interface Question {

        /// Asks, and fails when there is no answer in time.
        CompletionStage<IQ> ask(IQ request, Duration patience);
    }

    /// The messages that went out and are not acknowledged.
    interface Unanswered {

        /// Whether there are any.
        boolean isWaiting();

        /// How long they may be on their way.
        Duration way();

        /// Asks for the acknowledgement again.
        void askAgain();

        /// The server will not acknowledge them in this session.
        void giveUp();
    }

    void start() {
        stop();
        listen();
    }

    /// Finds out at once whether the server is there.
    void lookNow() {
        alarm.close();
        ping(DOUBT);
    }

    void stop() {
        alarm.close();
        round.incrementAndGet();
        isWatching.set(false);
    }

    /// Something came in. Any thread.
    void heard() {
        hasHeard = true;
        heardSinceSent = true;
    }

    /// A message went out, and its acknowledgement was asked for. Any thread.
    void sent() {
        if (isWatching.compareAndSet(false, true)) {
            watch();
        }
    }

    private void watch() {
        heardSinceSent = false;
        var patience = SILENCE.plus(waiting.way());
        timer.after(patience, look(patience));
    }

    /// @param had how long they have had when it is run
    private Runnable look(Duration had) {
        int mine = round.get();
        int acknowledged = acknowledgements.get();
        return () -> {
            if (mine != round.get()) {
                return; // stopped or started anew meanwhile
            }
            var patience = SILENCE.plus(waiting.way());
            if (!heardSinceSent && patience.compareTo(had) > 0) { // more were sent meanwhile
                timer.after(patience.minus(had), look(patience));
            } else {
                lookForAcknowledgement(acknowledged);
            }
        };
    }

    /// Something was acknowledged. Any thread.
    void acknowledged() {
        acknowledgements.incrementAndGet();
        wasSilent = false;
    }

    private void lookForAcknowledgement(int acknowledged) {
        if (!waiting.isWaiting()) {
            isWatching.set(false);
            wasSilent = false;
        } else if (!heardSinceSent) {
            silence();
        } else if (acknowledged != acknowledgements.get()) {
            watch();
        } else {
            askAgain(acknowledged);
        }
    }

    /// A server that speaks and doesn't acknowledge: either its word is behind much else that is on
    /// its way to us, or it never comes. It answers in order (RFC 6120 §10.1), so once a ping that
    /// went out behind the question is answered, the acknowledgement is here or never will be.
    private void askAgain(int acknowledged) {
        waiting.askAgain();
        int mine = round.get();
        ask.ask(Xep0199Ping.toServer(), PATIENCE.plus(waiting.way()))
                .whenComplete(
                        (answer, failure) -> {
                            if (mine != round.get()) {
                                return; // stopped or started anew meanwhile
                            }
                            if (acknowledged != acknowledgements.get() || isNotAsked(failure)) {
                                watch();
                            } else if (isSilence(failure)) {
                                silence();
                            } else {
                                giveUp();
                            }
                        });
    }

    private void silence() {
        if (wasSilent) {
            giveUp();
        } else {
            isWatching.set(false);
            wasSilent = true;
            silent.run();
        }
    }

    private void giveUp() {
        isWatching.set(false);
        wasSilent = false;
        waiting.giveUp();
    }

    private void listen() {
        alarm = timer.after(QUIET, this::look);
    }

    private void look() {
        if (hasHeard) {
            hasHeard = false;
            listen();
            return;
        }
        ping(PATIENCE);
    }

    private void ping(Duration patience) {
        int mine = round.get();
        ask.ask(Xep0199Ping.toServer(), patience.plus(waiting.way()))
                .whenComplete(
                        (answer, failure) -> {
                            if (mine != round.get()) {
                                return; // stopped or started anew meanwhile
                            }
                            listen();
                            if (isSilence(failure)) {
                                silent.run();
                            }
                        });
    }

    /// An error for an answer is a sign of life.
    private static boolean isSilence(Throwable failure) {
        return is(failure, Reason.TIMED_OUT);
    }

    /// The line took no more just now.
    private static boolean isNotAsked(Throwable failure) {
        return is(failure, Reason.OFFLINE);
    }

    private static boolean is(Throwable failure, Reason reason) {
        return failure instanceof RefusedException refused && refused.refusal().reason() == reason;
    }
}
