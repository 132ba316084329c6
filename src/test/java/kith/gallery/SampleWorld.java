package kith.gallery;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.Subscription;
import kith.model.Account;
import kith.model.AccountId;
import kith.model.Availability;
import kith.model.Chat;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.ConnectionState;
import kith.model.Contact;
import kith.model.DeclinedInvitation;
import kith.model.Fault;
import kith.model.Message;
import kith.model.Mute;
import kith.model.OpenTabs;
import kith.model.PasswordKeeping;
import kith.model.Presence;
import kith.model.ReceivedInvitation;
import kith.model.Refusal;
import kith.model.Room;
import kith.model.RoomMaking;
import kith.model.RoomSettings;
import kith.model.RoomState;
import kith.model.SendKey;
import kith.model.ServerAddress;
import kith.model.SyncState;
import kith.session.account.SignInState;
import kith.session.archive.OlderMessages.Outcome;
import kith.session.export.ExportState;
import kith.session.roster.SubscriptionRequest;
import kith.session.search.SearchState;
import kith.ui.shell.OwnAccount;
import kith.ui.text.Texts;
import kith.ui.text.Times;

import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// The people, rooms and chats of the pictures: a small print workshop and its friends. Its values
/// are cells, so that a picture or a test can change any of them.
public final class SampleWorld {

    public static final Instant NOW = Instant.parse("2026-11-22T09:34:00Z");
    public static final AccountId HEARTH = new AccountId(1);
    public static final AccountId BIRKE = new AccountId(2);

    public final ImmediateLane lane = new ImmediateLane();
    public final Texts texts = Texts.of(Locale.UK);
    public final InstantSource clock = InstantSource.fixed(NOW);
    public final Times times = new Times(clock, ZoneOffset.UTC, texts);

    /// Pictures of rooms, by their hash.
    public final Map<String, byte[]> pictures = new HashMap<>();

    /// Which rooms have one, by address.
    public final Cell<Map<String, String>> pictureHashes = new Cell<>(lane, Map.of());

    /// What a room of the user's says of how it is set up.
    public final CompletableFuture<RoomSettings> roomSettings = new CompletableFuture<>();

    /// What comes of the room that the user makes.
    public final CompletableFuture<RoomMaking> roomMade = new CompletableFuture<>();

    public final Cell<List<OwnAccount>> accounts = cell(List.of());
    public final Cell<Map<AccountId, SyncState>> syncs = cell(Map.of());
    public final Cell<List<Message>> pending = cell(List.of());
    public final Cell<List<ReceivedInvitation>> invitations = cell(List.of());
    public final Cell<List<DeclinedInvitation>> declined = cell(List.of());

    /// What comes of saying no to an invitation.
    /// Under which nick the room of an invitation is entered without a question.
    public CompletableFuture<Optional<String>> harmlessNick =
            CompletableFuture.completedFuture(Optional.of("mara"));

    public Optional<Refusal> declineRefusal = Optional.empty();
    public final Cell<Presence> presence =
            cell(new Presence(Availability.AVAILABLE, "in the studio"));
    public final Cell<List<Contact>> contacts = cell(List.of());
    public final Cell<List<SubscriptionRequest>> requests = cell(List.of());
    public final Cell<List<Chat>> chats = cell(List.of());
    public final Cell<List<Room>> rooms = cell(List.of());
    public final Cell<Map<ChatKey, String>> drafts = cell(Map.of());
    public final Cell<Map<ChatKey, ChatFlags>> flags = cell(Map.of());
    public final Cell<Set<ChatKey>> neverEntered = cell(Set.of());
    public final Cell<Set<ChatKey>> channels = cell(Set.of());
    public final Cell<Set<ChatKey>> asked = cell(Set.of());
    public final Cell<SendKey> sendKey = cell(SendKey.ENTER);
    public final Cell<OpenTabs> tabs = cell(OpenTabs.NONE);
    public final Cell<SignInState> signingIn = cell(new SignInState.Idle());
    public final Cell<Optional<Fault>> fault = cell(Optional.empty());
    public final Cell<ExportState> exporting = cell(new ExportState.Writing(0));

