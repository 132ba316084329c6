package kith;

import kith.base.Lanes;
import kith.base.LockLane;
import kith.desktop.NetworkInterfaces;
import kith.model.ConnectionState;
import kith.model.Message;
import kith.session.EventRouter;
import kith.session.Faults;
import kith.session.HistoryService;
import kith.session.KeptInbound;
import kith.session.Preferences;
import kith.session.Recollection;
import kith.session.Session;
import kith.session.StoreRecovery;
import kith.session.account.AccountService;
import kith.session.account.Links;
import kith.session.account.NetworkWatch;
import kith.session.account.OwnPresence;
import kith.session.account.Passwords;
import kith.session.account.SecretStore;
import kith.session.account.SignInService;
import kith.session.account.UserActivity;
import kith.session.archive.ArchiveSync;
import kith.session.chat.Attention;
import kith.session.chat.ChatList;
import kith.session.chat.ChatService;
import kith.session.chat.Drafts;
import kith.session.chat.Flags;
import kith.session.chat.Inbox;
import kith.session.chat.Marks;
import kith.session.chat.Notes;
import kith.session.chat.Outbox;
import kith.session.chat.PendingMessages;
import kith.session.chat.ReadMarks;
import kith.session.chat.ShownMessages;
import kith.session.chat.Tabs;
import kith.session.chat.Timelines;
import kith.session.feed.EventFeed;
import kith.session.feed.SessionEvent;
import kith.session.room.RoomEntrance;
import kith.session.room.RoomEvents;
import kith.session.room.RoomService;
import kith.session.room.RoomVisits;
import kith.session.room.SubjectChanges;
import kith.session.roster.RosterService;
import kith.session.search.SearchService;
import kith.store.AccountStore;
import kith.store.ArchiveStore;
import kith.store.ChatStore;
import kith.store.Db;
import kith.store.DraftStore;
import kith.store.FlagStore;
import kith.store.Journal;
import kith.store.MessageStore;
import kith.store.NoteStore;
import kith.store.ReadStore;
import kith.store.RoomStore;
import kith.store.RosterStore;
import kith.store.SettingStore;
import kith.store.TabStore;
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

/// Builds every object of a session once, by hand, top to bottom, and takes it apart again.
///
/// The window is built on it by [Window], apart from here so that a command without one loads
/// nothing of the toolkit.
public final class Wiring implements AutoCloseable {

    /// How long the servers have to hear our goodbye.
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    /// How long the search index may take to close: it can be made again.
    private static final Duration CLOSING = Duration.ofSeconds(10);

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
        var clock = InstantSource.system();
        var guard = new AtomicReference<Consumer<Throwable>>();
        var lanes = new Lanes(failure -> guard.get().accept(failure));
        var core = lanes.core();
        var io = lanes.io();
        var faults = new Faults(new LockLane());
        guard.set(faults);

        var db = openStore(folder, lanes, clock);
        var journal = openJournal(folder, db, lanes);
        var inbound = new KeptInbound(journal, db::afterCommit, clock);
        var accountStore = new AccountStore(db);
        var rosterStore = new RosterStore(db);
        var chatStore = new ChatStore(db);
        var messageStore = new MessageStore(db);
        var readStore = new ReadStore(db);
        var roomStore = new RoomStore(db);
        var tabStore = new TabStore(db);
        var archiveStore = new ArchiveStore(db);
        var settingStore = new SettingStore(db);

