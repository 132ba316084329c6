package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.Reply;
import kith.store.MessageStore.Direction;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.Jid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which message another one answers (XEP-0461).
class RepliesTest {

    private final Profile profile = Profile.inMemory();
    private final MessageStore store = new MessageStore(profile.db());
    private final ChatKey chat = profile.chat(Profile.ROMEO);
    private final ChatKey room = profile.chat(Profile.ROOM);

    @AfterEach
    void close() {
        profile.close();
    }

    @Test
    void isTheOneWithTheId() {
        add(chat, Profile.HIM, "a", text("thursday"));
        add(chat, Profile.HIM, "b", text("or friday"));
        add(chat, Profile.ME, "c", reply("a", Optional.empty()));
        assertThat(answered(chat)).contains("thursday");
    }

    @Test
    void itDoesNotMatterWhichComesFirst() {
        page(Direction.NEWEST, archived(1, "b", reply("a", Optional.empty())));
        assertThat(answered(chat)).isEmpty();
        page(Direction.OLDER, archived(0, "a", text("thursday")));
        assertThat(answered(chat)).contains("thursday");
    }

    /// Both of two may count up from one.
    @Test
    void ofTheSameIdTheOneOfTheAuthorIsMeant() {
        add(chat, Profile.HIM, "1", text("his"));
        add(chat, Profile.ME, "1", text("mine"));
        add(chat, Profile.HIM, "2", reply("1", Optional.of(Profile.ROMEO)));
        assertThat(answered(chat)).contains("his");
        add(chat, Profile.HIM, "3", reply("1", Optional.of(Profile.JULIET)));
        assertThat(answered(chat)).contains("mine");
        add(chat, Profile.HIM, "4", reply("1", Optional.empty()));
        assertThat(answered(chat)).contains("mine");
        add(chat, Profile.HIM, "5", reply("4", Optional.of(Profile.JULIET)));
        assertThat(answered(chat)).as("only he has said something by that name").isEmpty();
    }

    @Test
    void ofTheSameIdTheLastBeforeItIsMeant() {
        add(chat, Profile.HIM, "1", text("one"));
        add(chat, Profile.ME, "b", reply("1", Optional.empty()));
        profile.now = profile.now.plusSeconds(3_600);
        add(chat, Profile.HIM, "1", text("two"));
        assertThat(profile.in(() -> store.answered(store.newest(chat, 2).getFirst())))
                .flatMap(Message::words)
                .contains("one");
    }

    @Test
    void inARoomTheRoomsIdCounts() {
        addArchived(room, Profile.occupant("romeo"), "a", "s-1", text("I love you"));
        add(room, Profile.occupant("tybalt"), "b", reply("a", Optional.empty()));
        assertThat(answered(room)).isEmpty();
        add(room, Profile.occupant("tybalt"), "c", reply("s-1", Optional.empty()));
        assertThat(answered(room)).contains("I love you");
    }

    @Test
    void namesNothingInAnotherChatAndNotItself() {
        add(chat, Profile.HIM, "a", text("here"));
        var other = profile.chat(Profile.entity("mercutio@montague.example"));
        add(other, Profile.HIM, "b", reply("a", Optional.empty()));
        assertThat(answered(other)).isEmpty();
        add(other, Profile.HIM, "c", reply("c", Optional.empty()));
        assertThat(answered(other)).isEmpty();
    }

    @Test
    void whatNamesACorrectionAnswersTheMessage() {
        add(chat, Profile.HIM, "a", text("thursday"));
        add(chat, Profile.HIM, "b", new Content.Correction("a", "friday"));
        add(chat, Profile.ME, "c", reply("b", Optional.empty()));
        assertThat(answered(chat)).contains("friday");
    }

    /// The words of a correction are without what only repeats the other, too.
    @Test
    void anEditShowsWhatIsSaid() {
        add(chat, Profile.HIM, "a", text("thursday"));
        add(chat, Profile.ME, "b", reply("a", Optional.empty()));
        var reply = new Reply("a", Optional.empty(), 4);
        add(
                chat,
                Profile.ME,
                "c",
                new Content.Correction("b", "> t\nfine", Optional.of(reply), Optional.empty()));
        var shown = newest(chat);
        assertThat(shown.words()).contains("fine");
        assertThat(shown.reply().map(Reply::target)).contains("a");
        assertThat(answered(chat)).contains("thursday");
    }

