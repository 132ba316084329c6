package kith.xmpp.link;

import kith.base.BatchLane;
import kith.base.GuardedFuture;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.ConnectionProblem;
import kith.model.ConnectionProblem.Kind;
import kith.model.ConnectionState;
import kith.model.LocalFile;
import kith.model.ProxyAccess;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.InboundJournal;
import kith.xmpp.RefusedException;
import kith.xmpp.SignIn;
import kith.xmpp.Transfer;
import kith.xmpp.UploadSlot;
import kith.xmpp.XmppEvent.MessageAcknowledged;
import kith.xmpp.XmppEvent.MessagesUncertain;
import kith.xmpp.XmppLink;
import kith.xmpp.XmppListener;
import kith.xmpp.door.Doors;
import kith.xmpp.xep.XmppExtensions;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Stanza;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;

/// A link over TCP, through Smack.
///
/// What comes in, answers included, reaches the listener in the order in which the server sent it,
/// and the answer to a request completes after everything that came before it.
public final class SmackLink implements XmppLink {

    /// How long each stage of signing in may take, usually. Not in `SmackConnection`: whoever reads
    /// it there would start Smack, before [SmackStart] has told it what to leave out.
    static final Duration PATIENCE = Duration.ofSeconds(15);

    /// So many times as long each may take through a proxy: some have many others behind them, and
    /// seconds pass for each question and answer.
    private static final int THROUGH_PROXY_SLOWER = 4;

    private final AccountId account;
    private final XmppListener listener;
    private final XmppExtensions extensions;
    private final BatchLane core;
    private final Executor io;
    private final InstantSource clock;
    private final TrustedCertificates trust;
    private final Names names;
    private final InboundJournal journal;
    private final Duration patience;
    private final Transfers transfers;
    private final Requests requests;
    private final Intake intake;
    private final Inbox<Incoming> inbox;
    private final Pace pace = new Pace(System::nanoTime);
    private final Unacknowledged unacknowledged = new Unacknowledged(pace);
    private final Watchdog watchdog;
    private final Supervisor supervisor;
    private volatile Optional<SmackConnection> newest = Optional.empty();
    private volatile Optional<SmackConnection> online = Optional.empty();
    private volatile Optional<Doors> doors = Optional.empty();
    private volatile Optional<ProxyAccess> proxy = Optional.empty();

    /// @param core where the listener is told
    /// @param io for what blocks
    public SmackLink(
            AccountId account,
            XmppListener listener,
            XmppExtensions extensions,
            BatchLane core,
            Executor io,
            Timer timer,
            InstantSource clock,
            TrustedCertificates trust,
            Names names,
            InboundJournal journal) {
        this(
                account,
                listener,
                extensions,
                core,
                io,
                timer,
                clock,
                trust,
                names,
                journal,
                PATIENCE);
    }