        var extensions = new XmppExtensions();
        var feed = new EventFeed(db::afterCommit);
        faults.fault()
                .watch(
                        core,
                        newest -> newest.map(SessionEvent.Faulted::new).ifPresent(feed::tellNow));
        var links = new Links();
        var accounts =
                new AccountService(
                        accountStore,
                        new Passwords(keyRing, passwordFile, io),
                        links,
                        (account, listener) ->
                                new SmackLink(
                                        account,
                                        listener,
                                        extensions,
                                        core,
                                        io,
                                        lanes,
                                        clock,
                                        trust,
                                        names,
                                        inbound),
                        feed,
                        core,
                        faults);
        var signIns = new SignInService(accounts, core);
        var presence = new OwnPresence(settingStore, links, extensions, core);
        var activity = new UserActivity(links, core);
        var roster = new RosterService(rosterStore, links, extensions, feed, core);
        var visits = new RoomVisits(roomStore, feed, core);
        var entrance =
                new RoomEntrance(
                        visits,
                        links,
                        extensions,
                        room -> messageStore.newest(room, 1).stream().findFirst().map(Message::at),
                        lanes,
                        clock);
        var subjects = new SubjectChanges(links, extensions.xep0045Rooms(), lanes);
        var rooms = new RoomService(visits, entrance, subjects, core);
        var roomEvents = new RoomEvents(visits, entrance, subjects);
        var chatList = new ChatList(chatStore, roster.contacts(), rooms.rooms(), core);
        var tabs = new Tabs(tabStore, chatList, core);
        var timelines = new Timelines(messageStore, chatList::unread, archiveStore::holes, core);
        var notes = new Notes(new NoteStore(db), links, extensions, db::afterCommit);
        var reads =
                new ReadMarks(
                        readStore,
                        chatList,
                        links,
                        extensions,
                        notes,
                        roster::maySeeUs,
                        db::afterCommit);
        var shown = new ShownMessages(messageStore, chatList, timelines, feed);
        var marks = new Marks(messageStore, readStore, reads, shown, notes, roster::maySeeUs);
        var attention = new Attention(reads, core);
        var inbox =
                new Inbox(
                        messageStore,
                        chatList,
                        reads,
                        marks,
                        timelines,
                        shown,
                        attention,
                        visits::nick);
        var outbox =
                new Outbox(
                        messageStore,
                        links,
                        extensions,
                        chatList,
                        shown,
                        visits::isJoined,
                        db::afterCommit,
                        clock);
        var pending = new PendingMessages(messageStore, feed, core, db::afterCommit);
        var chats =
                new ChatService(
                        messageStore,
                        chatList,
                        reads,
                        outbox,
                        links,
                        extensions,
                        db::committed,
                        core);
        var drafts = new Drafts(new DraftStore(db), lanes, core);
        var flags = new Flags(new FlagStore(db), chatList, lanes, clock, core);
        var archive =
                new ArchiveSync(
                        archiveStore,
                        links,
                        extensions,
                        inbox,
                        chatList,
                        core,
                        lanes,
                        outbox::waitingSince,
                        account -> {
                            outbox.caughtUp(account);
                            reads.caughtUp(account);
                            feed.tell(new SessionEvent.CaughtUp(account));
                        },
                        room -> {
                            outbox.caughtUp(room);
                            reads.caughtUp(room);
                        },
                        clock);
        var search =
                new SearchService(
                        new IndexFolder(folder),
                        messageStore,
                        settingStore,
                        roster.contacts(),
                        chatList.chats(),
                        db::committed,
                        core,
                        io,
                        lanes);
        search.start(feed);
        var preferences = new Preferences(settingStore, core);
        var network =
                new NetworkWatch(
                        new NetworkInterfaces(),
                        core,
                        io,
                        lanes,
                        clock,
                        System::nanoTime,
                        accounts::lookAgain);
        var router =
                new EventRouter(
                        accounts,
                        presence,
                        activity,
                        roster,
                        roomEvents,
                        chatList,
                        chats,
                        outbox,
                        notes,
                        reads,
                        archive,
                        links,
                        core);

        Consumer<Journal.Entry> heardLater =
                entry ->
                        router.heardLater(
                                entry.account(),
                                Recollection.of(entry, accountStore, roomStore, extensions));
        var recovery =
                new StoreRecovery(
                        settingStore,
                        rosterStore,
                        accounts,
                        archive,
                        outbox,
                        chatList,
                        timelines,
                        drafts,
                        db::committed,
                        () -> {
                            flags.storeLost();
                            tabs.storeLost();
                            inbound.replayAll(core, heardLater);
                            search.goOn();
                        },
                        lanes);
        db.whenLost(recovery::lost);
        core.execute(
                () -> {
                    preferences.load();
                    presence.load();
                    accounts.load(
                            router::listenerOf,
                            account -> {
                                roster.forget(account);
                                roomEvents.forget(account);
                                tabs.forget(account);
                                chatList.forget(account);
                                drafts.forget(account);
                                flags.forget(account);
                                notes.forget(account);
                                pending.forget(account);
                                archive.forget(account);
                                search.forget(account);
                            });
                    for (var account : accountStore.all()) {
                        roster.load(account.id());
                        visits.load(account.id());
                        archive.load(account.id());
                    }
                    chatList.load();
                    pending.load();
                    drafts.load();
                    flags.load();
                    tabs.load();
                    network.start();
                    inbound.replay(core, heardLater);
                });
        var session =
                new Session(
                        accounts,
                        signIns,
                        presence,
                        activity,
                        roster,
                        chatList,
                        chats,
                        drafts,
                        flags,
                        pending,
                        tabs,
                        timelines,
                        attention,
                        rooms,
                        archive,
                        new HistoryService(messageStore, core),
                        search,
                        feed,
                        faults,
                        preferences);
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
        session.accounts().disconnectAll();
        session.drafts().settleAll();
        allOffline.completeOnTimeout(null, GOODBYE.toMillis(), TimeUnit.MILLISECONDS).join();
        watch.close();
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
