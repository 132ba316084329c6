package kith.session;

import kith.base.Live;
import kith.model.AccountId;
import kith.model.Alerts;
import kith.model.Chat;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.session.account.AccountService;
import kith.session.account.Links;
import kith.session.account.OwnPresence;
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
import kith.session.chat.FlagSharing;
import kith.session.chat.Flags;
import kith.session.chat.Inbox;
import kith.session.chat.Marks;
import kith.session.chat.Notes;
import kith.session.chat.Outbox;
import kith.session.chat.PendingMessages;
import kith.session.chat.ReadMarks;
import kith.session.chat.RoomReaders;
import kith.session.chat.ShownMessages;
import kith.session.chat.Tabs;
import kith.session.chat.Timelines;
import kith.session.chat.TypingStates;
import kith.session.export.ExportService;
import kith.session.export.HistoryService;
import kith.session.feed.EventFeed;
import kith.session.feed.SessionEvent;
import kith.session.file.FileService;
import kith.session.notify.NoticeSources;
import kith.session.notify.Notifier;
import kith.session.picture.PictureRules;
import kith.session.picture.PictureService;
import kith.session.room.PrivateWords;
import kith.session.room.RefusedInRooms;
import kith.session.room.RoomWords;
import kith.session.room.SlowRooms;
import kith.session.roster.RosterService;
import kith.session.search.SearchService;
import kith.session.spelling.SpellingService;
import kith.store.Journal;

import java.util.List;
import java.util.Set;

/// Builds the services of a session once, by hand, top to bottom, each from what stands above it.
///
/// A new service gets its line in the constructor; one in `load` and one in `forget` if it keeps
/// something; and a component of [Session] if the window or a command uses it.
public final class SessionAssembly {

    private final SessionEnvironment environment;
    private final Stores stores;
    private final RoomAssembly rooms;
    private final RefusedInRooms refusedInRooms;
    private final SlowRooms slow;
    private final Notes notes;
    private final FlagSharing sharing;
    private final EventRouter router;
    private final StoreRecovery recovery;
    private final Session session;