    public final SampleRooms findable = new SampleRooms();

    /// What becomes of asking the server for older messages; empty where nobody can be asked.
    public Optional<CompletableFuture<Outcome>> older = Optional.empty();

    public final Cell<SearchState> searchState = cell(SearchState.READY);

    private final SampleTalk talk = new SampleTalk();
    private final List<Runnable> alarms = new ArrayList<>();

    /// A world with two accounts that are online, and nothing in them.
    public static SampleWorld empty() {
        var world = new SampleWorld();
        world.set(
                world.accounts,
                List.of(
                        world.account(
                                HEARTH,
                                "mara@hearth.example",
                                world.online("mara@hearth.example"))));
        world.set(world.presence, Presence.AVAILABLE);
        return world;
    }

    /// The world of the pictures.
    public static SampleWorld full() {
        var world = new SampleWorld();
        world.set(
                world.accounts,
                List.of(
                        world.account(
                                HEARTH, "mara@hearth.example", world.online("mara@hearth.example")),
                        world.account(
                                BIRKE, "mara@birke.example", world.online("mara@birke.example"))));
        world.set(world.contacts, SamplePeople.contacts());
        world.set(world.rooms, SamplePeople.rooms());
        world.set(world.chats, world.talk.chats());
        world.set(world.drafts, Map.of(key("ingrid@hearth.example"), "Yes, we land at 14:20 and"));
        world.set(world.tabs, world.openTabs());
        return world;
    }

    /// The world of the pictures, where the user has put their chats in order: some are pinned, one
    /// is muted, some are archived.
    public static SampleWorld arranged() {
        var world = full();
        world.set(
                world.flags,
                Map.of(
                        key("layla@cedar.example"), pinned(0),
                        key("print@rooms.hearth.example"), pinned(1),
                        key("ingrid@hearth.example"), pinned(2),
                        key("fest@rooms.birke.example"), ChatFlags.NONE.withMute(new Mute.Always()),
                        key("tom@okafor.example"), ChatFlags.NONE.withMarkedUnread(true),
                        key("misaki@sakura.example"), archived()));
        world.set(
                world.chats,
                world.chats.get().stream()
                        .map(
                                chat ->
                                        chat.key().equals(key("fest@rooms.birke.example"))
                                                ? chat.with(chat.last(), 3)
                                                : chat)
                        .toList());
        world.set(
                world.tabs,
                world.tabs
                        .get()
                        .withPinned(key("ingrid@hearth.example"), true)
                        .withPinned(key("tom@okafor.example"), true));
        return world;
    }

    private static ChatFlags pinned(int place) {
        return ChatFlags.NONE.withPinned(Optional.of(place));
    }

    private static ChatFlags archived() {
        var archived = new ChatFlags.Archived(Optional.empty());
        return ChatFlags.NONE.withArchived(Optional.of(archived));
    }

    /// The world of the pictures with no account connected.
    public static SampleWorld offline() {
        var world = full();
        world.loseConnection();
        world.set(world.pending, world.talk.written());
        return world;
    }

    /// The world of the pictures with much that nobody has, in both accounts.
    public static SampleWorld pending() {
        var world = full();
        world.set(world.pending, world.talk.unsent());
        return world;
    }

    /// The world of the pictures with invitations of a contact, of strangers and of rooms.
    public static SampleWorld invited() {
        var world = full();
        world.invite();
        return world;
    }

    /// The world of the pictures with people who want to go on with a chat in a group: a contact, a
    /// stranger, and one whom a room names.
    public static SampleWorld continued() {
        var world = full();
        world.set(world.invitations, SampleInvitations.continued());
        return world;
    }

    /// The user comes to the room of an invitation: it opens, and nothing waits for their answer.
    void enter(ReceivedInvitation received) {
        set(tabs, tabs.get().with(received.room()).selecting(received.room()));
        set(invitations, invitations.get().stream().filter(it -> !it.equals(received)).toList());
    }

    /// Somebody invites the user, and somebody else says no to them.
    public void invite() {
        set(invitations, SampleInvitations.received());
        set(declined, SampleInvitations.declined());
    }

