package kith.ui.shell;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Timer;
import kith.model.Account;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.HistoryFormat;
import kith.model.Message;
import kith.model.OccupantPicture;
import kith.session.account.AccountStatus;
import kith.session.export.Export;
import kith.session.search.SearchOrder;
import kith.ui.chats.ChatListSources;
import kith.ui.chats.ChatListViewModel;
import kith.ui.chats.ChatOpening;
import kith.ui.chats.RoomListSources;
import kith.ui.chats.RoomListViewModel;
import kith.ui.contacts.CollapsedGroups;
import kith.ui.contacts.ContactCommands;
import kith.ui.contacts.ContactsViewModel;
import kith.ui.join.NewChatViewModel;
import kith.ui.join.NewContact;
import kith.ui.keys.KeyBindings;
import kith.ui.keys.KeyWords;
import kith.ui.pending.PendingViewModel;
import kith.ui.search.SearchViewModel;
import kith.ui.settings.Looks;
import kith.ui.settings.Notifications;
import kith.ui.settings.PictureSettings;
import kith.ui.settings.RoomSettings;
import kith.ui.settings.SettingsViewModel;
import kith.ui.settings.Writing;
import kith.ui.shortcuts.ShortcutsViewModel;
import kith.ui.signin.SignInViewModel;
import kith.ui.switcher.SwitcherRow.Place;
import kith.ui.switcher.SwitcherSources;
import kith.ui.switcher.SwitcherViewModel;
import kith.ui.tabs.ChatWindowsViewModel;
import kith.ui.tabs.ClosedTabViewModel;
import kith.ui.tabs.TabCommands;
import kith.ui.tabs.TabSources;
import kith.ui.tabs.TabStripViewModel;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.timeline.TimelineCommands;
import kith.ui.timeline.TimelineRoom;
import kith.ui.timeline.TimelineViewModel;
import kith.ui.widget.PersonPicture;

import org.jxmpp.jid.impl.JidCreate;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The view-models of the window on the services of the running session.
public final class SessionViewModels implements ViewModels {

    private static final String COLLAPSED_GROUPS = "sidebar.collapsedGroups";

    private final SessionServices session;
    private final Texts texts;
    private final Times times;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Timer timer;
    private final Lane fx;
    private final Consumer<URI> open;

    /// @param open opens a link outside of Kith
    public SessionViewModels(
            SessionServices session,
            Texts texts,
            Times times,
            InstantSource clock,
            ZoneId zone,
            Timer timer,
            Lane fx,
            Consumer<URI> open) {
        this.session = session;
        this.texts = texts;
        this.times = times;
        this.clock = clock;
        this.zone = zone;
        this.timer = timer;
        this.fx = fx;
        this.open = open;
    }

    @Override
    public ProfileViewModel profile() {
        var presence = session.presence();
        return new ProfileViewModel(presence.presence(), ownAccounts(), presence::set, fx);
    }

    @Override
    public ConnectionViewModel connection() {
        var accounts = session.accounts();
        var commands = new ConnectionCommands(accounts::retryNow, accounts::connect);
        return new ConnectionViewModel(
                ownAccounts(),
                session.archive().states(),
                session.pending().messages(),
                session.roomServices().invitations().waiting().map(List::size),
                session.roomServices().invitationsSent().declined().map(List::size),
                commands,
                texts,
                times,
                clock,
                timer,
                fx);
    }

    @Override
    public PendingViewModel pending() {
        return new SessionPending(session, fx).open();
    }

    @Override
    public FaultViewModel faults() {
        return new FaultViewModel(session.faults().fault(), session.faults()::dismiss, fx);
    }

    @Override
    public TabStripViewModel tabs() {
        var tabs = session.tabs();
        var commands =
                new TabCommands(
                        tabs::select,
                        tabs::close,
                        tabs::closeOthers,
                        tabs::reopenClosed,
                        tabs::move,
                        (chat, isPinned) -> {
                            if (isPinned) {
                                tabs.pin(chat);
                            } else {
                                tabs.unpin(chat);
                            }
                        },
                        tabs::openWindow);
        return new TabStripViewModel(tabSources(), commands, fx);
    }

    @Override
    public ClosedTabViewModel closedTab() {
        return new ClosedTabViewModel(session.tabs()::reopenClosed, timer, fx);
    }

