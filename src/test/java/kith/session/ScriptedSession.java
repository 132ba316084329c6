package kith.session;

import kith.base.BatchLane;
import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.cli.HistoryForms;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Message;
import kith.model.PasswordKeeping;
import kith.model.PresenceSubscription;
import kith.model.RosterItem;
import kith.model.ServerAddress;
import kith.session.account.AccountService;
import kith.session.account.Credentials;
import kith.session.account.OwnPresence;
import kith.session.account.Passwords;
import kith.session.account.SecretStore;
import kith.session.account.SignInService;
import kith.session.account.UserActivity;
import kith.session.archive.ArchiveSync;
import kith.session.archive.OlderMessages;
import kith.session.chat.Attention;
import kith.session.chat.ChatList;
import kith.session.chat.ChatService;
import kith.session.chat.DraftEdits;
import kith.session.chat.DraftReplies;
import kith.session.chat.Drafts;
import kith.session.chat.Flags;
import kith.session.chat.PendingMessages;
import kith.session.chat.RoomReaders;
import kith.session.chat.Tabs;
import kith.session.chat.Timelines;
import kith.session.export.ExportService;
import kith.session.export.HistoryService;
import kith.session.feed.SessionEvent;
import kith.session.file.FileService;
import kith.session.notify.Notifier;
import kith.session.picture.PictureService;
import kith.session.room.Channels;
import kith.session.room.Continuations;
import kith.session.room.Conversions;
import kith.session.room.Invitations;
import kith.session.room.InvitationsSent;
import kith.session.room.ListedRooms;
import kith.session.room.OccupantPictures;
import kith.session.room.RoomBookmarks;
import kith.session.room.RoomMakings;
import kith.session.room.RoomModeration;
import kith.session.room.RoomNotices;
import kith.session.room.RoomPictures;
import kith.session.room.RoomService;
import kith.session.roster.RosterService;
import kith.session.search.SearchService;
import kith.store.Db;
import kith.store.MessageStore;
import kith.store.dictionary.DictionaryFolders;
import kith.store.search.IndexFolder;
import kith.xmpp.XmppEvent;
import kith.xmpp.xep.XmppExtensions;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// A whole session on a store in memory, whose servers are the test and whose lane runs at once.
final class ScriptedSession {

    static final EntityBareJid ME = JidCreate.entityBareFromOrThrowUnchecked("mara@hearth.example");
    static final BareJid LAYLA = JidCreate.bareFromOrThrowUnchecked("layla@birke.example");
    static final BareJid ROOM = JidCreate.bareFromOrThrowUnchecked("print@rooms.hearth.example");

    /// Nobody searches there, so that it is never made.
    private static final IndexFolder NO_INDEX = new IndexFolder(Path.of("target", "no-profile"));

    private static final Path NO_FILES = Path.of("target", "no-files");

    private final Path kept;
    final ImmediateLane core;
    final ScriptedKeyRing keyRing = new ScriptedKeyRing();
    final ScriptedReplay replay;
    final ManualTimer timer = new ManualTimer();

    /// Where files are read and written.
    final ScriptedIo io = new ScriptedIo();

    final List<SessionEvent> told = new ArrayList<>();
    final Map<AccountId, ScriptedLink> servers = new HashMap<>();
    final AccountService accounts;
    final SignInService signIns;
    final OwnPresence presence;
    final RoomReaders readers;
    final UserActivity activity;
    final RosterService roster;
    final RoomService rooms;
    final RoomMakings roomMakings;
    final RoomPictures roomPictures;
    final OccupantPictures occupantPictures;
    final RoomModeration moderation;
    final Invitations invitations;
    final InvitationsSent invitationsSent;
    final Conversions conversions;
    final Continuations continuations;
    final RoomBookmarks bookmarks;
    final RoomNotices notices;
    final Channels channels;
    final ListedRooms listed;
    final ChatList chatList;
    final ChatService chats;
    final Drafts drafts;
    final DraftReplies draftReplies;
    final DraftEdits draftEdits;
    final Preferences preferences;
    final Flags flags;
    final PendingMessages pending;
    final Tabs tabs;
    final Timelines timelines;
    final Attention attention;
    final ArchiveSync archive;
    final OlderMessages older;
    final HistoryService history;
    final ExportService exports;
    final Faults faults = new Faults(new ImmediateLane());
    final FileService files;
    final PictureService pictures;
    final Notifier notifier;
    final SearchService search;
    final Db db;
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-20T09:00:00Z"));

    /// What others say, each a second after the last.
    final ScriptedMessages incoming = new ScriptedMessages(this::tick);

    private final MessageStore messageStore;
    private final XmppExtensions extensions = new XmppExtensions();
    private final List<ScriptedArchive> archives = new ArrayList<>();

    /// A session of a profile that is new.
    ScriptedSession() {
        this(NO_INDEX);
    }

    /// A session of a profile that is new, and in which is searched.
    ScriptedSession(IndexFolder index) {
        this(Optional.empty(), new ImmediateLane(), Db::inMemory, NO_FILES, index);
    }

    /// A session that begins with what another has left in the store, and has another index.
    ScriptedSession(ScriptedSession before, IndexFolder index) {
        this(Optional.of(before), before.core, Db::inMemory, before.kept, index);
        before.keyRing.passwords().forEach(keyRing::keep);
    }

