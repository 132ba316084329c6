package kith.cli;

import kith.base.Lane;
import kith.model.Account;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.ConnectionState;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.Refusal;
import kith.session.Session;
import kith.session.account.AccountStatus;

import org.jxmpp.jid.EntityBareJid;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Sends messages and waits until the server has them.
///
/// A message is written only once its account is signed in: what fails before leaves nothing behind
/// that would go out later. Written, it is as safe as any other and goes out whatever becomes of
/// the command.
final class SendRequests {

    private final Session session;
    private final Lane core;
    private final boolean isStaying;

    /// Held until a message is known: of two with the same words each has to find its own.
    private final ReentrantLock writing = new ReentrantLock();

    /// @param isStaying whether the session goes on after the request, and connects by itself
    SendRequests(Session session, Lane core, boolean isStaying) {
        this.session = session;
        this.core = core;
        this.isStaying = isStaying;
    }

    void send(Request.Send request) {
        long start = System.nanoTime();
        var account = account(request.from());
        awaitOnline(account, request.patience());
        var left = request.patience().minusNanos(System.nanoTime() - start);
        var chat = new ChatKey(account.id(), request.to());
        try (var message = write(chat, request.text())) {
            judge(message.outcome(left), request.patience());
        }
    }

    private SentMessage write(ChatKey chat, String text) {
        writing.lock();
        try {
            var message = new SentMessage(chat, text, session.feed());
            boolean isKept = false;
            try {
                awaitKept(session.chats().send(chat, text));
                isKept = true;
            } finally {
                if (!isKept) {
                    message.close();
                }
            }
            message.awaitWritten();
            return message;
        } finally {
            writing.unlock();
        }
    }

    private static void awaitKept(CompletionStage<Message> message) {
        boolean isKept =
                message.handle((kept, failure) -> failure == null).toCompletableFuture().join();
        if (!isKept) {
            throw new CommandFailed(ExitCode.FAILED, "not sent: the history can't be written");
        }
    }

    private static void judge(Optional<Delivery> outcome, Duration patience) {
        switch (outcome.orElse(Delivery.QUEUED)) {
            case Delivery.OnServer on -> {}
            case Delivery.Delivered delivered -> {}
            case Delivery.Read read -> {}
            case Delivery.Failed(var refusal) ->
                    throw new CommandFailed(ExitCode.FAILED, "not sent: " + reason(refusal));
            case Delivery.Queued queued -> throw waiting(patience);
            case Delivery.Sending onWire -> throw waiting(patience);
            case Delivery.Received impossible -> throw waiting(patience);
        }
    }

    private static CommandFailed waiting(Duration patience) {
        return new CommandFailed(
                ExitCode.TIMED_OUT,
                "the server has not acknowledged the message within %d s; it is kept and goes out"
                                .formatted(patience.toSeconds())
                        + " when it can");
    }

    private static String reason(Refusal refusal) {
        var text = refusal.text().replaceAll("\\s+", " ").strip();
        return AccountRequests.word(refusal.reason()) + (text.isEmpty() ? "" : " (" + text + ")");
    }

    private Account account(Optional<EntityBareJid> from) {
        var all = session.accounts().accounts().get().stream().map(AccountStatus::account).toList();
        if (from.isEmpty() && all.size() > 1) {
            throw new CommandFailed(
                    ExitCode.USAGE, "there are several accounts: say which with --from");
        }
        return all.stream()
                .filter(each -> from.isEmpty() || from.get().equals(each.address()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new CommandFailed(
                                        ExitCode.NOT_SIGNED_IN,
                                        from.map(each -> "there is no account " + each)
                                                .orElse("there is no account")));
    }

    private void awaitOnline(Account account, Duration patience) {
        if (!isStaying) {
            session.accounts().connect(account.id());
        }
        var signedIn = new CompletableFuture<ConnectionState>();
        try (var _ =
                session.accounts()
                        .accounts()
                        .watch(
                                core,
                                all ->
                                        state(all, account.id())
                                                .filter(this::isDecided)
                                                .ifPresent(signedIn::complete))) {
            signedIn.completeOnTimeout(
                    new ConnectionState.Offline(), patience.toMillis(), TimeUnit.MILLISECONDS);
            signedIn.join();
        }
        var state =
                state(session.accounts().accounts().get(), account.id())
                        .orElseGet(ConnectionState.Offline::new);
        if (!signedIn.join().isOnline()) {
            throw new CommandFailed(
                    ExitCode.NOT_SIGNED_IN,
                    account.address() + " is not signed in: " + AccountRequests.connection(state));
        }
    }

    /// Whether waiting longer can't change anything. A session that has just been opened is offline
    /// until it connects; one that stays is so because its user wants it.
    private boolean isDecided(ConnectionState state) {
        return switch (state) {
            case ConnectionState.Online online -> true;
            case ConnectionState.Stopped stopped -> true;
            case ConnectionState.Offline offline -> isStaying;
            case ConnectionState.Connecting connecting -> false;
            case ConnectionState.Waiting(ConnectionProblem problem, var retryAt) -> false;
        };
    }

    private static Optional<ConnectionState> state(List<AccountStatus> all, AccountId id) {
        return all.stream()
                .filter(each -> each.account().id().equals(id))
                .findFirst()
                .map(AccountStatus::connection);
    }
}
