package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Author;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Message;
import kith.model.Moderation;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// A store in which messages are taken back, and their words looked for.
abstract class RetractionsFixture extends MessagesFixture {

    static final String SECRET = "the vault is open";
    static final String A = "a0000000-0000-4000-8000-000000000000";
    static final String B = "b0000000-0000-4000-8000-000000000000";

    /// So many that work which grows with their square would not be done in a minute.
    static final int MANY = 2_000;

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

    int unread() {
        return profile.in(() -> store.unread(chat));
    }

    List<String> shown(ChatKey of) {
        return newest(of).stream().map(RetractionsFixture::shown).toList();
    }

    static String shown(Message message) {
        return message.isRetracted() ? "-" : message.words().orElseThrow();
    }

    static Author theRoom() {
        return new Author(Profile.ROOM, Optional.empty(), false);
    }
}