    @Override
    public ChatWindowsViewModel chatWindows() {
        var tabs = session.tabs();
        return new ChatWindowsViewModel(
                tabSources(),
                new ChatWindowsViewModel.Commands(tabs::close, tabs::backToTab, tabs::keepBounds),
                fx);
    }

    private TabSources tabSources() {
        return new TabSources(
                session.tabs().tabs(),
                session.chats().chats(),
                session.roster().contacts(),
                session.flags().flags(),
                session.roomServices().channels().rooms());
    }

    @Override
    public ChatListViewModel chats() {
        return new ChatListViewModel(
                new ChatListSources(
                        session.chats().chats(),
                        session.roster().contacts(),
                        session.tabs().tabs(),
                        session.drafts().drafts(),
                        session.flags().flags(),
                        session.roomServices().channels().rooms(),
                        session.rooms().rooms(),
                        session.roomServices().moderation().asked().rooms()),
                opening(),
                new SessionChatCommands(session),
                timer,
                fx);
    }

    @Override
    public ContactsViewModel contacts() {
        var roster = session.roster();
        var tabs = session.tabs();
        var commands =
                new ContactCommands(
                        chat -> tabs.open(chat, Chat.Kind.CONTACT),
                        chat -> tabs.openInBackground(chat, Chat.Kind.CONTACT),
                        roster::accept,
                        roster::decline);
        var preferences = session.preferences();
        var collapsed =
                new CollapsedGroups(
                        preferences.get(COLLAPSED_GROUPS),
                        names -> preferences.set(COLLAPSED_GROUPS, names));
        return new ContactsViewModel(
                roster.contacts(), roster.requests(), tabs.tabs(), commands, collapsed, timer, fx);
    }

    @Override
    public RoomListViewModel rooms() {
        var listed = session.roomServices().listed();
        return new RoomListViewModel(
                new RoomListSources(listed.all(), listed.neverEntered(), session.tabs().tabs()),
                opening(),
                session.roomServices().bookmarks()::forget,
                fx);
    }

    @Override
    public Live<Map<String, String>> pictureHashes() {
        return session.roomServices()
                .pictures()
                .hashes()
                .map(
                        all ->
                                all.entrySet().stream()
                                        .collect(
                                                Collectors.toUnmodifiableMap(
                                                        each -> each.getKey().peer().toString(),
                                                        Map.Entry::getValue,
                                                        (one, _) -> one)));
    }

    @Override
    public <T> CompletionStage<Optional<T>> picture(String hash, Function<byte[], T> draw) {
        return session.roomServices().pictures().image(hash, draw);
    }

    @Override
    public <T> CompletionStage<Optional<T>> personPicture(
            PersonPicture picture, Function<byte[], T> draw) {
        return session.roomServices().occupantPictures().image(announced(picture), draw);
    }

    @Override
    public void outOfSight(PersonPicture picture) {
        session.roomServices().occupantPictures().outOfSight(announced(picture));
    }

    private static OccupantPicture announced(PersonPicture picture) {
        var whose = JidCreate.fromOrThrowUnchecked(picture.whose()); // it was one
        return new OccupantPicture(whose, picture.hash());
    }

    @Override
    public SignInViewModel signIn() {
        return new SessionSignIns(session, fx).first();
    }

    @Override
    public SignInViewModel signInAgain(AccountId account) {
        return new SessionSignIns(session, fx).again(account);
    }

    @Override
    public SwitcherViewModel switcher() {
        return new SwitcherViewModel(
                new SwitcherSources(
                        session.chats().chats(),
                        session.roster().contacts(),
                        session.roomServices().listed().all(),
                        session.tabs().tabs(),
                        plainAccounts()),
                new SessionOpening(session).ofSwitcher(),
                new KeyWords(texts)::name,
                timer,
                fx);
    }

    @Override
    public SwitcherViewModel forward(List<String> forwarded, Consumer<Forwarding> told) {
        return SwitcherViewModel.choosing(
                new WritableChats(session).sources(plainAccounts()),
                places -> Forwarding.begin(forwarded, places, this::forward, told, fx),
                timer,
                fx);
    }

    /// They show in the chat by themselves, with what becomes of them.
    private CompletionStage<Message> forward(Place to, String text) {
        return session.chatting().forward(to.key(), to.kind(), text);
    }

