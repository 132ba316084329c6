package kith.gallery;

import kith.base.Cell;
import kith.base.Live;
import kith.model.Account;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.HistoryFormat;
import kith.model.Refusal;
import kith.session.account.SignInState;
import kith.session.export.Export;
import kith.session.export.ExportState;
import kith.ui.chat.IdleCommands;
import kith.ui.chats.ChatListSources;
import kith.ui.chats.ChatListViewModel;
import kith.ui.chats.RoomListSources;
import kith.ui.chats.RoomListViewModel;
import kith.ui.contacts.CollapsedGroups;
import kith.ui.contacts.ContactCommands;
import kith.ui.contacts.ContactsViewModel;
import kith.ui.join.NewChatViewModel;
import kith.ui.join.NewContact;
import kith.ui.keys.KeyBindings;
import kith.ui.keys.KeyWords;
import kith.ui.pending.PendingCommands;
import kith.ui.pending.PendingViewModel;
import kith.ui.search.SearchViewModel;
import kith.ui.settings.Looks;
import kith.ui.settings.Notifications;
import kith.ui.settings.PictureSettings;
import kith.ui.settings.RoomSettings;
import kith.ui.settings.SettingsViewModel;
import kith.ui.settings.Writing;
import kith.ui.shell.ConnectionCommands;
import kith.ui.shell.ConnectionViewModel;
import kith.ui.shell.FaultViewModel;
import kith.ui.shell.Forwarding;
import kith.ui.shell.FoundTimeline;
import kith.ui.shell.NewsViewModel;
import kith.ui.shell.OwnAccount;
import kith.ui.shell.ProfileViewModel;
import kith.ui.shell.RoomDialogs;
import kith.ui.shell.ViewModels;
import kith.ui.shortcuts.ShortcutsViewModel;
import kith.ui.signin.SignInGate;
import kith.ui.signin.SignInViewModel;
import kith.ui.switcher.SwitcherCommands;
import kith.ui.switcher.SwitcherSources;
import kith.ui.switcher.SwitcherViewModel;
import kith.ui.tabs.ChatWindowsViewModel;
import kith.ui.tabs.ClosedTabViewModel;
import kith.ui.tabs.TabStripViewModel;
import kith.ui.timeline.TimelineRoom;
import kith.ui.timeline.TimelineViewModel;
import kith.ui.widget.PersonPicture;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/// The view-models of the window on the sample world, which write down what the user commands.
public final class SampleViewModels implements ViewModels {

    private final SampleWorld world;
    private final List<String> commands = new ArrayList<>();
    private final SampleTabs tabs;
    private Optional<ChatKey> watched = Optional.empty();

    public SampleViewModels(SampleWorld world) {
        this.world = world;
        this.tabs = new SampleTabs(world, commands);
    }

    /// What the user commanded, in order.
    public List<String> commands() {
        return commands;
    }

    /// The chat the user sees in a focused window.
    public Optional<ChatKey> watched() {
        return watched;
    }

    @Override
    public ProfileViewModel profile() {
        return new ProfileViewModel(
                world.presence,
                world.accounts,
                newest -> world.set(world.presence, newest),
                world.lane);
    }

    @Override
    public ConnectionViewModel connection() {
        return new ConnectionViewModel(
                world.accounts,
                world.syncs,
                world.pending,
                world.invitations.map(List::size),
                world.declined.map(List::size),
                new ConnectionCommands(
                        account -> commands.add("retry " + account.value()),
                        account -> commands.add("connect " + account.value())),
                world.texts,
                world.times,
                world.clock,
                world::after,
                world.lane);
    }

    @Override
    public PendingViewModel pending() {
        return new PendingViewModel(
                world.invitations,
                world.declined,
                world.pending,
                world.chats,
                world.accounts.map(all -> all.stream().map(OwnAccount::account).toList()),
                new PendingCommands(
                        tabs::open,
                        message -> commands.add("send again " + message.row()),
                        message -> commands.add("take back " + message.row()),
                        _ -> world.harmlessNick,
                        (received, nick) -> {
                            commands.add("accept " + received.invitation().room());
                            world.enter(received);
                        },
                        room -> {
                            commands.add("decline " + room.peer());
                            return CompletableFuture.completedStage(world.declineRefusal);
                        },
                        declined -> commands.add("dismiss " + declined.who())),
                world.lane);
    }

