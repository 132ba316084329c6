package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Hole;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.ReactionSet;
import kith.model.Refusal;
import kith.store.MessageStore.Direction;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Which emoji stand at which message, and whose (H16 and R13 of the reliability rules; XEP-0444).
class ReactionsTest {

    private static final int MANY = 5_000;

    private final Profile profile = Profile.inMemory();
    private final MessageStore store = new MessageStore(profile.db());
    private final ChatKey chat = profile.chat(Profile.ROMEO);
    private final ChatKey room = profile.chat(Profile.ROOM);

    @AfterEach
    void close() {
        profile.close();
    }

    @Test
    void h16TheLastSetOfEachSenderStandsAndNoneTakesItBack() {
        add(chat, Profile.HIM, "a", new Content.Text("thursday"));
        react(chat, Profile.HIM, "b", "a", "👋");
        react(chat, Profile.HIM, "c", "a", "👋", "🐢");
        react(chat, Profile.ME, "d", "a", "👍");
        assertThat(shown(chat)).containsExactly("romeo 👋 🐢", "me 👍");
        react(chat, Profile.HIM, "e", "a");
        assertThat(shown(chat)).containsExactly("me 👍");
    }

    @Test
    void isNoMessageOfItsOwnAndNotUnread() {
        add(chat, Profile.HIM, "a", new Content.Text("thursday"));
        react(chat, Profile.HIM, "b", "a", "👋");
        react(chat, Profile.HIM, "c", "nowhere", "👋");
        assertThat(newest(chat)).hasSize(1);
        assertThat(profile.in(() -> store.count(chat))).isEqualTo(1);
        var summary = profile.in(() -> new ChatStore(profile.db()).all()).getFirst();
        assertThat(summary.unread()).isEqualTo(1);
        assertThat(summary.last().flatMap(Message::words)).contains("thursday");
    }

    @Test
    void h16NamesNothingInAnotherChat() {
        add(chat, Profile.HIM, "a", new Content.Text("here"));
        react(
                profile.chat(Profile.entity("mercutio@montague.example")),
                Profile.HIM,
                "b",
                "a",
                "👋");
        assertThat(shown(chat)).isEmpty();
    }

    @Test
    void h16InARoomTheRoomsIdCountsAndTheOccupantNotTheNick() {
        addArchived(room, occupant("romeo", "o-1"), "a", "s-1", new Content.Text("I love you"));
        react(room, occupant("tybalt", "o-2"), "b", "a", "👋");
        react(room, occupant("tybalt", ""), "c", "s-1", "👋");
        react(room, withOurNick(""), "d", "s-1", "👋");
        assertThat(shown(room)).isEmpty();
        react(room, occupant("tybalt", "o-2"), "e", "s-1", "👋");
        react(room, occupant("tybalt", "o-3"), "f", "s-1", "🐢");
        react(room, occupant("someone", "o-2"), "g", "s-1", "👍");
        react(room, withOurNick("o-9"), "h", "s-1", "🎉");
        assertThat(shown(room)).containsExactly("someone 👍", "tybalt 🐢", "juliet 🎉");
    }

    @Test
    void ofTheSameIdTheLastBeforeItIsMeant() {
        add(chat, Profile.HIM, "1", new Content.Text("one"));
        react(chat, Profile.ME, "b", "1", "👋");
        profile.now = profile.now.plusSeconds(3_600);
        add(chat, Profile.HIM, "1", new Content.Text("two"));
        react(chat, Profile.ME, "c", "1", "🐢");
        assertThat(newest(chat)).hasSize(2);
        assertThat(shown(chat)).containsExactly("me 👋", "me 🐢");
        assertThat(at(newest(chat).getFirst())).containsExactly("me 👋");
    }

    @Test
    void anIdAndAnOriginIdNameTheSameMessage() {
        add(chat, Profile.HIM, new MessageIds("x", Optional.of("o"), Optional.empty()), text("hi"));
        react(chat, Profile.ME, "b", "x", "👋");
        react(chat, Profile.HIM, "c", "o", "🐢");
        assertThat(shown(chat)).containsExactly("me 👋", "romeo 🐢");
    }

    /// The other side may be quicker than the server's word that it has ours.
    @Test
    void oneMayStandBeforeItsMessage() {
        profile.in(
                () ->
                        store.queue(
                                chat, Chat.Kind.CONTACT, "1", Profile.ME, text("O"), profile.now));
        react(chat, Profile.HIM, "b", "1", "👋");
        assertThat(shown(chat)).containsExactly("romeo 👋");
        deliver("1", Delivery.ON_SERVER);
        assertThat(shown(chat)).containsExactly("romeo 👋");
    }