    /// A session on a store that a test opens.
    ///
    /// @param guard takes what fails
    ScriptedSession(
            BiFunction<BatchLane, InstantSource, Db> opener, Consumer<RuntimeException> guard) {
        this(Optional.empty(), new ImmediateLane(guard), opener, NO_FILES, NO_INDEX);
    }

    /// A session of a profile that is new.
    ///
    /// @param kept where files are kept that are still to be sent
    ScriptedSession(Path kept) {
        this(Optional.empty(), new ImmediateLane(), Db::inMemory, kept, NO_INDEX);
    }

    /// A session that begins with what another has left in the store.
    ScriptedSession(ScriptedSession before) {
        this(before, NO_INDEX);
    }

    private ScriptedSession(
            Optional<ScriptedSession> before,
            ImmediateLane lane,
            BiFunction<BatchLane, InstantSource, Db> opener,
            Path kept,
            IndexFolder index) {
        this.kept = kept;
        InstantSource clock = now::get;
        before.ifPresent(it -> now.set(it.now()));
        replay = new ScriptedReplay(before.map(it -> it.replay.leaves()).orElse(List.of()));
        core = lane;
        db = before.map(it -> it.db).orElseGet(() -> opener.apply(core, clock));
        messageStore = new MessageStore(db);
        var keyRings = CompletableFuture.completedFuture(Optional.<SecretStore>of(keyRing));
        var session =
                SessionAssembly.assemble(
                        new SessionEnvironment(
                                core,
                                io,
                                timer,
                                clock,
                                faults,
                                db,
                                index,
                                new DictionaryFolders(List.of()),
                                kept,
                                kept.resolveSibling(kept.getFileName() + "-pictures"),
                                replay,
                                new Passwords(keyRings, keyRing, Runnable::run),
                                extensions,
                                (account, listener) ->
                                        servers.computeIfAbsent(
                                                account,
                                                id -> new ScriptedLink(id, listener, archives)),
                                new HistoryForms()));
        session.feed().listen(told::add);
        accounts = session.accounts();
        signIns = session.signIns();
        presence = session.presence();
        readers = session.readers();
        activity = session.activity();
        roster = session.roster();
        rooms = session.rooms();
        roomMakings = session.roomServices().makings();
        roomPictures = session.roomServices().pictures();
        occupantPictures = session.roomServices().occupantPictures();
        moderation = session.roomServices().moderation();
        invitations = session.roomServices().invitations();
        invitationsSent = session.roomServices().invitationsSent();
        conversions = session.roomServices().conversions();
        continuations = session.roomServices().continuations();
        bookmarks = session.roomServices().bookmarks();
        notices = session.roomServices().notices();
        channels = session.roomServices().channels();
        listed = session.roomServices().listed();
        chatList = session.chatList();
        chats = session.chats();
        drafts = session.drafts();
        draftReplies = session.draftReplies();
        draftEdits = session.draftEdits();
        preferences = session.preferences();
        flags = session.flags();
        pending = session.pending();
        tabs = session.tabs();
        timelines = session.timelines();
        attention = session.attention();
        archive = session.archive();
        older = session.older();
        history = session.history();
        exports = session.exports();
        files = session.files();
        pictures = session.pictures();
        notifier = session.notifier();
        search = session.search();
    }

    /// Adds the account and signs it in.
    AccountId signIn() {
        accounts.provision(
                ME,
                new Credentials("secret"),
                new ServerAddress.ByDomain(),
                PasswordKeeping.KEY_RING);
        accounts.connectAll();
        var account = accounts.accounts().get().getFirst().account().id();
        on(account, server -> server.signedIn(false));
        server(account).takeSent();
        return account;
    }

    /// Gives the account or a room an archive.
    ScriptedArchive archive(BareJid address) {
        var made = new ScriptedArchive(address, extensions.xep0313Archive());
        archives.add(made);
        return made;
    }

    ScriptedLink server(AccountId account) {
        return Objects.requireNonNull(servers.get(account));
    }

    /// Lets something happen on the wire of an account, on the core lane as a link does.
    void on(AccountId account, java.util.function.Consumer<ScriptedLink> happening) {
        core.execute(() -> happening.accept(server(account)));
    }

    void say(AccountId account, XmppEvent... events) {
        on(account, server -> server.say(events));
    }

    /// The account's roster comes: Layla is in it, and nobody else.
    void befriend(AccountId account, String name, PresenceSubscription subscription) {
        var layla = new RosterItem(LAYLA, name, List.of(), subscription, false);
        say(account, new XmppEvent.RosterReceived(Optional.empty(), List.of(layla)));
    }

    /// The bodies of a chat in the order of the timeline.
    List<String> bodies(ChatKey chat) {
        return messages(chat).stream().map(each -> ((Content.Text) each.content()).body()).toList();
    }

    List<Message> messages(ChatKey chat) {
        var found = new ArrayList<Message>();
        core.execute(() -> messageStore.each(Optional.of(chat), found::add));
        return found;
    }

    Instant now() {
        return now.get();
    }

    /// Now, a second later than the last time.
    Instant tick() {
        return now.updateAndGet(before -> before.plusSeconds(1));
    }

    /// Lets time pass, and what waits for it happen.
    void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
        core.execute(() -> timer.pass(time));
    }

    /// Lets time pass while the computer sleeps: no timer runs.
    void sleep(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