    /// The world of the pictures, where the second account's password is refused.
    public static SampleWorld refused() {
        var world = full();
        var problem = new ConnectionProblem(ConnectionProblem.Kind.WRONG_PASSWORD, "");
        world.connect(BIRKE, new ConnectionState.Stopped(problem));
        return world;
    }

    /// Changes a value as its owner would.
    public <T> void set(Cell<T> cell, T value) {
        lane.execute(() -> cell.set(value));
    }

    /// Sets an alarm that rings when [#ring] says so.
    public Subscription after(Duration delay, Runnable work) {
        alarms.add(work);
        return () -> alarms.remove(work);
    }

    /// Lets every alarm ring that is set now.
    public void ring() {
        var ringing = List.copyOf(alarms);
        alarms.clear();
        ringing.forEach(Runnable::run);
    }

    /// Lets a room refuse to let the user in.
    public void refuse(String room, Refusal.Reason reason) {
        var refused = new RoomState.Refused(Refusal.of(reason));
        set(
                rooms,
                rooms.get().stream()
                        .map(
                                each ->
                                        each.key().equals(key(room))
                                                ? SamplePeople.room(
                                                        each.name(), room, refused, "", 0)
                                                : each)
                        .toList());
    }

    /// Takes the connection of every account away, and with it what is known of others.
    public void loseConnection() {
        var problem = new ConnectionProblem(ConnectionProblem.Kind.CONNECTION_LOST, "");
        var waiting = new ConnectionState.Waiting(problem, NOW.plus(Duration.ofSeconds(8)));
        set(
                accounts,
                accounts.get().stream()
                        .map(each -> new OwnAccount(each.account(), waiting))
                        .toList());
        set(contacts, contacts.get().stream().map(each -> with(each, Presence.UNKNOWN)).toList());
        set(chats, chats.get().stream().map(SampleWorld::withoutTyping).toList());
    }

    /// Puts one account's connection into a state.
    public void connect(AccountId account, ConnectionState state) {
        set(
                accounts,
                accounts.get().stream()
                        .map(
                                each ->
                                        each.account().id().equals(account)
                                                ? new OwnAccount(each.account(), state)
                                                : each)
                        .toList());
    }

    public static ChatKey key(String peer) {
        return new ChatKey(HEARTH, JidCreate.fromOrThrowUnchecked(peer).asBareJid());
    }

    public void select(String peer) {
        set(tabs, tabs.get().selecting(key(peer)));
    }

    private OpenTabs openTabs() {
        var order = new ArrayList<ChatKey>();
        for (var peer :
                List.of(
                        "ingrid@hearth.example",
                        "layla@cedar.example",
                        "print@rooms.hearth.example",
                        "jonas@birke.example",
                        "fest@rooms.birke.example",
                        "tom@okafor.example",
                        "anasofia@tejo.example",
                        "misaki@sakura.example")) {
            order.add(key(peer));
        }
        return new OpenTabs(List.copyOf(order), Optional.of(key("layla@cedar.example")));
    }

    private OwnAccount account(AccountId id, String address, ConnectionState state) {
        var account =
                new Account(
                        id,
                        JidCreate.entityBareFromOrThrowUnchecked(address),
                        new ServerAddress.ByDomain(),
                        Optional.empty(),
                        PasswordKeeping.KEY_RING);
        return new OwnAccount(account, state);
    }

    private ConnectionState online(String address) {
        return new ConnectionState.Online(
                JidCreate.entityFullFromOrThrowUnchecked(address + "/Kith"), false);
    }

    private static Contact with(Contact contact, Presence presence) {
        return new Contact(
                contact.account(),
                contact.address(),
                contact.name(),
                contact.groups(),
                contact.subscription(),
                presence);
    }

    private static Chat withoutTyping(Chat chat) {
        return new Chat(
                chat.key(),
                chat.kind(),
                chat.title(),
                chat.last(),
                chat.unread(),
                chat.isMentioned(),
                List.of());
    }

    private <T> Cell<T> cell(T initial) {
        return new Cell<>(lane, initial);
    }
}