    /// @param patience how long each stage of signing in may take
    SmackLink(
            AccountId account,
            XmppListener listener,
            XmppExtensions extensions,
            BatchLane core,
            Executor io,
            Timer timer,
            InstantSource clock,
            TrustedCertificates trust,
            Names names,
            InboundJournal journal,
            Duration patience) {
        this.account = account;
        this.listener = listener;
        this.extensions = extensions;
        this.core = core;
        this.io = io;
        this.clock = clock;
        this.trust = trust;
        this.names = names;
        this.journal = journal;
        this.transfers = new Transfers(io);
        this.patience = patience;
        this.requests =
                new Requests(
                        core,
                        timer,
                        System::nanoTime,
                        ended -> doors.ifPresent(it -> it.ended(ended)));
        this.intake =
                new Intake(listener, journal, requests, () -> doors, this::send, this::progressed);
        this.inbox = new Inbox<>(core, intake::read);
        this.watchdog = new Watchdog(timer, this::ask, new WithoutAcknowledgement(), this::silent);
        var backoff = new Backoff(RandomGenerator.getDefault());
        this.supervisor = new Supervisor(core, io, timer, clock, backoff, new Owner());
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public void open(SignIn signIn) {
        if (!proxy.equals(signIn.proxy())) {
            transfers.cancel();
        }
        proxy = signIn.proxy();
        core.execute(() -> supervisor.open(signIn));
    }

    @Override
    public void close() {
        transfers.cancel();
        core.execute(supervisor::close);
    }

    @Override
    public void retryNow() {
        core.execute(supervisor::retryNow);
    }

    @Override
    public void lookAgain() {
        core.execute(
                () -> {
                    supervisor.lookAgain();
                    if (online.isPresent()) {
                        watchdog.lookNow();
                    }
                });
    }

    @Override
    public void giveUp() {
        giveUp(new ConnectionProblem(Kind.NOT_KEPT, ""));
    }

    private void giveUp(ConnectionProblem reason) {
        online.ifPresentOrElse(
                connection -> giveUp(connection, reason),
                () -> newest.ifPresent(SmackConnection::forget));
    }

    private void giveUp(SmackConnection connection, ConnectionProblem reason) {
        io.execute(() -> connection.giveUp(reason));
    }

    @Override
    public boolean isAcknowledging() {
        return online.filter(SmackConnection::isSmEnabled).isPresent();
    }

    @Override
    public void setActive(boolean isActive) {
        online.ifPresent(connection -> connection.tell(ClientState.of(isActive)));
    }

    @Override
    public boolean send(Stanza stanza) {
        var connection = online;
        if (connection.isEmpty()) {
            return false;
        }
        doors.ifPresent(it -> it.leaving(stanza));
        boolean isCounted = stanza instanceof Message && stanza.hasStanzaIdSet();
        if (isCounted) {
            unacknowledged.sent(stanza.getStanzaId(), size(stanza));
        }
        boolean isSent = connection.get().trySend(stanza);
        if (isCounted && isSent) {
            watchdog.sent();
        } else if (isCounted) {
            unacknowledged.remove(stanza.getStanzaId());
        }
        return isSent;
    }

    private static long size(Stanza stanza) {
        return stanza.toXML().toString().getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public CompletionStage<IQ> ask(IQ request) {
        return ask(request, Requests.PATIENCE);
    }

    private CompletionStage<IQ> ask(IQ request, Duration patience) {
        var connection = online;
        if (connection.isPresent()) {
            doors.ifPresent(it -> it.leaving(request));
            return requests.ask(connection.get(), request, patience);
        }
        var refused = new GuardedFuture<IQ>(core);
        var offline = new RefusedException(Refusal.of(Reason.OFFLINE));
        core.execute(() -> refused.completeExceptionally(offline));
        return refused;
    }

    @Override
    public Transfer put(UploadSlot slot, LocalFile file, LongConsumer progress) {
        var way = HttpPut.way(slot.put(), proxy, names, io);
        var told = new Progress(file.size(), System::nanoTime, progress);
        var transfer = new HttpTransfer(new HttpPut(way, trust, slot), file, told, core);
        transfers.begin(transfer);
        return transfer;
    }

    /// On the reader thread.
    private boolean take(Stanza stanza) throws InterruptedException {
        if (stanza instanceof IQ iq && iq.isResponseIQ()) {
            var request = requests.waitingFor(iq);
            if (request.isEmpty()) {
                return false;
            }
            inbox.put(new Incoming.Answered(request.get(), iq));
        } else {
            inbox.put(new Incoming.Received(stanza, keep(stanza)));
        }
        return true;
    }

    /// Before the server may hear that we have it.
    private Optional<Long> keep(Stanza stanza) {
        return stanza instanceof Message message && KeptStanza.isToBeKept(message)
                ? Optional.of(journal.keep(account, KeptStanza.write(message)))
                : Optional.empty();
    }

    private void progressed() {
        supervisor.progressed();
    }

    private void silent() {
        online.ifPresent(supervisor::silent);
    }

    /// On threads of Smack's.
    private void heard() {
        requests.heard();
        watchdog.heard();
    }

    private SmackConnection connection(SignIn signIn) {
        SmackStart.ensure();
        var settings = ConnectionSettings.of(signIn, trust, names, this::heard, io);
        var stage =
                signIn.proxy().isEmpty() ? patience : patience.multipliedBy(THROUGH_PROXY_SLOWER);
        var connection = new SmackConnection(settings, stage, this::take);
        connection.onLost(
                problem -> {
                    if (problem.kind().blamesUs()) {
                        connection.forget(); // resumed, it would be sent again before we could look
                    }
                    core.execute(() -> supervisor.lost(connection, problem));
                });
        newest = Optional.of(connection);
        connection.counts().onAcknowledged(id -> acknowledged(connection, id));
        return connection;
    }

    /// On threads of Smack's. What an earlier session hears late says nothing of this one, which
    /// may have sent the same message again.
    private void acknowledged(SmackConnection connection, String id) throws InterruptedException {
        if (newest.filter(connection::equals).isEmpty()) {
            return;
        }
        watchdog.acknowledged();
        inbox.put(new Incoming.Acknowledged(id));
        if (unacknowledged.acknowledged(id) > 0 && !connection.isGivenUp()) {
            // Something between us and the server was lost. In another session the archive tells
            // which of them it has.
            giveUp(
                    connection,
                    new ConnectionProblem(Kind.CONNECTION_LOST, "messages that were not sent"));
        }
    }

    private void forgetSession() {
        requests.failAll(Reason.OFFLINE);
        tellHandled();
        var uncertain = unacknowledged.drain();
        if (!uncertain.isEmpty()) {
            listener.happened(List.of(new MessagesUncertain(uncertain)));
        }
    }

    private void tellHandled() {
        var handled =
                newest.map(it -> it.counts().takeHandledBefore()).orElse(List.of()).stream()
                        .filter(unacknowledged::remove)
                        .map(MessageAcknowledged::new)
                        .toList();
        if (!handled.isEmpty()) {
            listener.happened(List.copyOf(handled));
        }
    }

    /// What was sent in this session and is not acknowledged; on core. Without stream management
    /// nothing ever is.
    private final class WithoutAcknowledgement implements Watchdog.Unanswered {

        @Override
        public boolean isWaiting() {
            return !unacknowledged.isEmpty() && isAcknowledging();
        }

        @Override
        public Duration way() {
            return isAcknowledging() ? unacknowledged.way() : Duration.ZERO;
        }

        @Override
        public void askAgain() {
            online.ifPresent(SmackConnection::askForAcknowledgement);
        }

        /// In another session the archive tells which of them the server has.
        @Override
        public void giveUp() {
            SmackLink.this.giveUp(
                    new ConnectionProblem(Kind.CONNECTION_LOST, "no acknowledgement"));
        }
    }

    /// What the supervisor tells; on core, but [#connection].
    private final class Owner implements Supervisor.Owner {

        @Override
        public SmackConnection connection(SignIn signIn) {
            return SmackLink.this.connection(signIn);
        }

        @Override
        public void trying() {
            inbox.drain(); // what the last session left
            inbox.hold();
        }

        @Override
        public void began(SmackConnection connection, boolean isResumed) {
            tellHandled();
            if (!isResumed) {
                forgetSession();
                doors = Optional.of(new Doors(connection.getUser(), extensions.all(), clock));
            }
            online = Optional.of(connection);
            pace.begin();
            watchdog.start();
            if (!unacknowledged.isEmpty()) {
                // Smack sends them again, and asks for an acknowledgement only of some.
                connection.askForAcknowledgement();
                watchdog.sent();
            }
            inbox.release();
        }

        @Override
        public void paused() {
            online = Optional.empty();
            watchdog.stop();
        }

        @Override
        public void ended() {
            inbox.drain();
            forgetSession();
            doors = Optional.empty();
        }

        @Override
        public void changed(ConnectionState state) {
            listener.connectionChanged(state);
        }
    }
}
