package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.Moderation;
import kith.store.MessageStore.Direction;

import org.junit.jupiter.api.AfterEach;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// A store in which messages are taken back, and their words looked for.
abstract class RetractionsFixture {

    static final String SECRET = "the vault is open";
    static final String A = "a0000000-0000-4000-8000-000000000000";
    static final String B = "b0000000-0000-4000-8000-000000000000";

    /// So many that work which grows with their square would not be done in a minute.
    static final int MANY = 2_000;

    final Profile profile = Profile.inMemory();
    final MessageStore store = new MessageStore(profile.db());
    final ChatKey chat = profile.chat(Profile.ROMEO);
    final ChatKey room = profile.chat(Profile.ROOM);

    @AfterEach
    void close() {
        profile.close();
    }

    void assertSecretIsGone() {
        assertThat(secrets(profile)).isEmpty();
    }

    /// What of all that the history holds has the words.
    static List<String> secrets(Profile of) {
        return holding(of, "vault");
    }

    List<String> holding(String part) {
        return holding(profile, part);
    }

    static List<String> holding(Profile of, String part) {
        return of.in(() -> of.db().query("SCRIPT", row -> row.getString(1))).stream()
                .filter(line -> line.contains(part))
                .toList();
    }

    void say(String id, String words) {
        add(chat, Profile.HIM, id, text(words));
    }

    void retract(ChatKey in, Author author, String target) {
        add(in, author, "r" + profile.now.toEpochMilli(), new Content.Retraction(target));
    }

    void moderate(ChatKey in, Author author, String target, String by) {
        var moderation = Optional.of(new Moderation(by, "off topic"));
        add(
                in,
                author,
                "r" + profile.now.toEpochMilli(),
                new Content.Retraction(target, moderation));
    }

    void add(ChatKey to, Author author, String id, Content content) {
        profile.now = profile.now.plusSeconds(1);
        profile.in(() -> store.add(arriving(to, author, ids(id), content)));
    }

    void addArchived(ChatKey to, Author author, String id, String name, Content content) {
        profile.now = profile.now.plusSeconds(1);
        profile.in(() -> store.add(arriving(to, author, archived(id, name), content)));
    }

    /// Very many messages of his in one batch.
    ///
    /// @param id that of each, by its number from 0
    /// @param content that of each, by its number from 0
    void addMany(IntFunction<String> id, IntFunction<Content> content) {
        profile.run(
                _ ->
                        IntStream.range(0, MANY)
                                .mapToObj(
                                        i ->
                                                arriving(
                                                        chat,
                                                        Profile.HIM,
                                                        ids(id.apply(i)),
                                                        content.apply(i)))
                                .forEach(store::add));
    }

    ArrivingMessage arriving(ChatKey to, Author author, MessageIds ids, Content content) {
        var kind = to.equals(room) ? Chat.Kind.ROOM : Chat.Kind.CONTACT;
        return new ArrivingMessage(to, kind, ids, author, profile.now, content);
    }

    void page(Direction direction, ChatKey of, ArrivingMessage... page) {
        var archive = of.equals(room) ? room : profile.archive();
        profile.in(() -> store.addPage(archive, List.of(page), direction));
    }

    int unread() {
        return profile.in(() -> store.unread(chat));
    }

    List<Message> newest(ChatKey of) {
        return profile.in(() -> store.newest(of, 100));
    }

    List<String> shown(ChatKey of) {
        return newest(of).stream().map(RetractionsFixture::shown).toList();
    }

    static String shown(Message message) {
        return message.isRetracted() ? "-" : message.words().orElseThrow();
    }

    static Content.Text text(String words) {
        return new Content.Text(words);
    }

    static MessageIds ids(String id) {
        return new MessageIds(id, Optional.empty(), Optional.empty());
    }

    static MessageIds archived(String id, String name) {
        return new MessageIds(id, Optional.empty(), Optional.of(name));
    }

    static Author theRoom() {
        return new Author(Profile.ROOM, Optional.empty(), false);
    }

    static Author occupant(String nick, String id) {
        var occupant = Profile.occupant(nick);
        return new Author(
                occupant.address(), Optional.of(id).filter(each -> !each.isEmpty()), false);
    }

    static Author withOurNick(String id) {
        var occupant = occupant("juliet", id);
        return new Author(occupant.address(), occupant.occupantId(), true);
    }
}
