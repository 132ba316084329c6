package kith.xmpp.link;

import kith.base.LastResort;
import kith.model.ConnectionProblem;
import kith.model.ConnectionProblem.Kind;
import kith.model.ServerAddress;
import kith.xmpp.JournalException;
import kith.xmpp.PayloadIq;
import kith.xmpp.Stanzas;

import org.jivesoftware.smack.ConnectionListener;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.SmackException.NotConnectedException;
import org.jivesoftware.smack.SmackException.OutgoingQueueFullException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.filter.IQReplyFilter;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.MessageBuilder;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.PresenceBuilder;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.TopLevelStreamElement;
import org.jivesoftware.smack.sm.packet.StreamManagement.AckRequest;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Smack's connection with its holes closed, and with one entrance: every stanza passes
/// [#processStanza], in order, on the reader thread, before the server is told that we have it
/// (XEP-0198 §4).
///
/// One object lasts over reconnects for as long as its session may be resumed. What Smack would do
/// with stanzas itself (rosters, listeners, answers to strangers) doesn't happen: only answers to
/// Smack's own requests while signing in are left to it.
final class SmackConnection extends XMPPTCPConnection implements Requests.Line {

    private static final Logger LOG = LoggerFactory.getLogger(SmackConnection.class);

    private static final long GOODBYE_MILLIS = 2_000;

    private final Entrance entrance;
    private final StanzaCounts counts = new StanzaCounts(this);
    private Consumer<ConnectionProblem> lost = problem -> {};
    private volatile Optional<Thread> signer = Optional.empty();

    /// Why that one was woken.
    private volatile Optional<SmackException> ended = Optional.empty();

    private volatile boolean isGivenUp;
    private volatile boolean isSecured;
    private volatile Optional<ServerAddress> elsewhere = Optional.empty();

    /// @param patience how long each stage of signing in may take
    SmackConnection(
            XMPPTCPConnectionConfiguration configuration, Duration patience, Entrance entrance) {
        super(configuration);
        this.entrance = entrance;
        setReplyTimeout(patience.toMillis());
        setUseStreamManagement(true);
        setUseStreamManagementResumption(true);
        addRequestAckPredicate(stanza -> false); // see askForAcknowledgement
        addStanzaDroppedListener(
                stanza -> {
                    // with a listener Smack doesn't send again what it thinks was lost
                });
    }

    /// Where stanzas go.
    @FunctionalInterface
    interface Entrance {

        /// Takes a stanza, on the reader thread.
        ///
        /// @return whether it was taken; what is not is an answer to a request of Smack's
        /// @throws JournalException where it can't be kept; then, as with whatever else it throws,
        ///   the session is given up, so that the server never hears that we have it
        boolean take(Stanza stanza) throws InterruptedException;
    }

    /// Tells when the connection is there no more without our wish, on a thread of Smack's; perhaps
    /// late, when it is already back.
    void onLost(Consumer<ConnectionProblem> listener) {
        lost = listener;
        addConnectionListener(
                new ConnectionListener() {
                    @Override
                    public void connectionClosedOnError(Exception failure) {
                        noteRedirect(failure);
                        listener.accept(Problems.losing(failure));
                    }

                    @Override
                    public void connectionClosed() {
                        listener.accept(
                                new ConnectionProblem(
                                        Kind.CONNECTION_LOST, "closed by the server"));
                    }
                });
    }

    /// Connects and signs in, or resumes the session that there was. Blocks.
    void signIn() throws SmackException, IOException, XMPPException, InterruptedException {
        ended = Optional.empty();
        signer = Optional.of(Thread.currentThread());
        try {
            connect();
            login();
        } catch (InterruptedException woken) {
            if (ended.isPresent()) {
                throw ended.get();
            }
            throw woken;
        } finally {
            signer = Optional.empty();
        }
    }

    /// Smack waits for a resource with the lock that is needed here: what ended the connection it
    /// would notice when the time for an answer is over.
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // that is the point
    public void instantShutdown() {
        signer.filter(it -> !it.equals(Thread.currentThread()))
                .filter(_ -> hasCurrentConnectionException())
                .ifPresent(
                        waiting -> {
                            ended = currentFailure(); // Smack will have forgotten it
                            waiting.interrupt();
                        });
        super.instantShutdown();
    }