    private SessionAssembly(SessionEnvironment environment) {
        this.environment = environment;
        var core = environment.core();
        var timer = environment.timer();
        var clock = environment.clock();
        var faults = environment.faults();
        var db = environment.db();
        var extensions = environment.extensions();
        stores = Stores.of(db);
        var messages = stores.messages();
        var settings = stores.settings();

        var feed = new EventFeed(db::afterCommit);
        faults.fault()
                .watch(
                        core,
                        newest -> newest.map(SessionEvent.Faulted::new).ifPresent(feed::tellNow));
        var links = new Links();
        var accounts =
                new AccountService(
                        stores.accounts(),
                        environment.passwords(),
                        links,
                        environment.links(),
                        feed,
                        core,
                        faults);
        var signIns = new SignInService(accounts, core);
        var presence = new OwnPresence(settings, links, extensions, core);
        var activity = new UserActivity(links, core);
        var roster = new RosterService(stores.rosters(), links, extensions, feed, core);
        rooms = RoomAssembly.of(environment, stores, links, presence, roster, feed);
        var visits = rooms.visits();
        var bookmarks = rooms.services().bookmarks();
        var chatList =
                new ChatList(
                        stores.chats(), roster.contacts(), rooms.service().rooms(), timer, core);
        var tabs = new Tabs(stores.tabs(), chatList, core);
        var timelines = new Timelines(messages, chatList::unread, stores.archives()::holes, core);
        notes = new Notes(stores.notes(), links, extensions, db::afterCommit);
        var reads =
                new ReadMarks(
                        stores.reads(),
                        chatList,
                        links,
                        extensions,
                        notes,
                        chat -> roster.maySeeUs(chat) || visits.isSmall(chat),
                        db::afterCommit);
        var shown = new ShownMessages(messages, chatList, timelines, feed);
        var readers = new RoomReaders(stores.roomReaders(), core);
        var marks =
                new Marks(messages, stores.reads(), reads, readers, shown, notes, roster::maySeeUs);
        var attention = new Attention(reads, core);
        var preferences = new Preferences(settings, core);
        var flags = new Flags(stores.flags(), chatList, timer, clock, core);
        var channels = rooms.services().channels().rooms();
        var notifier =
                new Notifier(
                        new NoticeSources(
                                chatList::unread,
                                chat -> alerts(chat, flags, channels),
                                chat -> title(chat, chatList),
                                messages::find,
                                stores.reads()::isRead,
                                rooms.services().invitations().waiting(),
                                presence.presence(),
                                List.of(chatList.chats(), flags.flags()),
                                preferences.notifies(),
                                preferences.notifiesWords()),
                        timer,
                        clock,
                        core);
        var inbox =
                new Inbox(
                        messages,
                        chatList,
                        marks,
                        timelines,
                        shown,
                        attention,
                        visits::nick,
                        rooms.service().saidIn()::said,
                        unread -> db.afterCommit(() -> notifier.arrived(unread)));
        var typing =
                new TypingStates(
                        links,
                        extensions.xep0085ChatStates(),
                        chatList::kind,
                        visits::isJoined,
                        visits::isSmall);
        feed.listen(typing::heard);
        preferences.tellsTyping().watch(core, typing::tell);
        refusedInRooms = new RefusedInRooms(visits, rooms.entrance());
        slow = new SlowRooms(rooms.services().moderation().offers(), visits, timer, clock);
        var outbox =
                new Outbox(
                        messages,
                        links,
                        extensions,
                        chatList,
                        shown,
                        it -> refusedInRooms.isOpen(it.chat()) && slow.admits(it),
                        new RoomWords(visits)::beside,
                        new PrivateWords(visits),
                        typing,
                        db::afterCommit,
                        clock);
        slow.onTurn(outbox::joined);
        feed.listen(slow::heard);
        refusedInRooms.onMessages(outbox::waitAgain, outbox::refused, outbox::joined);
        var files =
                new FileService(
                        stores.uploads(),
                        messages,
                        links,
                        extensions,
                        environment.kept(),
                        outbox::uploaded,
                        outbox::refused,
                        db::afterCommit,
                        timer,
                        environment.io(),
                        core);
        outbox.onFiles(files::begin, files::drop);
        feed.listen(files::heard);
        var pictures =
                new PictureService(
                        messages,
                        stores.uploads(),
                        links,
                        new PictureRules(
                                        preferences.showsPictures(),
                                        chatList::kind,
                                        roster::contact,
                                        rooms.service()::room)
                                ::withheld,
                        shown::changed,
                        environment.pictures(),
                        clock,
                        environment.io(),
                        core);
        files.onUploaded(pictures::adopt);
        feed.listen(pictures::heard);
        roster.contacts().watch(core, _ -> pictures.reconsider());
        preferences.showsPictures().watch(core, _ -> pictures.reconsider());
        var pending = new PendingMessages(messages, feed, core, db::afterCommit);
        var draftEdits = new DraftEdits(stores.drafts(), messages, timer, core);
        feed.listen(draftEdits::heard);
        var chats =
                new ChatService(
                        messages,
                        chatList,
                        reads,
                        outbox,
                        typing,
                        draftEdits,
                        links,
                        visits::nick,
                        db::committed,
                        core);
        var drafts = new Drafts(stores.drafts(), timer, core);
        var draftReplies = new DraftReplies(stores.drafts(), messages, core);
        sharing =
                FlagSharing.of(
                        flags,
                        stores.sharedFlags(),
                        chatList,
                        links,
                        extensions.xep0402Bookmarks(),
                        rooms.turns(),
                        db::afterCommit,
                        core);
        activity.whenBack(
                () -> {
                    sharing.userCameBack();
                    bookmarks.userCameBack();
                });
        var archive =
                new ArchiveSync(
                        stores.archives(),
                        links,
                        extensions,
                        inbox,
                        chatList,
                        core,
                        timer,
                        outbox::waitingSince,
                        outbox::isSending,
                        account -> {
                            outbox.caughtUp(account);
                            reads.caughtUp(account);
                            sharing.caughtUp(account);
                            bookmarks.caughtUp(account);
                            feed.tell(new SessionEvent.CaughtUp(account));
                        },
                        room -> {
                            outbox.caughtUp(room);
                            reads.caughtUp(room);
                        },
                        clock);
        var search =
                new SearchService(
                        environment.index(),
                        messages,
                        settings,
                        roster.contacts(),
                        chatList.chats(),
                        db::committed,
                        core,
                        environment.io(),
                        timer);
        search.start(feed);
        var older = new OlderMessages(archive, links, extensions.xep0313Archive(), core);
        var spelling =
                new SpellingService(
                        stores.spellings(),
                        preferences,
                        environment.dictionaries(),
                        timer,
                        core,
                        environment.io());
        router =
                new EventRouter(
                        accounts,
                        presence,
                        activity,
                        roster,
                        rooms.events(),
                        rooms.services().pictures(),
                        rooms.services().invitations(),
                        rooms.services().invitationsSent(),
                        refusedInRooms,
                        chatList,
                        chats,
                        outbox,
                        notes,
                        reads,
                        sharing,
                        bookmarks,
                        archive,
                        files,
                        links,
                        core);
        rooms.services()
                .makings()
                .whenEntered(
                        (account, joined) -> {
                            router.entered(account, joined);
                            bookmarks.entering(new ChatKey(account, joined.room()));
                        });
        recovery =
                new StoreRecovery(
                        settings,
                        stores.rosters(),
                        accounts,
                        archive,
                        outbox,
                        chatList,
                        timelines,
                        drafts,
                        db::committed,
                        () -> {
                            preferences.storeLost();
                            rooms.storeLost();
                            readers.load();
                            draftReplies.storeLost();
                            draftEdits.storeLost();
                            flags.storeLost();
                            spelling.storeLost();
                            sharing.storeLost();
                            tabs.storeLost();
                            environment.inbound().replayAll(core, this::heardLater);
                            search.goOn();
                        },
                        timer);
        var history = new HistoryService(messages, core);
        session =
                new Session(
                        accounts,
                        signIns,
                        presence,
                        activity,
                        roster,
                        chatList,
                        chats,
                        drafts,
                        draftReplies,
                        draftEdits,
                        flags,
                        pending,
                        tabs,
                        timelines,
                        attention,
                        rooms.service(),
                        rooms.services(),
                        readers,
                        archive,
                        older,
                        history,
                        new ExportService(
                                history,
                                environment.pages(),
                                new KnownNames(accounts.accounts(), chatList::chat),
                                core,
                                environment.io()),
                        search,
                        spelling,
                        feed,
                        files,
                        pictures,
                        notifier,
                        faults,
                        preferences);
    }