    /// Anybody may send one; there is nothing to read.
    @Test
    void oneAloneMakesNoChat() {
        react(chat, Profile.HIM, "b", "a", "👋");
        react(room, occupant("tybalt", "o-2"), "c", "s-1", "👋");
        assertThat(chats()).isEmpty();
        add(chat, Profile.HIM, "a", text("thursday"));
        assertThat(chats()).extracting(Chat::key).containsExactly(chat);
        assertThat(shown(chat)).containsExactly("romeo 👋");
        profile.run(db -> new ChatStore(db).ensure(room, Chat.Kind.ROOM));
        assertThat(chats()).extracting(Chat::key).containsExactly(chat, room);
    }

    /// What is read is told as the name of a message that others show, too.
    @Test
    void whatWasReadEndsWithAMessage() {
        add(chat, Profile.HIM, "a", text("thursday"));
        react(chat, Profile.HIM, "b", "a", "👋");
        profile.run(db -> new ChatStore(db).markRead(chat, false));
        assertThat(profile.in(() -> new ReadStore(profile.db(), store).untold(profile.account())))
                .extracting(ReadMark::to)
                .containsExactly(newest(chat).getFirst().key());
    }

    @Test
    void aHoleIsBeforeAMessage() {
        page(
                Direction.NEWEST,
                archived(1, "b", Profile.HIM, reaction("a", "👋")),
                archived(2, "c", Profile.HIM, text("friday")));
        var from = Instant.parse("2026-01-01T10:01:00Z");
        var archive = new ArchiveStore(profile.db());
        profile.in(
                () ->
                        archive.add(
                                profile.account(),
                                Profile.JULIET,
                                "archive-b",
                                from,
                                "archive-c",
                                from.plusSeconds(60),
                                false));
        assertThat(profile.in(() -> archive.holes(chat)))
                .extracting(Hole::before)
                .containsExactly(newest(chat).getFirst().key());
    }

    /// The room says who we are when it sends back what was written here, whichever message that is
    /// about; then it is known of what came under another nick. Who has our nick is not us for that
    /// (H21).
    @Test
    void inARoomOursAreThoseOfOurOccupant() {
        addArchived(room, occupant("romeo", "o-1"), "a", "s-1", text("I love you"));
        react(room, withOurNick("o-7"), "b", "s-1", "👋");
        react(room, occupant("juliet on the phone", "o-9"), "c", "s-1", "👍");
        assertThat(shown(room)).containsExactly("juliet 👋", "juliet on the phone 👍");
        profile.now = profile.now.plusSeconds(1);
        profile.in(
                () ->
                        store.queue(
                                room,
                                Chat.Kind.ROOM,
                                "1",
                                Profile.ME,
                                reaction("s-1", "🎉"),
                                profile.now));
        var reflected = new MessageIds("1", Optional.of("1"), Optional.of("s-2"));
        add(room, withOurNick("o-9"), reflected, reaction("s-1", "🎉"));
        assertThat(shown(room)).containsExactly("juliet 👋", "me 🎉");
        addArchived(room, occupant("romeo", "o-1"), "d", "s-3", text("Farewell"));
        react(room, occupant("juliet on the phone", "o-9"), "e", "s-3", "👍");
        react(room, withOurNick("o-7"), "f", "s-3", "👋");
        assertThat(at(newest(room).getLast())).containsExactly("me 👍", "juliet 👋");
    }

    /// Before a room has said what it can do, nobody has an id there; its archive gives it later.
    @Test
    void whoseItIsIsLearntFromTheArchive() {
        var id = "0123456789012345678901";
        addArchived(room, occupant("romeo", "o-1"), "a", "s-1", text("I love you"));
        add(room, occupant("tybalt", ""), ids(id), reaction("s-1", "👋"));
        assertThat(shown(room)).isEmpty();
        add(room, occupant("tybalt", "o-3"), ids(id), reaction("s-1", "👋"));
        assertThat(shown(room)).as("another under the nick, who says the same").isEmpty();
        var archived = new MessageIds(id, Optional.empty(), Optional.of("s-2"));
        var arriving = arriving(room, occupant("tybalt", "o-2"), archived, reaction("s-1", "👋"));
        var archive = new ChatKey(profile.account(), room.peer());
        profile.in(() -> store.addPage(archive, List.of(arriving), Direction.NEWEST));
        assertThat(shown(room)).containsExactly("tybalt 👋");
        assertThat(reactions(room).getFirst().author().occupantId()).contains("o-2");
    }

    /// A room of whose messages one has two names.
    @Test
    void anyNameThatTheRoomGaveNamesIt() {
        addArchived(room, occupant("romeo", "o-1"), "0123456789012345678901", "s-1", text("hi"));
        addArchived(room, occupant("romeo", "o-1"), "0123456789012345678901", "s-2", text("hi"));
        assertThat(newest(room)).hasSize(1);
        react(room, occupant("tybalt", "o-2"), "b", "s-2", "👋");
        react(room, occupant("mercutio", "o-3"), "c", "s-1", "🐢");
        assertThat(shown(room)).containsExactly("tybalt 👋", "mercutio 🐢");
    }