    @Override
    public FaultViewModel faults() {
        return new FaultViewModel(
                world.fault, () -> world.set(world.fault, Optional.empty()), world.lane);
    }

    @Override
    public TabStripViewModel tabs() {
        return tabs.tabs();
    }

    @Override
    public ClosedTabViewModel closedTab() {
        return tabs.closedTab();
    }

    @Override
    public ChatWindowsViewModel chatWindows() {
        return tabs.chatWindows();
    }

    @Override
    public void open(ChatKey chat, Chat.Kind kind) {
        tabs.open(chat, kind);
    }

    @Override
    public ChatListViewModel chats() {
        return new ChatListViewModel(
                new ChatListSources(
                        world.chats,
                        world.contacts,
                        world.tabs,
                        world.drafts,
                        world.flags,
                        world.channels,
                        world.rooms,
                        world.asked),
                tabs.opening(),
                new SampleChatCommands(world, commands, tabs::openWindow),
                world::after,
                world.lane);
    }

    @Override
    public ContactsViewModel contacts() {
        return new ContactsViewModel(
                world.contacts,
                world.requests,
                world.tabs,
                new ContactCommands(
                        tabs::open,
                        tabs::openInBackground,
                        from -> done("accept " + from.peer()),
                        from -> done("decline " + from.peer())),
                new CollapsedGroups(Optional.empty(), names -> {}),
                world::after,
                world.lane);
    }

    @Override
    public SwitcherViewModel forward(List<String> texts, Consumer<Forwarding> forwarded) {
        return SwitcherViewModel.choosing(
                switcherSources(),
                places -> {
                    places.forEach(
                            place ->
                                    texts.forEach(
                                            text ->
                                                    commands.add(
                                                            "forward to "
                                                                    + place.key().peer()
                                                                    + ": "
                                                                    + text)));
                    forwarded.accept(new Forwarding(places, List.of()));
                },
                world::after,
                world.lane);
    }

    @Override
    public Export export(ChatKey chat, HistoryFormat format, Path file) {
        commands.add("export " + chat.peer() + " as " + format + " to " + file);
        return new Export() {

            @Override
            public Live<ExportState> state() {
                return world.exporting;
            }

            @Override
            public void cancel() {
                commands.add("cancel export");
                world.set(world.exporting, new ExportState.Cancelled());
            }
        };
    }

    @Override
    public void showInFolder(Path file) {
        commands.add("show " + file);
    }

    @Override
    public NewsViewModel news() {
        return new NewsViewModel(world::after, world.lane);
    }

    private SwitcherSources switcherSources() {
        return new SwitcherSources(
                world.chats,
                world.contacts,
                world.rooms,
                world.tabs,
                world.accounts.map(all -> all.stream().map(OwnAccount::account).toList()));
    }

    @Override
    public SwitcherViewModel switcher() {
        return new SwitcherViewModel(
                switcherSources(),
                new SwitcherCommands(
                        tabs::open,
                        (chat, kind) -> {
                            commands.add("open in background " + kind + " " + chat.peer());
                            tabs.openInBackground(chat);
                        }),
                new KeyWords(world.texts)::name,
                world::after,
                world.lane);
    }

    @Override
    public RoomListViewModel rooms() {
        return new RoomListViewModel(
                new RoomListSources(world.rooms, world.neverEntered, world.tabs),
                tabs.opening(),
                room -> done("forget " + room.peer()),
                world.lane);
    }

    @Override
    public SignInViewModel signIn() {
        return signIn(Optional.empty());
    }

    @Override
    public SignInViewModel signInAgain(AccountId account) {
        return signIn(
                world.accounts.get().stream()
                        .map(OwnAccount::account)
                        .filter(each -> each.id().equals(account))
                        .findFirst());
    }