    private static Alerts alerts(ChatKey chat, Flags flags, Live<Set<ChatKey>> channels) {
        var usual = Alerts.usual(channels.get().contains(chat));
        return flags.flags().get().getOrDefault(chat, ChatFlags.NONE).alerts(usual);
    }

    private static String title(ChatKey chat, ChatList chats) {
        return chats.chat(chat).get().map(Chat::title).orElse(chat.peer().toString());
    }

    /// Builds a session and begins to read what the store has; connects nothing. Any thread.
    public static Session assemble(SessionEnvironment environment) {
        var assembly = new SessionAssembly(environment);
        environment
                .db()
                .whenLost(
                        () -> {
                            environment.inbound().storeLost();
                            assembly.recovery.lost();
                        });
        environment.core().execute(assembly::load);
        return assembly.session;
    }

    private void load() {
        session.preferences().load();
        session.presence().load();
        session.accounts().load(router::listenerOf, this::forget);
        for (var account : stores.accounts().all()) {
            session.roster().load(account.id());
            rooms.load(account.id());
            session.archive().load(account.id());
        }
        session.chatList().load();
        session.readers().load();
        session.pending().load();
        session.drafts().load();
        session.draftEdits().load();
        session.flags().load();
        session.spelling().load();
        sharing.load();
        rooms.load();
        session.tabs().load();
        session.files().load();
        session.pictures().load();
        environment.inbound().replay(environment.core(), this::heardLater);
    }

    private void forget(AccountId account) {
        session.roster().forget(account);
        rooms.forget(account);
        refusedInRooms.forget(account);
        slow.forget(account);
        session.tabs().forget(account);
        session.chatList().forget(account);
        session.readers().forget(account);
        session.drafts().forget(account);
        session.draftEdits().forget(account);
        session.flags().forget(account);
        session.spelling().forget(account);
        sharing.forget(account);
        notes.forget(account);
        session.pending().forget(account);
        session.files().forget(account);
        session.pictures().forget(account);
        session.archive().forget(account);
        session.search().forget(account);
    }

    private void heardLater(Journal.Entry entry) {
        var events =
                Recollection.of(entry, stores.accounts(), stores.rooms(), environment.extensions());
        environment.db().asHeard(entry.at(), () -> router.heardLater(entry.account(), events));
    }
}