    /// What was not known to answer anything keeps all that is said, also what is repeated.
    @Test
    void anEditOfWhatAnswersNothingShowsAllOfIt() {
        add(chat, Profile.HIM, "b", text("> t\nfrday"));
        var reply = new Reply("a", Optional.empty(), 4);
        add(
                chat,
                Profile.HIM,
                "c",
                new Content.Correction("b", "> t\nfriday", Optional.of(reply), Optional.empty()));
        assertThat(newest(chat).words()).contains("> t\nfriday");
    }

    /// A body that is cut where it only repeats another is shown.
    @Test
    void whatIsCutIsNotEmpty() {
        var body = "> t\n".repeat(300_000) + "fine";
        add(chat, Profile.HIM, "b", reply("a", Optional.empty(), body));
        assertThat(newest(chat).words().orElseThrow()).startsWith("> t").hasSizeGreaterThan(1_000);
    }

    /// An older Kith kept the words only; its archive says again what they answer.
    @Test
    void aCopyThatSaysMoreIsTheSameMessage() {
        var id = "0123456789012345678901";
        add(chat, Profile.HIM, id, text("> t\nfine"));
        page(Direction.NEWEST, archived(1, id, reply("a", Optional.empty(), "> t\nfine")));
        assertThat(profile.in(() -> store.count(chat))).isEqualTo(1);
    }

    /// What is too long to be a name is none.
    @Test
    void anIdOfAMegabyteNamesNothing() {
        add(chat, Profile.HIM, "b", reply("a".repeat(100_000), Optional.empty()));
        assertThat(newest(chat).reply()).isEmpty();
        assertThat(newest(chat).words()).contains("fine");
    }

    @Test
    void whatIsBeingAnsweredIsKept() {
        var drafts = new DraftStore(profile.db());
        add(chat, Profile.HIM, "a", text("thursday"));
        add(chat, Profile.HIM, "b", text("or friday"));
        var message = newest(chat).key();
        profile.run(_ -> drafts.setAnswered(chat, Optional.of(message)));
        assertThat(profile.in(() -> drafts.answered(chat))).contains(message);
        assertThat(profile.in(() -> drafts.answered(room))).isEmpty();
        profile.run(_ -> drafts.setAnswered(chat, Optional.empty()));
        assertThat(profile.in(() -> drafts.answered(chat))).isEmpty();
        profile.run(_ -> drafts.setAnswered(chat, Optional.of(message)));
        profile.run(db -> new ChatStore(db).remove(chat));
        assertThat(profile.in(() -> drafts.answered(chat))).isEmpty();
    }

    private Optional<String> answered(ChatKey of) {
        return profile.in(() -> store.answered(store.newest(of, 1).getFirst()))
                .flatMap(Message::words);
    }

    private Message newest(ChatKey of) {
        return profile.in(() -> store.newest(of, 1)).getFirst();
    }

    private static Content text(String body) {
        return new Content.Text(body);
    }

    private static Content reply(String target, Optional<Jid> author) {
        return reply(target, author, "fine");
    }

    private static Content reply(String target, Optional<Jid> author, String body) {
        var quoted = body.lastIndexOf('\n') + 1;
        return new Content.Text(
                body, Optional.of(new Reply(target, author, quoted)), Optional.empty());
    }

    private void add(ChatKey to, Author author, String id, Content content) {
        add(to, author, new MessageIds(id, Optional.empty(), Optional.empty()), content);
    }

    private void addArchived(ChatKey to, Author author, String id, String name, Content content) {
        add(to, author, new MessageIds(id, Optional.empty(), Optional.of(name)), content);
    }

    private void add(ChatKey to, Author author, MessageIds ids, Content content) {
        profile.now = profile.now.plusSeconds(1);
        var kind = to.equals(room) ? Chat.Kind.ROOM : Chat.Kind.CONTACT;
        profile.in(
                () -> store.add(new ArrivingMessage(to, kind, ids, author, profile.now, content)));
    }

    private ArrivingMessage archived(int minute, String id, Content content) {
        return new ArrivingMessage(
                chat,
                Chat.Kind.CONTACT,
                new MessageIds(id, Optional.empty(), Optional.of("archive-" + id)),
                Profile.HIM,
                Instant.parse("2026-01-01T10:00:00Z").plusSeconds(60L * minute),
                content);
    }

    private void page(Direction direction, ArrivingMessage... page) {
        profile.in(() -> store.addPage(profile.archive(), List.of(page), direction));
    }
}
