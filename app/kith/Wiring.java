package kith;

import kith.base.Lanes;
import kith.base.LockLane;
import kith.base.Timer;
import kith.cli.HistoryForms;
import kith.desktop.DictionaryPlaces;
import kith.desktop.NetworkInterfaces;
import kith.model.ConnectionState;
import kith.session.Faults;
import kith.session.KeptInbound;
import kith.session.Session;
import kith.session.SessionAssembly;
import kith.session.SessionEnvironment;
import kith.session.account.NetworkWatch;
import kith.session.account.Passwords;
import kith.session.account.SecretStore;
import kith.store.Db;
import kith.store.Journal;
import kith.store.dictionary.DictionaryFolders;
import kith.store.search.IndexFolder;
import kith.xmpp.link.Names;
import kith.xmpp.link.SmackLink;
import kith.xmpp.link.TrustedCertificates;
import kith.xmpp.xep.XmppExtensions;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Builds once, by hand, what a session stands on: its threads, its disk, its links; has the
/// session built on it by [SessionAssembly], and takes all of it apart again.
///
/// The window is built on it by [Window], apart from here so that a command without one loads
/// nothing of the toolkit.
public final class Wiring implements AutoCloseable {

    /// How long the servers have to hear our goodbye.
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    /// How long the search index may take to close: it can be made again; and how long the file of
    /// an export that is given up may take to go.
    private static final Duration CLOSING = Duration.ofSeconds(10);

    /// In the profile's folder, what was in the clipboard only and is still to be sent.
    private static final String OUTGOING = "outgoing";

    /// In the profile's folder, the pictures of messages, as far as they were shown.
    private static final String PICTURES = "pictures";

    private final Lanes lanes;
    private final Db db;
    private final Journal journal;
    private final Session session;

    private Wiring(Lanes lanes, Db db, Journal journal, Session session) {
        this.lanes = lanes;
        this.db = db;
        this.journal = journal;
        this.session = session;
    }

    /// Opens a profile and begins to read what it shows first; connects nothing. Blocks while the
    /// store opens.
    ///
    /// @param folder where the profile keeps its history
    /// @param keyRing the operating system's, as soon as it is known; empty where it has none
    /// @param passwordFile for accounts whose password the user chose to keep in a file
    /// @throws kith.store.StoreException where the store can't be opened; says why
    public static Wiring open(
            Path folder,
            CompletableFuture<Optional<SecretStore>> keyRing,
            SecretStore passwordFile,
            TrustedCertificates trust,
            Names names) {
        return open(
                folder,
                keyRing,
                passwordFile,
                trust,
                names,
                UnaryOperator.identity(),
                InstantSource.system());
    }

    /// The same where time goes otherwise for the session and its links.
    ///
    /// @param time makes their timer of that of the threads
    /// @param clock says what time it is
    static Wiring open(
            Path folder,
            CompletableFuture<Optional<SecretStore>> keyRing,
            SecretStore passwordFile,
            TrustedCertificates trust,
            Names names,
            UnaryOperator<Timer> time,
            InstantSource clock) {
        var guard = new AtomicReference<Consumer<Throwable>>();
        var lanes = new Lanes(failure -> guard.get().accept(failure));
        var core = lanes.core();
        var io = lanes.io();
        var timer = time.apply(lanes);
        var faults = new Faults(new LockLane());
        guard.set(faults);

        var db = openStore(folder, lanes, clock);
        var journal = openJournal(folder, db, lanes);
        var inbound = new KeptInbound(journal, db::afterCommit, clock);
        var extensions = new XmppExtensions();
        var session =
                SessionAssembly.assemble(
                        new SessionEnvironment(
                                core,
                                io,
                                timer,
                                clock,
                                faults,
                                db,
                                new IndexFolder(folder),
                                new DictionaryFolders(DictionaryPlaces.here(folder)),
                                folder.resolve(OUTGOING),
                                folder.resolve(PICTURES),
                                inbound,
                                new Passwords(keyRing, passwordFile, io),
                                extensions,
                                (account, listener) ->
                                        new SmackLink(
                                                account,
                                                listener,
                                                extensions,
                                                core,
                                                io,
                                                timer,
                                                clock,
                                                trust,
                                                names,
                                                inbound),
                                new HistoryForms()));
        var network =
                new NetworkWatch(
                        new NetworkInterfaces(),
                        core,
                        io,
                        lanes,
                        clock,
                        System::nanoTime,
                        session.accounts()::lookAgain);
        core.execute(network::start);
        return new Wiring(lanes, db, journal, session);
    }

    public Session session() {
        return session;
    }

    /// The threads of the session; the window adds its own lane to them.
    public Lanes lanes() {
        return lanes;
    }

    /// Says goodbye to the servers, writes what is still to be written, and ends every thread.
    /// Blocks; whoever can't be reached in [#GOODBYE] isn't waited for.
    @Override
    public void close() {
        var allOffline = new CompletableFuture<Void>();
        var watch =
                session.accounts()
                        .accounts()
                        .watch(
                                lanes.core(),
                                all -> {
                                    if (all.stream().allMatch(each -> isDown(each.connection()))) {
                                        allOffline.complete(null);
                                    }
                                });
        var notices = session.notifier().end().toCompletableFuture().copy();
        session.accounts().disconnectAll();
        session.drafts().settleAll();
        session.draftEdits().settleAll();
        var exports = session.exports().close().toCompletableFuture().copy();
        allOffline.completeOnTimeout(null, GOODBYE.toMillis(), TimeUnit.MILLISECONDS).join();
        watch.close();
        notices.completeOnTimeout(null, GOODBYE.toMillis(), TimeUnit.MILLISECONDS).join();
        exports.completeOnTimeout(null, CLOSING.toMillis(), TimeUnit.MILLISECONDS).join();
        session.search()
                .close()
                .toCompletableFuture()
                .copy() // the index may still be closed
                .completeOnTimeout(null, CLOSING.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        lanes.close(db::close);
        session.search().leave();
        journal.close();
    }

    /// The threads must not outlive a store that can't be opened.
    private static Db openStore(Path folder, Lanes lanes, InstantSource clock) {
        boolean isOpen = false;
        try {
            var db = Db.open(folder, lanes.core(), clock);
            isOpen = true;
            return db;
        } finally {
            if (!isOpen) {
                lanes.close();
            }
        }
    }

    private static Journal openJournal(Path folder, Db db, Lanes lanes) {
        boolean isOpen = false;
        try {
            var journal = Journal.open(folder);
            isOpen = true;
            return journal;
        } finally {
            if (!isOpen) {
                lanes.core().execute(db::close);
                lanes.close();
            }
        }
    }

    private static boolean isDown(ConnectionState state) {
        return state instanceof ConnectionState.Offline || state instanceof ConnectionState.Stopped;
    }
}
