package kith.xmpp.link;

import kith.base.GuardedFuture;
import kith.base.Lane;
import kith.base.Subscription;
import kith.base.Timer;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.RefusedException;
import kith.xmpp.xep.Xep0199Ping;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Stanza;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/// The requests that wait for their answers. Smack could do that, but would allocate twenty
/// kilobytes for each, and bring answers on other threads than what came before them.
///
/// Every request ends: with the answer of who was asked (whoever else answers is ignored, and the
/// request goes on waiting), with time, or with the session. An answer that may be on its way to us
/// behind much else over a slow line isn't late. Any thread; completes on core.
final class Requests {

    /// How long an answer may take where nothing else is said.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /// A line over which nothing came for so long has nothing on its way to us.
    static final Duration PAUSE = Duration.ofSeconds(5);

    /// Who has talked for so long and hasn't answered a ping never will.
    static final Duration LONGEST = Duration.ofMinutes(15);

    private final Lane core;
    private final Timer timer;
    private final LongSupplier nanos;
    private final Consumer<IQ> ended;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private volatile long lastHeard;

    /// @param nanos a clock that nobody sets, in nanoseconds
    /// @param ended is told of each request that is over, on core, before who asked
    Requests(Lane core, Timer timer, LongSupplier nanos, Consumer<IQ> ended) {
        this.core = core;
        this.timer = timer;
        this.nanos = nanos;
        this.ended = ended;
        this.lastHeard = nanos.getAsLong();
    }

    /// A connection, as far as it is needed here.
    interface Line {

        /// Sends, or says that it takes no more.
        boolean trySend(Stanza stanza);

        /// Tells what answers a request from what only has its id.
        Predicate<IQ> answerTo(IQ request);
    }

    /// A request that was sent and when, how to know its answer, and the end of our patience.
    record Waiting(
            Line line,
            IQ request,
            long at,
            Predicate<IQ> own,
            CompletableFuture<IQ> answer,
            AtomicReference<Subscription> timeout) {}

    /// Something came in. Any thread.
    void heard() {
        lastHeard = nanos.getAsLong();
    }

    /// Sends a request and waits.
    ///
    /// @param patience how long, where the line is quiet meanwhile
    CompletionStage<IQ> ask(Line line, IQ request, Duration patience) {
        var id = request.getStanzaId();
        var sent =
                new Waiting(
                        line,
                        request,
                        nanos.getAsLong(),
                        line.answerTo(request),
                        new GuardedFuture<>(core),
                        new AtomicReference<>(timer.after(patience, () -> expired(id))));
        waiting.put(id, sent);
        if (!line.trySend(request)) {
            core.execute(() -> giveUp(id, Reason.OFFLINE));
        }
        return sent.answer();
    }

    /// Our server answers a ping at once and after all that it had to say before: as long as that
    /// answer isn't here and the line is busy, the other may be behind what comes.
    private void expired(String id) {
        var sent = waiting.get(id);
        if (sent == null) {
            return;
        }
        if (!isBusySince(sent.at()) || isOlderThan(LONGEST, sent.at())) {
            giveUp(id, Reason.TIMED_OUT);
        } else if (Xep0199Ping.isToServer(sent.request())) {
            sent.timeout().set(timer.after(PAUSE, () -> expired(id)));
        } else {
            ask(sent.line(), Xep0199Ping.toServer(), PAUSE)
                    .whenComplete((answer, failure) -> giveUp(id, Reason.TIMED_OUT));
        }
    }

    private boolean isBusySince(long at) {
        long heard = lastHeard;
        return heard - at > 0 && nanos.getAsLong() - heard < PAUSE.toNanos();
    }

    private boolean isOlderThan(Duration age, long at) {
        return nanos.getAsLong() - at > age.toNanos();
    }

    /// What an answer answers. Any thread.
    Optional<Waiting> waitingFor(IQ answer) {
        var id = answer.getStanzaId();
        return id == null
                ? Optional.empty()
                : Optional.ofNullable(waiting.get(id)).filter(it -> it.own().test(answer));
    }

    /// Gives the answer to who asked. On core.
    void complete(Waiting sent, IQ answer) {
        if (end(sent)) {
            if (answer.getType() == IQ.Type.error) {
                sent.answer().completeExceptionally(RefusedException.by(answer));
            } else {
                sent.answer().complete(answer);
            }
        }
    }

    /// What came with an answer could not be taken in: who asked is told that there is none. On
    /// core.
    void fail(Waiting sent) {
        giveUp(sent.request().getStanzaId(), Reason.OTHER);
    }

    /// Gives up all that wait. On core.
    void failAll(Reason reason) {
        List.copyOf(waiting.keySet()).forEach(id -> giveUp(id, reason));
    }

    private void giveUp(String id, Reason reason) {
        var sent = waiting.get(id);
        if (sent != null && end(sent)) {
            sent.answer().completeExceptionally(new RefusedException(Refusal.of(reason)));
        }
    }

    private boolean end(Waiting sent) {
        boolean isWaiting = waiting.remove(sent.request().getStanzaId(), sent);
        if (isWaiting) {
            sent.timeout().get().close();
            ended.accept(sent.request());
        }
        return isWaiting;
    }
}
