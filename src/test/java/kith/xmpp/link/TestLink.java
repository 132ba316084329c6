package kith.xmpp.link;

import kith.base.Lanes;
import kith.lab.LabAccount;
import kith.lab.LabCa;
import kith.lab.XmppServer;
import kith.model.AccountId;
import kith.model.ConnectionState;
import kith.model.ServerAddress;
import kith.xmpp.RecordingListener;
import kith.xmpp.SignIn;
import kith.xmpp.XmppEvent;
import kith.xmpp.xep.XmppExtensions;

import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.EntityFullJid;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// A link on lanes of its own, with all extensions and a listener that keeps what it is told.
public final class TestLink implements AutoCloseable {

    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final Lanes lanes = new Lanes(faults::add);
    private final RecordingListener heard = new RecordingListener();
    private final XmppExtensions extensions = new XmppExtensions();
    private final MemoryJournal journal = new MemoryJournal();
    private final SmackLink link;

    public TestLink(LabCa ca) {
        this(TrustedCertificates.ofBundle(ca.bundle()));
    }

    TestLink(TrustedCertificates trust) {
        this(trust, SmackLink.PATIENCE);
    }

    /// @param patience how long each stage of signing in may take
    TestLink(TrustedCertificates trust, Duration patience) {
        this(trust, patience, new DnsNames());
    }

    TestLink(TrustedCertificates trust, Duration patience, Names names) {
        link =
                new SmackLink(
                        new AccountId(1),
                        heard,
                        extensions,
                        lanes.core(),
                        lanes.io(),
                        lanes,
                        InstantSource.system(),
                        trust,
                        names,
                        journal,
                        patience);
    }

    /// What it has kept and not given back.
    public MemoryJournal journal() {
        return journal;
    }

    /// A link that is signed in.
    public static TestLink online(XmppServer server, LabAccount account) {
        var link = new TestLink(server.ca());
        link.link().open(signIn(account, server.address()));
        link.heard().awaitState(ConnectionState.Online.class);
        return link;
    }

    public static SignIn signIn(LabAccount account, InetSocketAddress server) {
        return signIn(account.jid(), account.password(), server);
    }

    public static SignIn signIn(EntityBareJid jid, String password, InetSocketAddress server) {
        var address =
                new ServerAddress.Given(server.getAddress().getHostAddress(), server.getPort());
        return new SignIn(jid, password, address, Optional.empty(), "kith-test");
    }

    public SmackLink link() {
        return link;
    }

    public RecordingListener heard() {
        return heard;
    }

    public XmppExtensions extensions() {
        return extensions;
    }

    /// Our own address, while online.
    public EntityFullJid address() {
        return heard.awaitState(ConnectionState.Online.class).address();
    }

    /// The first event of a kind.
    public <E extends XmppEvent> E await(Class<E> kind) {
        return heard.awaitEvents(kind, 1).getFirst();
    }

    /// Waits for an answer.
    public static <T> T await(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    /// What the guard of the lanes was told; a good test ends with none.
    public List<Throwable> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() {
        link.close();
        if (!heard.states().isEmpty()) {
            heard.awaitState(ConnectionState.Offline.class);
        }
        lanes.close();
    }
}
