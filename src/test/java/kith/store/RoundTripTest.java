package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Account;
import kith.model.AccountId;
import kith.model.ArchiveRange;
import kith.model.Author;
import kith.model.BookmarkedRoom;
import kith.model.Chat;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.ChatWindow;
import kith.model.Content;
import kith.model.Continuation;
import kith.model.ContinuedChat;
import kith.model.Delivery;
import kith.model.EditDraft;
import kith.model.Invitation;
import kith.model.Inviter;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.Moderation;
import kith.model.Mute;
import kith.model.OpenTabs;
import kith.model.PasswordKeeping;
import kith.model.PresenceSubscription;
import kith.model.Proxy;
import kith.model.Refusal;
import kith.model.Reply;
import kith.model.Room;
import kith.model.RoomState;
import kith.model.RoomWish;
import kith.model.RosterItem;
import kith.model.ServerAddress;
import kith.model.SharedFlags;
import kith.model.Step;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Every component of every stored record comes back after a restart.
///
/// Two samples of each record differ in each component, so a component that is new and not stored
/// fails here: it must be given to the constructors of both, and one of the two comes back wrong.
class RoundTripTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00.001Z");
    private static final Instant MIDNIGHT = Instant.parse("1999-12-31T23:59:59.999Z");

    @TempDir Path folder;
    private Profile profile;

    @BeforeEach
    void open() {
        profile = Profile.at(folder);
    }

    @AfterEach
    void close() {
        profile.close();
    }

    @Test
    void accounts() {
        var one = new AccountId(1);
        var given = new ServerAddress.Given("xmpp.capulet.example", 5223);
        var byDomain = new ServerAddress.ByDomain();
        var proxy = new Proxy(Proxy.Kind.SOCKS5, "127.0.0.1", 9050, Optional.of("nurse"));
        var juliet =
                new Account(one, Profile.JULIET, given, Optional.of(proxy), PasswordKeeping.FILE);
        profile.run(db -> new AccountStore(db).change(juliet));
        var romeo =
                profile.in(
                        () ->
                                new AccountStore(profile.db())
                                        .add(
                                                Profile.ROMEO,
                                                byDomain,
                                                Optional.empty(),
                                                PasswordKeeping.KEY_RING,
                                                "Kith.street"));
        profile.reopen();
        assertThat(profile.in(() -> new AccountStore(profile.db()).all()))
                .containsExactly(juliet, romeo);
        assertThat(profile.in(() -> new AccountStore(profile.db()).resource(romeo.id())))
                .isEqualTo("Kith.street");
        differInEverything(juliet, romeo);
    }

    @Test
    void rosterItems() {
        var nurse =
                new RosterItem(
                        Profile.entity("nurse@capulet.example"),
                        "Nurse",
                        List.of("Family", "Household, Verona's"),
                        PresenceSubscription.BOTH,
                        true);
        var romeo = new RosterItem(Profile.ROMEO, "", List.of(), PresenceSubscription.FROM, false);
        profile.run(
                db ->
                        new RosterStore(db)
                                .replaceAll(
                                        profile.account(),
                                        Optional.of("v7"),
                                        List.of(nurse, romeo)));
        profile.reopen();
        var store = new RosterStore(profile.db());
        assertThat(profile.in(() -> store.all(profile.account()))).containsExactly(nurse, romeo);
        assertThat(profile.in(() -> store.version(profile.account()))).contains("v7");
        differInEverything(nurse, romeo);
    }

    @Test
    void rooms() {
        var balcony =
                new StoredRoom(
                        new Room(
                                profile.chat(Profile.ROOM),
                                "The balcony",
                                "juliet",
                                RoomState.LEFT,
                                "Wherefore",
                                0),
                        true);
        var tomb =
                new StoredRoom(
                        new Room(
                                profile.chat(Profile.entity("tomb@rooms.example")),
                                "",
                                "j",
                                RoomState.LEFT,
                                "",
                                0),
                        false);
        profile.run(
                db -> {
                    new RoomStore(db).put(tomb);
                    new RoomStore(db).put(balcony);
                });
        profile.reopen();
        assertThat(profile.in(() -> new RoomStore(profile.db()).all(profile.account())))
                .containsExactly(balcony, tomb);
        differInEverything(balcony, tomb);
        // Who is there now, whether we are, and what it last said of itself is not kept.
        differInEverything(balcony.room(), tomb.room(), "state", "occupants", "traits");
    }

    @Test
    void bookmarks() {
        var key = profile.chat(Profile.ROOM);
        var tomb = profile.chat(Profile.entity("tomb@rooms.example"));
        var one =
                new StoredBookmark(
                        key,
                        Optional.of(
                                new BookmarkedRoom(
                                        key, Optional.of("Balcony"), Optional.of("Jule"), true)),
                        RoomWish.NONE);
        var other =
                new StoredBookmark(
                        tomb,
                        Optional.of(
                                new BookmarkedRoom(
                                        tomb, Optional.empty(), Optional.empty(), false)),
                        RoomWish.FORGET);
        var unknown = new StoredBookmark(tomb, Optional.empty(), RoomWish.LEAVE);
        differInEverything(one, other);
        differInEverything(one.kept().orElseThrow(), other.kept().orElseThrow());
        profile.run(
                db -> {
                    new BookmarkStore(db).put(other);
                    new BookmarkStore(db).put(one);
                    new BookmarkStore(db).convert(profile.account());
                    new BookmarkStore(db).convert(profile.account());
                });
        profile.reopen();
        assertThat(bookmarksStored()).containsExactlyInAnyOrder(one, other);
        assertThat(profile.in(() -> new BookmarkStore(profile.db()).converted()))
                .containsExactly(profile.account());

        profile.run(
                db -> {
                    new BookmarkStore(db).put(unknown);
                    new BookmarkStore(db)
                            .put(new StoredBookmark(key, Optional.empty(), RoomWish.NONE));
                });
        profile.reopen();
        assertThat(bookmarksStored()).containsExactly(unknown);

        profile.run(db -> new BookmarkStore(db).replaceAll(List.of(one), Set.of()));
        profile.reopen();
        assertThat(bookmarksStored()).containsExactly(one);
    }

    private List<StoredBookmark> bookmarksStored() {
        return profile.in(() -> new BookmarkStore(profile.db()).all());
    }

    @Test
    void messages() {
        var his =
                message(
                        profile.chat(Profile.ROMEO),
                        new MessageIds("m1", Optional.of("o1"), Optional.of("a1")),
                        new Author(Profile.ROMEO, Optional.of("occupant"), false),
                        NOON,
                        11,
                        new Content.Text("O"),
                        Delivery.RECEIVED);
        var mine =
                message(
                        profile.chat(Profile.ROOM),
                        new MessageIds("", Optional.empty(), Optional.empty()),
                        new Author(
                                JidCreate.fromOrThrowUnchecked(Profile.ROOM + "/Juliet C."),
                                Optional.empty(),
                                true),
                        MIDNIGHT,
                        -12,
                        new Content.Subject("Verona"),
                        new Delivery.Failed(new Refusal(Refusal.Reason.LIMIT, "too fast")));
        var stored = List.of(store(his, Chat.Kind.CONTACT), store(mine, Chat.Kind.ROOM));
        profile.reopen();
        for (var message : stored) {
            var store = new MessageStore(profile.db());
            assertThat(profile.in(() -> store.find(message.key()))).contains(message);
            assertThat(profile.in(() -> store.newest(message.chat(), 9))).containsExactly(message);
        }
        // What was corrected or is to be taken back follows from other messages.
        differInEverything(stored.getFirst(), stored.getLast(), "edited", "amends", "retracting");
        differInEverything(his.ids(), mine.ids());
        differInEverything(his.author(), mine.author());
    }

    @Test
    void corrections() {
        var chat = profile.chat(Profile.ROMEO);
        var correction = new Content.Correction("m1", "Oh");
        var first = store(his(chat, "m1", 11, new Content.Text("O")), Chat.Kind.CONTACT);
        var second = store(his(chat, "m2", 12, correction), Chat.Kind.CONTACT);
        profile.reopen();
        var store = new MessageStore(profile.db());
        assertThat(profile.in(() -> store.newest(chat, 9)))
                .singleElement()
                .satisfies(
                        message -> {
                            assertThat(message.content()).isEqualTo(new Content.Text("O"));
                            assertThat(message.edited())
                                    .contains(new Message.Edit("Oh", second.delivery()));
                        });
        assertThat(profile.in(() -> store.find(second.key())))
                .contains(second)
                .hasValueSatisfying(
                        message -> {
                            assertThat(message.content()).isEqualTo(correction);
                            assertThat(message.amends()).contains(first.key());
                        });
    }

    @Test
    void reactions() {
        var chat = profile.chat(Profile.ROMEO);
        var two = new Content.Reaction("m1", List.of("👋", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"));
        var none = new Content.Reaction("m2", List.of());
        var stored =
                List.of(
                        store(his(chat, "r1", 11, two), Chat.Kind.CONTACT),
                        store(his(chat, "r2", 12, none), Chat.Kind.CONTACT));
        profile.reopen();
        var store = new MessageStore(profile.db());
        for (var reaction : stored) {
            assertThat(profile.in(() -> store.find(reaction.key()))).contains(reaction);
        }
        differInEverything(two, none);
    }

    @Test
    void replies() {
        var chat = profile.chat(Profile.ROMEO);
        var one = new Reply("m1", Optional.of(Profile.ROMEO), 4);
        var other = new Reply("m2", Optional.empty(), 0);
        var contents =
                List.of(
                        new Content.Text("> t\nfine", Optional.of(one), Optional.of("t-1")),
                        new Content.Text("fine", Optional.of(other), Optional.empty()),
                        new Content.Correction(
                                "m1", "> t\nfine", Optional.of(one), Optional.of("t-1")),
                        new Content.Text("> _ <", Optional.empty(), Optional.empty(), false),
                        new Content.Correction(
                                "m1", "> _ <", Optional.empty(), Optional.empty(), false));
        var stored =
                contents.stream()
                        .map(each -> store(his(chat, "r1", 11, each), Chat.Kind.CONTACT))
                        .toList();
        profile.reopen();
        var store = new MessageStore(profile.db());
        for (var message : stored) {
            assertThat(profile.in(() -> store.find(message.key()))).contains(message);
        }
        differInEverything(one, other);
    }

    @Test
    void retractions() {
        var chat = profile.chat(Profile.ROMEO);
        var removed = Optional.of(new Moderation("Nurse", "off topic"));
        var unnamed = Optional.of(new Moderation("", ""));
        var stored =
                Stream.of(
                                new Content.Retraction("m1"),
                                new Content.Retraction("m2", removed),
                                new Content.Retraction("m2", unnamed),
                                Content.RETRACTED,
                                new Content.Retracted(removed))
                        .map(each -> store(his(chat, "r", 11, each), Chat.Kind.CONTACT))
                        .toList();
        var taken = store(mine(chat, "m3-that-is-long-enough", "O"), Chat.Kind.CONTACT);
        var store = new MessageStore(profile.db());
        var by =
                profile.in(
                        () ->
                                store.queue(
                                        chat,
                                        Chat.Kind.CONTACT,
                                        "r9",
                                        Profile.ME,
                                        new Content.Retraction("m3-that-is-long-enough"),
                                        NOON));
        profile.reopen();
        var again = new MessageStore(profile.db());
        for (var message : stored) {
            assertThat(profile.in(() -> again.find(message.key()))).contains(message);
        }
        assertThat(profile.in(() -> again.find(taken.key())).orElseThrow().retracting())
                .contains(new Message.Retracting(by.key(), Delivery.QUEUED));
        var refusal = new Refusal(Refusal.Reason.LIMIT, "too fast");
        profile.in(() -> again.deliver(chat.account(), "r9", new Delivery.Failed(refusal)));
        assertThat(profile.in(() -> again.find(taken.key())).orElseThrow().retracting())
                .contains(new Message.Retracting(by.key(), new Delivery.Failed(refusal)));
        differInEverything(removed.get(), unnamed.get());
        differInEverything(new Content.Retraction("m1"), new Content.Retraction("m2", removed));
    }

    private static Message mine(ChatKey chat, String id, String words) {
        var ids = new MessageIds(id, Optional.empty(), Optional.empty());
        var text = new Content.Text(words);
        return message(chat, ids, Profile.ME, NOON, 20, text, Delivery.ON_SERVER);
    }

    @Test
    void files() {
        var chat = profile.chat(Profile.ROMEO);
        var one =
                new Content.File(
                        Optional.of("https://montague.example/a/film.mov"),
                        "film.mov",
                        Optional.of(0L),
                        Optional.of("t-1"));
        var other = new Content.File(Optional.empty(), "a.png", Optional.empty(), Optional.empty());
        var stored =
                List.of(
                        store(his(chat, "f1", 11, one), Chat.Kind.CONTACT),
                        store(his(chat, "f2", 12, other), Chat.Kind.CONTACT));
        profile.reopen();
        var store = new MessageStore(profile.db());
        for (var message : stored) {
            assertThat(profile.in(() -> store.find(message.key()))).contains(message);
        }
        differInEverything(one, other);
    }

    private static Message his(ChatKey chat, String id, long position, Content content) {
        var ids = new MessageIds(id, Optional.empty(), Optional.empty());
        return message(chat, ids, Profile.HIM, NOON, position, content, Delivery.RECEIVED);
    }

    @Test
    void deliveries() {
        for (var delivery :
                List.of(
                        Delivery.RECEIVED,
                        Delivery.QUEUED,
                        Delivery.SENDING,
                        Delivery.ON_SERVER,
                        Delivery.DELIVERED,
                        Delivery.READ,
                        new Delivery.Failed(Refusal.of(Refusal.Reason.TIMED_OUT)))) {
            var message =
                    message(
                            profile.chat(Profile.ROMEO),
                            new MessageIds("", Optional.empty(), Optional.empty()),
                            Profile.ME,
                            NOON,
                            1,
                            new Content.Text("O"),
                            delivery);
            var stored = store(message, Chat.Kind.CONTACT);
            assertThat(profile.in(() -> new MessageStore(profile.db()).find(stored.key())))
                    .contains(stored);
        }
    }

    @Test
    void chats() {
        var his =
                message(
                        profile.chat(Profile.ROMEO),
                        new MessageIds("", Optional.empty(), Optional.empty()),
                        Profile.HIM,
                        NOON,
                        1,
                        new Content.Text("O"),
                        Delivery.RECEIVED);
        var stored = store(his, Chat.Kind.CONTACT);
        profile.run(
                db -> {
                    new ChatStore(db).ensure(profile.chat(Profile.ROOM), Chat.Kind.ROOM);
                    new ChatStore(db).mention(stored.chat());
                    db.update("UPDATE chat SET unread = 3 WHERE peer = ?", Profile.ROMEO);
                });
        profile.reopen();
        var romeo =
                new Chat(
                        stored.chat(),
                        Chat.Kind.CONTACT,
                        "romeo@montague.example",
                        Optional.of(stored),
                        3,
                        true,
                        false);
        var balcony =
                new Chat(
                        profile.chat(Profile.ROOM),
                        Chat.Kind.ROOM,
                        "balcony@rooms.example",
                        Optional.empty(),
                        0,
                        false,
                        false);
        assertThat(profile.in(() -> new ChatStore(profile.db()).all()))
                .containsExactly(romeo, balcony);
        differInEverything(romeo, balcony, "isTyping"); // which is only ever true of now
    }

    @Test
    void archiveRanges() {
        var store = new ArchiveStore(profile.db());
        var older =
                profile.in(
                        () ->
                                store.add(
                                        profile.account(),
                                        Profile.JULIET,
                                        "a1",
                                        MIDNIGHT,
                                        "a2",
                                        MIDNIGHT.plusSeconds(1),
                                        true));
        var room =
                profile.in(
                        () ->
                                store.add(
                                        profile.account(),
                                        Profile.ROOM,
                                        "r1",
                                        NOON,
                                        "r2",
                                        NOON.plusSeconds(1),
                                        false));
        profile.reopen();
        assertThat(ranges(Profile.JULIET)).containsExactly(older);
        assertThat(ranges(Profile.ROOM)).containsExactly(room);
        differInEverything(older, room, "account"); // there is one account here

        var grown = room.from("r0", MIDNIGHT, true).to("r9", NOON.plusSeconds(9));
        profile.run(db -> new ArchiveStore(db).put(grown));
        profile.reopen();
        assertThat(ranges(Profile.ROOM)).containsExactly(grown);
    }

    @Test
    void tabs() {
        var romeo = profile.chat(Profile.ROMEO);
        var room = profile.chat(Profile.ROOM);
        for (var tabs :
                List.of(
                        new OpenTabs(List.of(room, romeo), Optional.of(romeo)),
                        new OpenTabs(List.of(romeo), Optional.empty()),
                        new OpenTabs(
                                List.of(room),
                                Optional.of(room),
                                Set.of(room),
                                List.of(new ChatWindow(romeo, Optional.of("1,2"), 0))),
                        new OpenTabs(
                                List.of(),
                                Optional.empty(),
                                Set.of(),
                                List.of(
                                        new ChatWindow(room, Optional.empty(), 0),
                                        new ChatWindow(romeo, Optional.empty(), 0))),
                        OpenTabs.NONE)) {
            profile.run(db -> new TabStore(db).save(tabs));
            profile.reopen();
            assertThat(profile.in(() -> new TabStore(profile.db()).load())).isEqualTo(tabs);
        }
    }

    @Test
    void flags() {
        var romeo = profile.chat(Profile.ROMEO);
        var room = profile.chat(Profile.ROOM);
        var one =
                new ChatFlags(
                        Optional.of(0),
                        new Mute.Until(NOON),
                        Optional.of(new ChatFlags.Archived(Optional.of(new MessageKey(7)))),
                        true);
        var other =
                new ChatFlags(
                        Optional.empty(),
                        new Mute.Always(),
                        Optional.of(new ChatFlags.Archived(Optional.empty())),
                        false);
        differInEverything(one, other);
        profile.run(
                db -> {
                    new ChatStore(db).ensure(romeo, Chat.Kind.CONTACT);
                    new ChatStore(db).ensure(room, Chat.Kind.ROOM);
                    new FlagStore(db).put(romeo, other);
                    new FlagStore(db).put(romeo, one);
                    new FlagStore(db).put(room, other);
                });
        profile.reopen();
        assertThat(storedFlags()).containsOnly(Map.entry(romeo, one), Map.entry(room, other));

        profile.run(db -> new FlagStore(db).put(romeo, ChatFlags.NONE));
        profile.reopen();
        assertThat(storedFlags()).containsOnly(Map.entry(room, other));

        profile.run(db -> new FlagStore(db).replaceAll(Map.of(romeo, one)));
        profile.reopen();
        assertThat(storedFlags()).containsOnly(Map.entry(romeo, one));
    }

    @Test
    void spelling() {
        var romeo = profile.chat(Profile.ROMEO);
        var room = profile.chat(Profile.ROOM);
        var chosen = Map.of(romeo, Optional.of("en_GB"), room, Optional.<String>empty());
        profile.run(
                db -> {
                    new ChatStore(db).ensure(romeo, Chat.Kind.CONTACT);
                    new ChatStore(db).ensure(room, Chat.Kind.ROOM);
                    var store = new SpellingStore(db);
                    store.add("Verona");
                    store.add("l’amour");
                    store.add("Verona");
                    store.add("Padua");
                    store.remove("Padua");
                    store.choose(romeo, Optional.empty());
                    store.choose(romeo, Optional.of("en_GB"));
                    store.choose(room, Optional.of("it_IT"));
                    store.choose(room, Optional.empty());
                    store.choose(profile.chat(Profile.JULIET), Optional.of("it_IT"));
                });
        profile.reopen();
        var store = new SpellingStore(profile.db());
        assertThat(profile.in(store::words)).containsExactlyInAnyOrder("Verona", "l’amour");
        assertThat(profile.in(store::chosen)).isEqualTo(chosen);

        profile.run(db -> new SpellingStore(db).replaceAll(Set.of("Mantua"), chosen));
        profile.run(db -> new ChatStore(db).remove(room));
        profile.reopen();
        var after = new SpellingStore(profile.db());
        assertThat(profile.in(after::words)).containsExactly("Mantua");
        assertThat(profile.in(after::chosen)).containsOnlyKeys(romeo);
    }

    private Map<ChatKey, ChatFlags> storedFlags() {
        return profile.in(() -> new FlagStore(profile.db()).all());
    }

    @Test
    void steps() {
        var romeo = profile.chat(Profile.ROMEO);
        var phone = JidCreate.fromOrThrowUnchecked(Profile.ROMEO + "/phone");
        var refusal = new Refusal(Refusal.Reason.LIMIT, "too long\n🌅");
        var failed = new Step(Step.Kind.FAILED, Optional.empty(), MIDNIGHT, Optional.of(refusal));
        var read = new Step(Step.Kind.READ, Optional.of(phone), NOON);
        var message =
                profile.in(
                        () ->
                                new MessageStore(profile.db())
                                        .queue(
                                                romeo,
                                                Chat.Kind.CONTACT,
                                                "1",
                                                Profile.ME,
                                                new Content.Text("O"),
                                                MIDNIGHT));
        profile.run(
                db -> {
                    var steps = new Steps(db);
                    steps.add(
                            message.key(),
                            new Delivery.Failed(refusal),
                            Optional.empty(),
                            MIDNIGHT);
                    steps.add(message.key(), Delivery.READ, Optional.of(phone), NOON);
                });
        profile.reopen();
        assertThat(profile.in(() -> new MessageStore(profile.db()).steps(List.of(message))))
                .containsOnly(
                        Map.entry(
                                message.key(),
                                List.of(
                                        new Step(Step.Kind.QUEUED, Optional.empty(), MIDNIGHT),
                                        failed,
                                        read)));
        differInEverything(failed, read);

        profile.run(db -> new ChatStore(db).remove(romeo));
        assertThat(profile.in(() -> profile.db().find("SELECT 1 FROM step", row -> row.getInt(1))))
                .isEmpty();
    }

    @Test
    void sharedFlags() {
        var romeo = profile.chat(Profile.ROMEO);
        var room = profile.chat(Profile.ROOM);
        var one = new SharedFlags(true, new Mute.Until(NOON));
        var other = new SharedFlags(false, new Mute.Always());
        differInEverything(one, other);
        profile.run(
                db -> {
                    new ChatStore(db).ensure(romeo, Chat.Kind.CONTACT);
                    new ChatStore(db).ensure(room, Chat.Kind.ROOM);
                    new SharedFlagStore(db).put(romeo, other);
                    new SharedFlagStore(db).put(romeo, one);
                    new SharedFlagStore(db).put(room, other);
                });
        profile.reopen();
        assertThat(storedSharedFlags()).containsOnly(Map.entry(romeo, one), Map.entry(room, other));

        profile.run(db -> new SharedFlagStore(db).put(romeo, SharedFlags.NONE));
        profile.reopen();
        assertThat(storedSharedFlags()).containsOnly(Map.entry(room, other));

        profile.run(db -> new SharedFlagStore(db).replaceAll(Map.of(romeo, one)));
        profile.reopen();
        assertThat(storedSharedFlags()).containsOnly(Map.entry(romeo, one));
    }

    private Map<ChatKey, SharedFlags> storedSharedFlags() {
        return profile.in(() -> new SharedFlagStore(profile.db()).all());
    }

    @Test
    void pictures() {
        var romeo = profile.chat(Profile.ROMEO);
        var room = profile.chat(Profile.ROOM);
        var one = "a".repeat(40);
        var other = "b".repeat(40);
        profile.run(
                db -> {
                    var pictures = new PictureStore(db);
                    pictures.put(room, other, new byte[] {3});
                    pictures.put(room, one, new byte[] {1, 2});
                    pictures.put(romeo, one, new byte[] {1, 2});
                });
        profile.reopen();
        var pictures = new PictureStore(profile.db());
        assertThat(profile.in(pictures::all))
                .containsOnly(Map.entry(romeo, one), Map.entry(room, one));
        assertThat(profile.in(() -> pictures.image(one))).contains(new byte[] {1, 2});
        assertThat(profile.in(() -> pictures.image(other))).isEmpty(); // nobody has it any more

        profile.run(_ -> pictures.remove(room));
        assertThat(profile.in(() -> pictures.image(one))).isPresent();
        profile.run(_ -> pictures.remove(romeo));
        assertThat(profile.in(() -> pictures.image(one))).isEmpty();
    }

    @Test
    void invitations() {
        var account = profile.chat(Profile.ROOM).account();
        var one =
                new Invitation(
                        Profile.ROOM,
                        new Inviter.Person(Profile.ROMEO),
                        "",
                        Optional.empty(),
                        Optional.of(new Continuation(Optional.of("e0ffe42b"))),
                        NOON);
        var other =
                new Invitation(
                        Profile.ROMEO,
                        new Inviter.ByRoom(
                                Optional.of(JidCreate.fromOrThrowUnchecked("nurse@a.example/x"))),
                        "Come 🌅",
                        Optional.of("ink"),
                        NOON.plusSeconds(1));
        var third =
                new Invitation(
                        Profile.ROOM,
                        new Inviter.ByRoom(Optional.empty()),
                        "",
                        Optional.empty(),
                        Optional.of(new Continuation(Optional.empty())),
                        NOON.plusSeconds(2));
        differInEverything(one, other);
        profile.run(
                db -> {
                    new InvitationStore(db).put(account, one);
                    new InvitationStore(db).put(account, other);
                });
        profile.reopen();
        assertThat(storedInvitations(account)).containsExactly(one, other);

        profile.run(db -> new InvitationStore(db).put(account, third));
        profile.reopen();
        assertThat(storedInvitations(account)).containsExactly(other, third);

        var room = new ChatKey(account, Profile.ROOM);
        profile.run(db -> new InvitationStore(db).close(room, NOON));
        profile.reopen();
        assertThat(storedInvitations(account)).containsExactly(other);
        assertThat(profile.in(() -> new InvitationStore(profile.db()).last(room)))
                .contains(third.at());

        profile.run(
                db -> new InvitationStore(db).forgetAnswered(account, third.at().plusSeconds(1)));
        profile.reopen();
        assertThat(storedInvitations(account)).containsExactly(other);
        assertThat(profile.in(() -> new InvitationStore(profile.db()).last(room))).isEmpty();
    }

    @Test
    void continuations() {
        var romeo = profile.chat(Profile.ROMEO);
        var room = profile.chat(Profile.ROOM);
        var one = new ContinuedChat(romeo, Profile.ROOM, "Verona 🌅", NOON.plusSeconds(1));
        var other = new ContinuedChat(room, Profile.ROMEO, "", NOON);
        differInEverything(one, other);
        profile.run(
                db -> {
                    new ContinuationStore(db).put(one.named("Verona"));
                    new ContinuationStore(db).put(other);
                    new ContinuationStore(db).put(one);
                });
        profile.reopen();
        assertThat(profile.in(() -> new ContinuationStore(profile.db()).all(romeo.account())))
                .containsExactly(other, one);
        profile.run(db -> new AccountStore(db).remove(romeo.account()));
        profile.reopen();
        assertThat(profile.in(() -> new ContinuationStore(profile.db()).all(romeo.account())))
                .isEmpty();
    }

    private List<Invitation> storedInvitations(AccountId account) {
        return profile.in(() -> new InvitationStore(profile.db()).open(account));
    }

    @Test
    void drafts() {
        var romeo = profile.chat(Profile.ROMEO);
        var room = profile.chat(Profile.ROOM);
        profile.run(
                db -> {
                    new ChatStore(db).ensure(romeo, Chat.Kind.CONTACT);
                    new ChatStore(db).ensure(room, Chat.Kind.ROOM);
                    new DraftStore(db).put(romeo, "Wilt thou be g");
                    new DraftStore(db).put(romeo, "Wilt thou be gone?\n🌅");
                    new DraftStore(db).put(room, "O");
                });
        profile.reopen();
        assertThat(stored())
                .containsOnly(Map.entry(romeo, "Wilt thou be gone?\n🌅"), Map.entry(room, "O"));

        profile.run(db -> new DraftStore(db).remove(romeo));
        profile.reopen();
        assertThat(stored()).containsOnlyKeys(room);

        profile.run(db -> new DraftStore(db).replaceAll(Map.of(romeo, "It is not")));
        profile.reopen();
        assertThat(stored()).containsOnly(Map.entry(romeo, "It is not"));

        profile.run(db -> new ChatStore(db).remove(romeo));
        assertThat(stored()).isEmpty();
    }

    @Test
    void edits() {
        var romeo = profile.chat(Profile.ROMEO);
        profile.run(db -> new ChatStore(db).ensure(romeo, Chat.Kind.CONTACT));
        var first = own(romeo, "e-1");
        var second = own(romeo, "e-2");
        profile.run(
                db -> {
                    var edits = new DraftStore(db);
                    edits.setEdit(romeo, Optional.of(new EditDraft(first, "Wilt th")));
                    edits.setEdit(romeo, Optional.of(new EditDraft(second, "Wilt thou\n🌅")));
                });
        profile.reopen();
        assertThat(storedEdits())
                .containsOnly(Map.entry(romeo, new EditDraft(second, "Wilt thou\n🌅")));

        profile.run(db -> new DraftStore(db).setEdit(romeo, Optional.empty()));
        profile.reopen();
        assertThat(storedEdits()).isEmpty();

        var other = new EditDraft(first, "");
        profile.run(db -> new DraftStore(db).replaceEdits(Map.of(romeo, other)));
        profile.reopen();
        assertThat(storedEdits()).containsOnly(Map.entry(romeo, other));

        profile.run(db -> db.update("DELETE FROM message WHERE id = ?", first.row()));
        assertThat(storedEdits()).as("with its message it is gone").isEmpty();
        profile.run(db -> new DraftStore(db).setEdit(romeo, Optional.of(other)));
        assertThat(storedEdits()).isEmpty();
    }

    private MessageKey own(ChatKey chat, String id) {
        return profile.in(
                () ->
                        new MessageStore(profile.db())
                                .queue(
                                        chat,
                                        Chat.Kind.CONTACT,
                                        id,
                                        Profile.ME,
                                        new Content.Text("Wilt thou be gone?"),
                                        Instant.parse("2026-11-20T09:00:00Z"))
                                .key());
    }

    private Map<ChatKey, EditDraft> storedEdits() {
        return profile.in(() -> new DraftStore(profile.db()).edits());
    }

    private Map<ChatKey, String> stored() {
        return profile.in(() -> new DraftStore(profile.db()).all());
    }

    private List<ArchiveRange> ranges(BareJid archive) {
        return profile.in(() -> new ArchiveStore(profile.db()).ranges(profile.account(), archive));
    }

    private Message store(Message message, Chat.Kind kind) {
        return profile.in(
                () -> {
                    var chat = new Chats(profile.db()).ensure(message.chat(), kind);
                    var chats = new Chats(profile.db());
                    var corrections = new Corrections(profile.db());
                    var references = new References(profile.db());
                    return new MessageTable(
                                    profile.db(),
                                    corrections,
                                    new Reactions(profile.db(), chats, corrections, references),
                                    new Retractions(profile.db(), chats, references))
                            .add(chat, message);
                });
    }

    private static Message message(
            ChatKey chat,
            MessageIds ids,
            Author author,
            Instant at,
            long position,
            Content content,
            Delivery delivery) {
        return new Message(new MessageKey(0), chat, ids, author, at, position, content, delivery);
    }

    private static void differInEverything(Record one, Record other, String... but) {
        for (var component : one.getClass().getRecordComponents()) {
            if (!Set.of(but).contains(component.getName())) {
                assertThat(value(component, one))
                        .as("%s of the samples", component)
                        .isNotEqualTo(value(component, other));
            }
        }
        assertThat(
                        Arrays.stream(one.getClass().getRecordComponents())
                                .map(RecordComponent::getName))
                .containsAll(List.of(but));
    }

    private static Object value(RecordComponent component, Record of) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError(component.getName(), failure);
        }
    }
}
