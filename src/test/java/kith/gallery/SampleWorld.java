package kith.gallery;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.Subscription;
import kith.model.Account;
import kith.model.AccountId;
import kith.model.Author;
import kith.model.Availability;
import kith.model.Chat;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.ConnectionState;
import kith.model.Contact;
import kith.model.Content;
import kith.model.Continuation;
import kith.model.DeclinedInvitation;
import kith.model.Delivery;
import kith.model.Fault;
import kith.model.Invitation;
import kith.model.Inviter;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.Mute;
import kith.model.OpenTabs;
import kith.model.PasswordKeeping;
import kith.model.Presence;
import kith.model.PresenceSubscription;
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

import org.jxmpp.jid.BareJid;
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

    private static final List<String> STUDIO = List.of("Studio");
    private static final List<String> FAMILY = List.of("Family");
    private static final List<String> FRIENDS = List.of("Friends");

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

    private final List<Runnable> alarms = new ArrayList<>();
    private long rows;

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
        world.set(world.contacts, world.people());
        world.set(world.rooms, world.someRooms());
        world.set(world.chats, world.someChats());
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
        world.set(world.pending, world.written());
        return world;
    }

    /// The world of the pictures with much that nobody has, in both accounts.
    public static SampleWorld pending() {
        var world = full();
        world.set(world.pending, world.unsent());
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
        var group = "k3xq7m2p@rooms.birke.example";
        var names = "layla, Mara, Tomás Beneš";
        var layla = bare("layla@birke.example");
        var stranger = bare("iris@hearth.example");
        world.set(
                world.invitations,
                List.of(
                        continuing(group, new Inviter.Person(layla), names, "Layla Haddad", false),
                        continuing(
                                "x4" + group,
                                new Inviter.Person(stranger),
                                "We print on Thursday. Bring the copper plates!",
                                stranger.toString(),
                                true),
                        continuing(
                                "x5" + group,
                                new Inviter.ByRoom(Optional.of(layla)),
                                names,
                                layla.toString(),
                                true)));
        return world;
    }

    /// The user comes to the room of an invitation: it opens, and nothing waits for their answer.
    void enter(ReceivedInvitation received) {
        set(tabs, tabs.get().with(received.room()).selecting(received.room()));
        set(invitations, invitations.get().stream().filter(it -> !it.equals(received)).toList());
    }

    private static ReceivedInvitation continuing(
            String room, Inviter inviter, String reason, String name, boolean isStranger) {
        var invitation =
                new Invitation(
                        bare(room),
                        inviter,
                        reason,
                        Optional.empty(),
                        Optional.of(new Continuation(Optional.empty())),
                        NOW.minusSeconds(600));
        return new ReceivedInvitation(HEARTH, invitation, name, isStranger);
    }

    /// Somebody invites the user, and somebody else says no to them.
    public void invite() {
        set(
                invitations,
                List.of(
                        invitation(
                                "etching@rooms.birke.example",
                                new Inviter.Person(bare("layla@birke.example")),
                                "We print on Thursday. Bring the copper plates!",
                                "Layla Haddad",
                                false),
                        invitation(
                                "print-sale@rooms.hearth.example",
                                new Inviter.ByRoom(Optional.of(bare("jonas@hearth.example"))),
                                "",
                                "jonas@hearth.example",
                                true),
                        invitation(
                                "win@rooms.example",
                                new Inviter.Person(bare("offer@shop.example")),
                                "You have won! ".repeat(30),
                                "offer@shop.example",
                                true)));
        set(
                declined,
                List.of(
                        new DeclinedInvitation(
                                new ChatKey(HEARTH, bare("print@rooms.hearth.example")),
                                bare("dad@hearth.example"),
                                "Dad",
                                "I'm away that day")));
    }

    private static ReceivedInvitation invitation(
            String room, Inviter inviter, String reason, String name, boolean isStranger) {
        var invitation =
                new Invitation(
                        bare(room), inviter, reason, Optional.empty(), NOW.minusSeconds(600));
        return new ReceivedInvitation(HEARTH, invitation, name, isStranger);
    }

    private static BareJid bare(String address) {
        return JidCreate.bareFromOrThrowUnchecked(address);
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
                                                ? room(each.name(), room, refused, "", 0)
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
        return new ChatKey(HEARTH, address(peer));
    }

    public void select(String peer) {
        set(tabs, tabs.get().selecting(key(peer)));
    }

    private List<Contact> people() {
        return List.of(
                person(
                        "Layla Haddad",
                        "layla@cedar.example",
                        FRIENDS,
                        Availability.AVAILABLE,
                        "At the print shop until noon"),
                person(
                        "Jonas Weber",
                        "jonas@birke.example",
                        STUDIO,
                        Availability.BUSY,
                        "Konzentriert bis 11 Uhr, Notfall: anrufen"),
                person(
                        "Олена Коваленко",
                        "olena@dnipro.example",
                        FRIENDS,
                        Availability.AWAY,
                        "за кавою ☕"),
                person("佐藤 美咲", "misaki@sakura.example", FRIENDS, Availability.NOT_AVAILABLE, ""),
                person(
                        "Ana-Sofía Guimarães de Oliveira e Castro",
                        "anasofia@tejo.example",
                        FRIENDS,
                        Availability.OFFLINE,
                        ""),
                person(
                        "Tom Okafor",
                        "tom@okafor.example",
                        FRIENDS,
                        Availability.FREE_TO_CHAT,
                        "on the ferry, good signal"),
                person("Mum", "ingrid@hearth.example", FAMILY, Availability.AWAY, "in the garden"),
                person(
                        "Priya Natarajan",
                        "priya@hearth.example",
                        STUDIO,
                        Availability.AVAILABLE,
                        "Teaching until four"),
                person("Henrik Dahl", "henrik@nordlys.example", STUDIO, Availability.AVAILABLE, ""),
                person(
                        "Émile Fournier",
                        "emile@atelier.example",
                        STUDIO,
                        Availability.AWAY,
                        "Back at two"),
                new Contact(
                        HEARTH,
                        address("dad@hearth.example"),
                        "Dad",
                        FAMILY,
                        PresenceSubscription.FROM,
                        Presence.UNKNOWN));
    }

    private List<Room> someRooms() {
        return List.of(
                room(
                        "Harbour print co-op",
                        "print@rooms.hearth.example",
                        new RoomState.Joined(),
                        "Riso night Thursday 19:00",
                        14),
                room(
                        "Straßenfest 2026 – Aufbau, Strom & Getränke",
                        "fest@rooms.birke.example",
                        new RoomState.Joined(),
                        "",
                        23),
                room(
                        "XMPP newcomers",
                        "newcomers@rooms.hearth.example",
                        new RoomState.Left(),
                        "",
                        0));
    }

    private List<Chat> someChats() {
        return List.of(
                chat(
                        "Layla Haddad",
                        "layla@cedar.example",
                        said(
                                "layla@cedar.example",
                                "شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟",
                                "2026-11-22T09:31:00Z"),
                        2,
                        false,
                        false),
                room(
                        "Harbour print co-op",
                        "print@rooms.hearth.example",
                        said(
                                "print@rooms.hearth.example/Priya",
                                "@Mara can you unlock the studio on Thursday?",
                                "2026-11-22T09:28:00Z"),
                        14,
                        true),
                chat(
                        "Jonas Weber",
                        "jonas@birke.example",
                        mine(
                                "jonas@birke.example",
                                "Die neue Konfiguration läuft. Danke dir! 🙏",
                                "2026-11-22T09:02:00Z",
                                Delivery.READ),
                        0,
                        false,
                        false),
                room(
                        "Straßenfest 2026 – Aufbau, Strom & Getränke",
                        "fest@rooms.birke.example",
                        said(
                                "fest@rooms.birke.example/Henrik",
                                "Der Stromverteiler kommt am Samstag um sieben",
                                "2026-11-22T08:47:00Z"),
                        0,
                        false),
                chat(
                        "Олена Коваленко",
                        "olena@dnipro.example",
                        said(
                                "olena@dnipro.example",
                                "Гаразд, тоді завтра о дев’ятій",
                                "2026-11-22T08:40:00Z"),
                        0,
                        false,
                        true),
                chat(
                        "Tom Okafor",
                        "tom@okafor.example",
                        said(
                                "tom@okafor.example",
                                "Good signal on the ferry 🎉 ring me",
                                "2026-11-21T18:00:00Z"),
                        0,
                        false,
                        false),
                chat(
                        "Ana-Sofía Guimarães de Oliveira e Castro",
                        "anasofia@tejo.example",
                        mine(
                                "anasofia@tejo.example",
                                "orçamento_final_v3.xlsx",
                                "2026-11-21T15:00:00Z",
                                Delivery.DELIVERED),
                        0,
                        false,
                        false),
                chat(
                        "佐藤 美咲",
                        "misaki@sakura.example",
                        mine(
                                "misaki@sakura.example",
                                "明日の午後なら大丈夫です",
                                "2026-11-21T11:00:00Z",
                                Delivery.ON_SERVER),
                        0,
                        false,
                        false),
                chat(
                        "Mum",
                        "ingrid@hearth.example",
                        mine(
                                "ingrid@hearth.example",
                                "Yes, we land at 14:20 and take the bus",
                                "2026-11-20T19:00:00Z",
                                new Delivery.Failed(Refusal.of(Refusal.Reason.TIMED_OUT))),
                        0,
                        false,
                        false));
    }

    /// What the user wrote while there was no connection.
    private List<Message> written() {
        var layla = "layla@cedar.example";
        return List.of(
                mine(
                        layla,
                        "250, please. The fair is bigger this year",
                        "2026-11-22T09:34:00Z",
                        Delivery.QUEUED),
                mine(
                        layla,
                        "And could you ask about the matte stock?",
                        "2026-11-22T09:34:00Z",
                        Delivery.QUEUED));
    }

    private List<Message> unsent() {
        var all = new ArrayList<Message>();
        all.add(
                mine(
                        "ingrid@hearth.example",
                        "Yes, we land at 14:20 and take the bus",
                        "2026-11-20T19:00:00Z",
                        new Delivery.Failed(Refusal.of(Refusal.Reason.TIMED_OUT))));
        all.add(
                mine(
                        "anasofia@tejo.example",
                        "Here is the whole estimate 📎\nwith all\tits lines, "
                                + "the paper, the ink and the binding, one by one",
                        "2026-11-22T09:20:00Z",
                        new Delivery.Failed(Refusal.of(Refusal.Reason.LIMIT))));
        all.addAll(written());
        all.add(
                mine(
                        "print@rooms.hearth.example",
                        "نعم، غدًا في التاسعة",
                        "2026-11-22T09:34:30Z",
                        Delivery.SENDING));
        all.add(
                inAccount(
                        BIRKE,
                        mine(
                                "a.very.long.address.of.someone@a.server.with.a.long.name.example",
                                "Are you there?",
                                "2026-11-22T09:35:00Z",
                                new Delivery.Failed(
                                        Refusal.of(Refusal.Reason.SERVER_NOT_REACHED)))));
        return List.copyOf(all);
    }

    private static Message inAccount(AccountId account, Message message) {
        return new Message(
                message.key(),
                new ChatKey(account, message.chat().peer()),
                message.ids(),
                message.author(),
                message.at(),
                message.position(),
                message.content(),
                message.delivery());
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

    private static Contact person(
            String name,
            String address,
            List<String> groups,
            Availability availability,
            String status) {
        return new Contact(
                HEARTH,
                address(address),
                name,
                groups,
                PresenceSubscription.BOTH,
                new Presence(availability, status));
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

    private static Room room(
            String name, String address, RoomState state, String subject, int people) {
        return new Room(key(address), name, "Mara", state, subject, people);
    }

    private Chat chat(
            String title,
            String peer,
            Message last,
            int unread,
            boolean isMentioned,
            boolean isTyping) {
        return new Chat(
                key(peer),
                Chat.Kind.CONTACT,
                title,
                Optional.of(last),
                unread,
                isMentioned,
                isTyping ? List.of("phone") : List.of());
    }

    private Chat room(String title, String peer, Message last, int unread, boolean isMentioned) {
        return new Chat(
                key(peer),
                Chat.Kind.ROOM,
                title,
                Optional.of(last),
                unread,
                isMentioned,
                List.of());
    }

    private Message said(String author, String body, String at) {
        return message(author, body, at, false, Delivery.RECEIVED);
    }

    private Message mine(String peer, String body, String at, Delivery delivery) {
        return message(peer, body, at, true, delivery);
    }

    private Message message(
            String author, String body, String at, boolean isMine, Delivery delivery) {
        long row = ++rows;
        var jid = JidCreate.fromOrThrowUnchecked(author);
        return new Message(
                new MessageKey(row),
                new ChatKey(HEARTH, jid.asBareJid()),
                MessageIds.own("m" + row),
                new Author(
                        isMine ? JidCreate.fromOrThrowUnchecked("mara@hearth.example") : jid,
                        Optional.empty(),
                        isMine),
                Instant.parse(at),
                row,
                new Content.Text(body),
                delivery);
    }

    private static BareJid address(String written) {
        return JidCreate.fromOrThrowUnchecked(written).asBareJid();
    }

    private <T> Cell<T> cell(T initial) {
        return new Cell<>(lane, initial);
    }
}