    @Test
    void aReactionIsNoMessageToReactTo() {
        react(chat, Profile.HIM, "b", "a", "👋");
        react(chat, Profile.ME, "c", "b", "🐢");
        add(chat, Profile.HIM, "a", text("thursday"));
        assertThat(shown(chat)).containsExactly("romeo 👋");
        for (var each : profile.in(() -> store.written(new MessageKey(0), 10))) {
            assertThat(profile.in(() -> store.reactedTo(each)))
                    .as("%s", each.content())
                    .isEqualTo(
                            each.ids().stanza().equals("b")
                                    ? Optional.of(newest(chat).getFirst())
                                    : Optional.empty());
        }
    }

    /// Some clients use the same ids again and again.
    @Test
    void h14AReactionOfTheSameIdIsNotWhatACorrectionIsFor() {
        add(chat, Profile.HIM, "1", text("thursday"));
        react(chat, Profile.HIM, "1", "1", "👋");
        add(chat, Profile.HIM, "3", new Content.Correction("1", "friday"));
        assertThat(newest(chat)).singleElement().matches(it -> it.words().get().equals("friday"));
    }

    @Test
    void whatALaterOneSaysMakesThoseMootThatWaitOrHaveFailed() {
        add(chat, Profile.HIM, "a", text("thursday"));
        queue("1", "a", "👍");
        queue("2", "b", "👍");
        deliver("1", new Delivery.Failed(Refusal.of(Refusal.Reason.FORBIDDEN)));
        queue("3", "a", "🐢");
        queue("4", "a", "👍", "🐢");
        assertThat(profile.in(() -> store.mootBy(own("4"))))
                .extracting(each -> each.ids().stanza())
                .containsExactlyInAnyOrder("1", "3");
        deliver("4", Delivery.SENDING);
        deliver("3", Delivery.SENDING);
        deliver("4", Delivery.ON_SERVER);
        deliver("3", new Delivery.Failed(Refusal.of(Refusal.Reason.FORBIDDEN)));
        assertThat(profile.in(() -> store.isMoot(own("3")))).isTrue();
        assertThat(profile.in(() -> store.isMoot(own("2")))).isFalse();
        assertThat(profile.in(() -> store.isMoot(own("4")))).isFalse();
        var theirs = newest(chat).getFirst();
        assertThat(profile.in(() -> store.isMoot(theirs))).isFalse();
    }

    @Test
    @Timeout(60)
    void h16WhoReactsAgainAndAgainHoldsNothingUp() {
        add(chat, Profile.HIM, "a", text("thursday"));
        profile.run(
                _ -> {
                    for (int i = 0; i < MANY; i++) {
                        var emoji = reaction("a", i % 2 == 0 ? "👋" : "🐢");
                        store.add(arriving(chat, Profile.HIM, ids("r" + i), emoji));
                    }
                });
        assertThat(shown(chat)).containsExactly("romeo 🐢");
    }

    @Test
    void whatNamesACorrectionStandsAtTheMessage() {
        add(chat, Profile.HIM, "a", new Content.Text("thursday"));
        add(chat, Profile.HIM, "b", new Content.Correction("a", "friday"));
        react(chat, Profile.ME, "c", "b", "👍");
        assertThat(shown(chat)).containsExactly("me 👍");
    }

    @Test
    void whatFailedOfOursLeavesWhatWasBefore() {
        add(chat, Profile.HIM, "a", new Content.Text("thursday"));
        queue("1", "a", "👍");
        deliver("1", Delivery.ON_SERVER);
        queue("2", "a");
        assertThat(shown(chat)).isEmpty();
        deliver("2", new Delivery.Failed(Refusal.of(Refusal.Reason.FORBIDDEN)));
        assertThat(shown(chat)).containsExactly("me 👍");
        assertThat(profile.in(() -> store.pending())).hasSize(1);
    }

