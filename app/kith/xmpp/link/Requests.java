package kith.xmpp.link;

import kith.base.Lane;
import kith.base.Subscription;
import kith.base.Timer;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.Refusals;
import kith.xmpp.RefusedException;

import org.jivesoftware.smack.filter.IQReplyFilter;
import org.jivesoftware.smack.packet.IQ;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The requests that wait for their answers. Smack could do that, but would allocate twenty
/// kilobytes for each, and bring answers on other threads than what came before them.
///
/// Every request ends: with the answer of who was asked (whoever else answers is ignored, and the
/// request goes on waiting), with time, or with the session. Any thread; completes on core.
final class Requests {

    /// How long an answer may take where nothing else is said.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Lane core;
    private final Timer timer;
    private final Consumer<IQ> ended;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

    /// @param ended is told of each request that is over, on core, before who asked
    Requests(Lane core, Timer timer, Consumer<IQ> ended) {
        this.core = core;
        this.timer = timer;
        this.ended = ended;
    }

    /// A request that was sent, how to know its answer, and the end of our patience.
    record Waiting(
            IQ request, IQReplyFilter own, CompletableFuture<IQ> answer, Subscription timeout) {}

    /// Sends a request and waits.
    CompletionStage<IQ> ask(SmackConnection connection, IQ request, Duration patience) {
        var id = request.getStanzaId();
        var sent =
                new Waiting(
                        request,
                        new IQReplyFilter(request, connection),
                        new CompletableFuture<>(),
                        timer.after(patience, () -> giveUp(id, Reason.TIMED_OUT)));
        waiting.put(id, sent);
        if (!connection.trySend(request)) {
            core.execute(() -> giveUp(id, Reason.OFFLINE));
        }
        return sent.answer();
    }

    /// What an answer answers. Any thread.
    Optional<Waiting> waitingFor(IQ answer) {
        var id = answer.getStanzaId();
        return id == null
                ? Optional.empty()
                : Optional.ofNullable(waiting.get(id)).filter(it -> it.own().accept(answer));
    }

    /// Gives the answer to who asked. On core.
    void complete(Waiting sent, IQ answer) {
        if (end(sent)) {
            if (answer.getType() == IQ.Type.error) {
                sent.answer().completeExceptionally(new RefusedException(Refusals.in(answer)));
            } else {
                sent.answer().complete(answer);
            }
        }
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
            sent.timeout().close();
            ended.accept(sent.request());
        }
        return isWaiting;
    }
}