    private Optional<SmackException> currentFailure() {
        try {
            waitForConditionOrThrowConnectionException(() -> true, "nothing");
            return Optional.empty();
        } catch (SmackException failure) {
            return Optional.of(failure);
        } catch (InterruptedException nothingToWaitFor) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    protected void afterSuccessfulLogin(boolean isResumed)
            throws NotConnectedException, InterruptedException {
        if (!isResumed) {
            counts.begin();
        }
        super.afterSuccessfulLogin(isResumed);
    }

    /// The first word of the server over a new or newly secured line.
    @Override
    protected String onStreamOpen(XmlPullParser parser) {
        isSecured = isSecureConnection();
        if (parser instanceof StreamParser known) {
            known.onRefused(this::refused);
        }
        return super.onStreamOpen(parser);
    }

    /// Before TLS anybody could say so.
    private void refused(long handled) {
        if (isSecured && !isAuthenticated()) {
            counts.refused(handled);
        }
    }

    /// What each side has had of this session.
    StanzaCounts counts() {
        return counts;
    }

    /// Hands a stanza to the writer thread if there is a session and place; never waits.
    @Override
    public boolean trySend(Stanza stanza) {
        if (!isAuthenticated()) {
            return false;
        }
        try {
            sendStanzaNonBlocking(stanza);
        } catch (NotConnectedException | OutgoingQueueFullException noWay) {
            return false;
        }
        if (stanza instanceof Message && isSmEnabled()) {
            askForAcknowledgement();
        }
        return true;
    }

    @Override
    public Predicate<IQ> answerTo(IQ request) {
        return new IQReplyFilter(request, this)::accept;
    }

    /// Smack would ask itself, and call a stanza not sent for which only the question didn't fit
    /// into its queue.
    void askForAcknowledgement() {
        try {
            sendNonzaNonBlocking(AckRequest.INSTANCE);
        } catch (NotConnectedException | OutgoingQueueFullException later) {
            LOG.debug("Asks for an acknowledgement with a later message");
        }
    }

    /// Tells a server that wants to know whether somebody is looking.
    void tell(ClientState state) {
        if (!hasFeature(ClientState.FEATURE, ClientState.FEATURE_NAMESPACE)) {
            return;
        }
        try {
            sendNonzaNonBlocking(state);
        } catch (NotConnectedException | OutgoingQueueFullException noMatter) {
            LOG.debug("The server isn't told whether somebody is looking");
        }
    }

    /// Tells the server that we leave, and waits a moment for its goodbye.
    void sayGoodbye() {
        setReplyTimeout(GOODBYE_MILLIS);
        disconnect();
    }

    @Override
    protected void processStanza(Stanza stanza) throws InterruptedException {
        boolean isTaken;
        try {
            counts.tellAcknowledged();
            isTaken = entrance.take(stanza);
        } catch (JournalException notKept) {
            LOG.error("What came in can't be kept", notKept);
            forget();
            throw notKept;
        } catch (RuntimeException | Error bug) {
            throw notTaken(bug);
        }
        if (!isTaken && !isAuthenticated()) {
            super.processStanza(stanza); // an answer to what Smack asks while signing in
        }
    }

    /// Notes where the server sends us, if that is why it ended. Before TLS anybody could say so.
    void noteRedirect(Throwable failure) {
        Redirect.in(failure)
                .filter(_ -> isSecured)
                .ifPresent(address -> elsewhere = Optional.of(address));
    }

    /// Where the server has sent us; told once.
    Optional<ServerAddress> takeElsewhere() {
        var taken = elsewhere;
        elsewhere = Optional.empty();
        return taken;
    }

    boolean isGivenUp() {
        return isGivenUp;
    }

    /// Where the server is; empty where that isn't known, as behind a proxy.
    Optional<InetAddress> server() {
        return getConfiguration().getSocketFactory() instanceof RacingSockets ours
                ? ours.server()
                : Optional.empty();
    }

    /// Whether its session could be resumed, now that the connection is gone.
    boolean isResumable() {
        return !isGivenUp && isDisconnectedButSmResumptionPossible();
    }

    /// Its session is not to be resumed. Any thread.
    void forget() {
        isGivenUp = true;
    }

    /// Ends the session at once and for good: resumed, it would count what was not kept as
    /// received, or what was not sent as sent. The server still has all that it was not told of,
    /// and its archive the rest. Any thread.
    void giveUp(ConnectionProblem reason) {
        isGivenUp = true;
        instantShutdown();
        lost.accept(reason);
    }

    // What of Smack's managers something in the process may have loaded learns nothing of this
    // connection: they would ask the server, answer strangers and change what we send.

    @Override
    protected void callConnectionConnectingListener() {}

    @Override
    protected void callConnectionConnectedListener() {}

    @Override
    protected void callConnectionAuthenticatedListener(boolean resumed) {}

    @Override
    public void addMessageInterceptor(
            Consumer<MessageBuilder> interceptor, Predicate<Message> filter) {}

    @Override
    public void addPresenceInterceptor(
            Consumer<PresenceBuilder> interceptor, Predicate<Presence> filter) {}

    /// What ends the connection over a stanza that is not taken: resumed, the session would count
    /// it as received. Smack hears an exception at once; an Error would end the reader thread
    /// alone, and Smack would go on believing in a connection that nobody reads.
    private IllegalStateException notTaken(Throwable bug) {
        forget();
        LastResort.tell(bug);
        return new IllegalStateException("a failure in Kith");
    }

    /// Reads stanzas in our own way. What is no XML ends the connection, as does an Error. What
    /// there was no room for may fit when it comes again.
    @Override
    protected void parseAndProcessStanza(XmlPullParser parser) throws InterruptedException {
        Optional<Stanza> stanza;
        try {
            stanza = Stanzas.of(StanzaReader.read(parser));
        } catch (XmlPullParserException | IOException noXml) {
            if (reader instanceof EndingReader line && line.isAtEnd()) {
                counts.uncount();
            }
            throw new IllegalStateException("unreadable stream", noXml);
        } catch (OutOfMemoryError noRoom) {
            throw notTaken(noRoom);
        } catch (Error failure) {
            LastResort.tell(failure);
            throw new IllegalStateException("unreadable stanza", failure);
        }
        if (stanza.isPresent()) {
            processStanza(stanza.get());
        } else {
            LOG.info("Skipped a stanza that is none");
        }
    }

    @Override
    protected void sendInternal(TopLevelStreamElement element)
            throws NotConnectedException, InterruptedException {
        if (isSerialisable(element)) {
            super.sendInternal(element);
        }
    }

    @Override
    protected void sendNonBlockingInternal(TopLevelStreamElement element)
            throws NotConnectedException, OutgoingQueueFullException {
        if (isSerialisable(element)) {
            super.sendNonBlockingInternal(element);
        }
    }

    /// Smack never gives back the place of work that threw; after eight of them nothing more would
    /// run.
    @Override
    protected void asyncGoLimited(Runnable work) {
        super.asyncGoLimited(
                () -> {
                    try {
                        work.run();
                    } catch (Throwable failure) {
                        LastResort.tell(failure);
                    }
                });
    }

    /// Called when the streams are new: the one place where they can be wrapped.
    @Override
    protected void initDebugger() {
        isSecured = false;
        reader = new EndingReader(reader);
        writer = new XmlSafeWriter(writer);
    }

    /// What throws while being written would end the connection, and then every resumption of its
    /// session. Of what Kith sends only Smack's own requests could: the rest is plain trees.
    @SuppressWarnings("CatchingUnchecked") // anything may come from there
    private boolean isSerialisable(TopLevelStreamElement element) {
        if (!(element instanceof IQ) || element instanceof PayloadIq) {
            return true;
        }
        try {
            return element.toXML(outgoingStreamXmlEnvironment).length() > 0;
        } catch (RuntimeException broken) {
            LOG.warn("Dropped what can't be written: {}", element.getClass(), broken);
            return false;
        }
    }
}