    /// Pages of an archive come from the newest to the oldest, and some twice.
    @Test
    void itDoesNotMatterInWhichOrderAndHowOftenTheyCome() {
        var all = new ArrayList<ArrivingMessage>();
        all.add(archived(0, "a", Profile.HIM, new Content.Text("thursday")));
        all.add(archived(1, "b", Profile.HIM, reaction("a", "👋")));
        all.add(archived(2, "c", Profile.ME, reaction("a", "🐢")));
        all.add(archived(3, "d", Profile.HIM, reaction("a", "👍", "🎉")));
        all.add(archived(4, "e", Profile.ME, reaction("a")));
        for (int run = 0; run < 200; run++) {
            try (var other = Profile.inMemory()) {
                var into = new MessageStore(other.db());
                var random = new Random(run);
                var coming = new ArrayList<>(all);
                coming.addAll(all.subList(0, random.nextInt(all.size())));
                Collections.shuffle(coming, random);
                for (var each : coming) {
                    other.in(
                            () ->
                                    into.add(
                                            each.chat(),
                                            each.kind(),
                                            each.ids(),
                                            each.author(),
                                            each.at(),
                                            each.content(),
                                            true));
                }
                assertThat(other.in(() -> shown(into, chat)))
                        .as("run %d", run)
                        .containsExactly("romeo 👍 🎉");
            }
        }
    }

    @Test
    void oneWaitsForItsMessageOnAnOlderPage() {
        page(Direction.NEWEST, archived(1, "b", Profile.HIM, reaction("a", "👋")));
        assertThat(newest(chat)).isEmpty();
        assertThat(chats()).isEmpty();
        page(Direction.OLDER, archived(0, "a", Profile.HIM, new Content.Text("thursday")));
        assertThat(shown(chat)).containsExactly("romeo 👋");
    }

    private void react(ChatKey to, Author author, String id, String target, String... emoji) {
        add(to, author, id, reaction(target, emoji));
    }

    private static Content reaction(String target, String... emoji) {
        return new Content.Reaction(target, List.of(emoji));
    }

    private void add(ChatKey to, Author author, String id, Content content) {
        add(to, author, ids(id), content);
    }

    private static MessageIds ids(String id) {
        return new MessageIds(id, Optional.empty(), Optional.empty());
    }

    private static Content text(String body) {
        return new Content.Text(body);
    }

    private List<Chat> chats() {
        return profile.in(() -> new ChatStore(profile.db()).all());
    }

    private void addArchived(ChatKey to, Author author, String id, String name, Content content) {
        add(to, author, new MessageIds(id, Optional.empty(), Optional.of(name)), content);
    }

    private void add(ChatKey to, Author author, MessageIds ids, Content content) {
        profile.now = profile.now.plusSeconds(1);
        profile.in(() -> store.add(arriving(to, author, ids, content)));
    }

    private ArrivingMessage arriving(ChatKey to, Author author, MessageIds ids, Content content) {
        var kind = to.equals(room) ? Chat.Kind.ROOM : Chat.Kind.CONTACT;
        return new ArrivingMessage(to, kind, ids, author, profile.now, content);
    }

    private ArrivingMessage archived(int minute, String id, Author author, Content content) {
        return new ArrivingMessage(
                chat,
                Chat.Kind.CONTACT,
                new MessageIds(id, Optional.empty(), Optional.of("archive-" + id)),
                author,
                Instant.parse("2026-01-01T10:00:00Z").plusSeconds(60L * minute),
                content);
    }

    private void page(Direction direction, ArrivingMessage... page) {
        profile.in(() -> store.addPage(profile.archive(), List.of(page), direction));
    }

    private void queue(String id, String target, String... emoji) {
        profile.now = profile.now.plusSeconds(1);
        var content = reaction(target, emoji);
        profile.in(
                () -> store.queue(chat, Chat.Kind.CONTACT, id, Profile.ME, content, profile.now));
    }

    private void deliver(String id, Delivery delivery) {
        profile.in(() -> store.deliver(profile.account(), id, delivery));
    }

    private static Author occupant(String nick, String id) {
        return new Author(
                Profile.occupant(nick).address(),
                Optional.of(id).filter(each -> !each.isEmpty()),
                false);
    }

    private static Author withOurNick(String id) {
        var occupant = occupant("juliet", id);
        return new Author(occupant.address(), occupant.occupantId(), true);
    }

    private List<Message> newest(ChatKey of) {
        return profile.in(() -> store.newest(of, 100));
    }

    private List<ReactionSet> reactions(ChatKey of) {
        return profile.in(() -> store.reactions(store.newest(of, 1).getFirst()));
    }

    private Message own(String id) {
        return store.written(new MessageKey(0), 100).stream()
                .filter(each -> each.ids().stanza().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> at(Message message) {
        return profile.in(() -> shown(store, message));
    }

    /// Who stands with what, at all messages of a chat.
    private List<String> shown(ChatKey of) {
        return profile.in(() -> shown(store, of));
    }

    private static List<String> shown(MessageStore in, ChatKey of) {
        return in.newest(of, 100).stream().flatMap(each -> shown(in, each).stream()).toList();
    }

    private static List<String> shown(MessageStore in, Message message) {
        return in.reactions(message).stream()
                .map(
                        each ->
                                (each.author().isMine() ? "me" : each.author().shortName())
                                        + " "
                                        + String.join(" ", each.emoji()))
                .toList();
    }
}