    @Override
    public SettingsViewModel settings(Looks looks) {
        return new SettingsViewModel(
                new Writing(
                        world.sendKey.get(),
                        true,
                        key -> world.set(world.sendKey, key),
                        isTold -> commands.add("tell typing " + isTold)),
                new Notifications(
                        true,
                        true,
                        isShown -> commands.add("notifications " + isShown),
                        isShown -> commands.add("words in notifications " + isShown)),
                new PictureSettings(true, areShown -> commands.add("pictures " + areShown)),
                new RoomSettings("", address -> commands.add("room directory " + address)),
                looks);
    }

    @Override
    public ShortcutsViewModel shortcuts(KeyBindings bindings) {
        return new ShortcutsViewModel(bindings, world.sendKey.get());
    }

    @Override
    public NewChatViewModel newChat() {
        return new NewChatViewModel(
                accounts(),
                new NewContact(
                        chat ->
                                world.contacts.get().stream()
                                        .anyMatch(contact -> contact.chat().equals(chat)),
                        (account, address, name, groups) -> done("add " + address),
                        tabs::open),
                world.lane);
    }

    @Override
    public Live<Map<String, String>> pictureHashes() {
        return world.pictureHashes;
    }

    @Override
    public <T> CompletionStage<Optional<T>> picture(String hash, Function<byte[], T> draw) {
        return CompletableFuture.completedStage(
                Optional.ofNullable(world.pictures.get(hash)).map(draw));
    }

    @Override
    public <T> CompletionStage<Optional<T>> personPicture(
            PersonPicture picture, Function<byte[], T> draw) {
        return picture(picture.hash(), draw);
    }

    @Override
    public void outOfSight(PersonPicture picture) {
        // nobody was asked
    }

    @Override
    public RoomDialogs roomDialogs() {
        return new SampleRoomDialogs(world, accounts(), commands, this::done);
    }

    @Override
    public SearchViewModel search() {
        return new SearchViewModel(
                world.searchState,
                (query, skip, limit) ->
                        CompletableFuture.completedStage(
                                new SampleSearch().found(query, world.searchState.get())),
                new SampleServer(world),
                world.contacts,
                world.chats,
                tabs::open,
                ZoneOffset.UTC,
                world.lane);
    }

    /// What was found, as if nothing else had been said there.
    @Override
    public FoundTimeline around(ChatKey chat, Chat.Kind kind) {
        return new FoundTimeline(
                new TimelineViewModel(
                        new SampleSearch().timeline(chat, world.lane),
                        kind == Chat.Kind.ROOM
                                ? Optional.of(
                                        new TimelineRoom(
                                                world.rooms.map(
                                                        all ->
                                                                all.stream()
                                                                        .filter(
                                                                                it ->
                                                                                        it.key()
                                                                                                .equals(
                                                                                                        chat))
                                                                        .findFirst()),
                                                new Cell<>(world.lane, List.of()),
                                                _ -> OptionalInt.of(0)))
                                : Optional.empty(),
                        IdleCommands.timeline(),
                        world.clock,
                        ZoneOffset.UTC,
                        (delay, work) -> () -> {},
                        world.lane),
                _ -> {},
                () -> {});
    }

    @Override
    public void watching(Optional<ChatKey> chat) {
        watched = chat;
    }

    @Override
    public void active(boolean isActive) {
        // nobody to tell
    }

    private SignInViewModel signIn(Optional<Account> account) {
        Live<SignInState> progress = world.signingIn;
        return new SignInViewModel(
                new SignInGate(
                        account.map(Account::address),
                        account.flatMap(Account::proxy),
                        progress,
                        request -> commands.add("sign in " + request.address()),
                        () -> commands.add("cancel"),
                        true),
                world.lane);
    }

    /// Writes a command down, which is done where there is a connection.
    private CompletionStage<Optional<Refusal>> done(String command) {
        commands.add(command);
        boolean isOnline =
                world.accounts.get().stream().anyMatch(each -> each.connection().isOnline());
        return CompletableFuture.completedStage(
                isOnline ? Optional.empty() : Optional.of(Refusal.of(Refusal.Reason.OFFLINE)));
    }

    private List<Account> accounts() {
        return world.accounts.get().stream().map(OwnAccount::account).toList();
    }
}
