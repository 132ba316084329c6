package kith.xmpp.link;

import kith.base.Background;
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
import kith.xmpp.Download;
import kith.xmpp.InboundJournal;
import kith.xmpp.RefusedException;
import kith.xmpp.SignIn;
import kith.xmpp.Transfer;
import kith.xmpp.UploadSlot;
import kith.xmpp.XmppLink;
import kith.xmpp.XmppListener;
import kith.xmpp.door.Doors;
import kith.xmpp.xep.XmppExtensions;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Stanza;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
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
    private final Timer timer;
    private final InstantSource clock;
    private final TrustedCertificates trust;
    private final Names names;
    private final InboundJournal journal;
    private final Duration patience;
    private final Transfers transfers;
    private final Requests requests;
    private final Intake intake;
    private final Inbox<Incoming> inbox;
    private final Connections connections;
    private final Outgoing outgoing;
    private final Supervisor supervisor;
    private volatile Optional<Doors> doors = Optional.empty();
    private volatile Optional<ProxyAccess> proxy = Optional.empty();

    /// Whether the session is to end, or has: it is online until it has said goodbye.
    private volatile boolean isLeaving;

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
        this.timer = timer;
        this.clock = clock;
        this.trust = trust;
        this.names = names;
        this.journal = journal;
        this.transfers = new Transfers(io);
        this.connections = new Connections(io);
        this.patience = patience;
        this.requests =
                new Requests(
                        core, timer, timer::nanos, ended -> doors.ifPresent(it -> it.ended(ended)));
        this.intake =
                new Intake(listener, journal, requests, () -> doors, this::send, this::progressed);
        this.inbox = new Inbox<>(core, intake::read);
        this.outgoing = new Outgoing(connections, listener, inbox, timer, this::ask, this::silent);
        var backoff = new Backoff(RandomGenerator.getDefault());
        this.supervisor = new Supervisor(core, io, timer, clock, backoff, new Owner());
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public void open(SignIn signIn) {
        isLeaving = false;
        if (!proxy.equals(signIn.proxy())) {
            transfers.cancel();
        }
        proxy = signIn.proxy();
        core.execute(() -> supervisor.open(signIn));
    }

    @Override
    public void close() {
        isLeaving = true; // who is told of what is cancelled would begin the next
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
                    if (connections.online().isPresent()) {
                        outgoing.lookNow();
                    }
                });
    }

    @Override
    public void giveUp() {
        connections.giveUp(new ConnectionProblem(Kind.NOT_KEPT, ""));
    }

    @Override
    public boolean isAcknowledging() {
        return connections.isAcknowledging();
    }

    @Override
    public void setActive(boolean isActive) {
        connections.online().ifPresent(connection -> connection.tell(ClientState.of(isActive)));
    }

    @Override
    public boolean send(Stanza stanza) {
        var connection = connections.online();
        if (connection.isEmpty()) {
            return false;
        }
        doors.ifPresent(it -> it.leaving(stanza));
        return outgoing.send(connection.get(), stanza);
    }

    @Override
    public CompletionStage<IQ> ask(IQ request) {
        return ask(request, Requests.PATIENCE);
    }

    private CompletionStage<IQ> ask(IQ request, Duration patience) {
        var connection = connections.online();
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
        var way = HttpLine.way(slot.put(), proxy, names, io);
        var told = new Progress(file.size(), System::nanoTime, progress);
        var transfer = new HttpTransfer(new HttpPut(way, trust, slot), file, told, core);
        transfers.begin(transfer);
        return transfer;
    }

    @Override
    public Download get(URI place, long most) {
        var online = connections.online().filter(_ -> !isLeaving);
        var ways = online.map(this::ways);
        var download = new HttpDownload(ways, trust, place, most, core, timer);
        transfers.begin(download);
        return download;
    }

    private WebWays ways(SmackConnection connection) {
        return new WebWays(
                proxy,
                names,
                connection.server(),
                endpoints -> ConnectionSettings.race(endpoints, () -> {}, io),
                io);
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
        connections.online().ifPresent(supervisor::silent);
    }

    /// On threads of Smack's.
    private void heard() {
        Background.enter();
        requests.heard();
        outgoing.heard();
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
        connections.made(connection);
        connection.counts().onAcknowledged(id -> outgoing.acknowledged(connection, id));
        return connection;
    }

    private void forgetSession() {
        requests.failAll(Reason.OFFLINE);
        outgoing.forgetSession();
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
            outgoing.tellHandled();
            if (!isResumed) {
                forgetSession();
                doors =
                        Optional.of(
                                new Doors(
                                        connection.getUser(),
                                        extensions.all(),
                                        listener::chatWith,
                                        clock));
            }
            connections.up(connection);
            outgoing.began(connection);
            inbox.release();
        }

        @Override
        public void paused() {
            connections.down();
            outgoing.paused();
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