    @Override
    public Export export(ChatKey chat, HistoryFormat format, Path file) {
        return session.exports().start(chat, format, file);
    }

    @Override
    public void showInFolder(Path file) {
        Optional.ofNullable(file.getParent()).map(Path::toUri).ifPresent(open);
    }

    @Override
    public NewsViewModel news() {
        return new NewsViewModel(timer, fx);
    }

    @Override
    public void open(ChatKey chat, Chat.Kind kind) {
        session.tabs().open(chat, kind);
    }

    @Override
    public SettingsViewModel settings(Looks looks) {
        var preferences = session.preferences();
        return new SettingsViewModel(
                new Writing(
                        preferences.sendKey().get(),
                        preferences.tellsTyping().get(),
                        preferences::setSendKey,
                        preferences::setTellsTyping),
                new Notifications(
                        preferences.notifies().get(),
                        preferences.notifiesWords().get(),
                        preferences::setNotifies,
                        preferences::setNotifiesWords),
                new PictureSettings(
                        preferences.showsPictures().get(), preferences::setShowsPictures),
                new RoomSettings(preferences.roomDirectory(), preferences::setRoomDirectory),
                looks);
    }

    @Override
    public ShortcutsViewModel shortcuts(KeyBindings bindings) {
        return new ShortcutsViewModel(bindings, session.preferences().sendKey().get());
    }

    @Override
    public NewChatViewModel newChat() {
        var roster = session.roster();
        return new NewChatViewModel(
                accounts(),
                new NewContact(
                        chat -> roster.contact(chat).get().isPresent(),
                        roster::add,
                        chat -> session.tabs().open(chat, Chat.Kind.CONTACT)),
                fx);
    }

    @Override
    public RoomDialogs roomDialogs() {
        return new SessionRoomDialogs(session, fx);
    }

    @Override
    public SearchViewModel search() {
        var search = session.search();
        return new SearchViewModel(
                search.state(),
                (query, skip, limit) -> search.search(query, SearchOrder.NEWEST_FIRST, skip, limit),
                new ServerSearch(search, session.older()),
                session.roster().contacts(),
                session.chats().chats(),
                session.tabs()::open,
                zone,
                fx);
    }

    @Override
    public FoundTimeline around(ChatKey chat, Chat.Kind kind) {
        var window = session.timelines().open(chat);
        var chats = session.chatting();
        var commands =
                new TimelineCommands(
                        (message, emoji) -> {
                            var _ = chats.toggleReaction(message, emoji); // shows by itself
                        },
                        message -> {
                            var _ = chats.retract(message); // shows by itself
                        },
                        window::around,
                        window::older,
                        () -> session.archive().more(chat),
                        window::newer,
                        window::toNewest,
                        window::toTime,
                        chats::retry,
                        chats::discard,
                        window::versions,
                        open);
        var rooms = session.rooms();
        var room =
                kind == Chat.Kind.ROOM
                        ? Optional.of(
                                new TimelineRoom(
                                        rooms.room(chat),
                                        rooms.occupants(chat),
                                        rooms.saidIn()::of))
                        : Optional.<TimelineRoom>empty();
        return new FoundTimeline(
                new TimelineViewModel(window.timeline(), room, commands, clock, zone, timer, fx),
                window::around,
                window::close);
    }

    @Override
    public void watching(Optional<ChatKey> chat) {
        session.attention().watching(chat);
        chat.ifPresent(session.flags()::seen);
        chat.ifPresent(session.rooms()::looking); // none of a contact's
    }

    @Override
    public void active(boolean isActive) {
        session.activity().set(isActive);
    }

    private ChatOpening opening() {
        return new SessionOpening(session).ofLists();
    }

    private Live<List<OwnAccount>> ownAccounts() {
        return session.accounts()
                .accounts()
                .map(
                        all ->
                                all.stream()
                                        .map(
                                                each ->
                                                        new OwnAccount(
                                                                each.account(), each.connection()))
                                        .toList());
    }

    private Live<List<Account>> plainAccounts() {
        return session.accounts()
                .accounts()
                .map(all -> all.stream().map(AccountStatus::account).toList());
    }

    private List<Account> accounts() {
        return session.accounts().accounts().get().stream().map(AccountStatus::account).toList();
    }
}
