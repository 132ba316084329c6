package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Author;
import kith.model.Chat;
import kith.model.Content;
import kith.model.MessageIds;
import kith.model.PresenceSubscription;
import kith.model.RosterItem;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jxmpp.jid.impl.JidCreate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whatever people and servers send is stored as it is and harms nothing.
class HostileTextTest {

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

    static Stream<String> texts() {
        return Stream.of(
                "",
                " ",
                "\0",
                "a\0b",
                "'; DROP TABLE message; --",
                "\\' \" ` % _ ? ?1 :a $$ {d} ${jndi:x}",
                "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66",
                "\uD800 alone",
                "\uDC00\uD800 turned",
                "\uFFFE\uFFFF\u0001\u001B[31m",
                "e\u0301\u202Egnp.exe\u2066",
                "\r\n\t\u0085\u2028\u2029",
                "O".repeat(1_048_576),
                "\uD83D\uDE00".repeat(262_144));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyTextComesBackAsItWas(String text) {
        var chat = profile.chat(Profile.ROMEO);
        var name = text.substring(0, Math.min(text.length(), Limits.NAME));
        var ids = new MessageIds(name, Optional.of(name), Optional.of(name));
        var author = new Author(Profile.ROMEO, Optional.of(name), false);
        profile.in(
                () ->
                        new MessageStore(profile.db())
                                .add(
                                        new ArrivingMessage(
                                                chat,
                                                Chat.Kind.CONTACT,
                                                ids,
                                                author,
                                                profile.now,
                                                new Content.Text(text))));
        var item =
                new RosterItem(
                        Profile.ROMEO, text, List.of(text), PresenceSubscription.NONE, false);
        profile.run(db -> new RosterStore(db).put(profile.account(), Optional.of(name), item));
        profile.run(db -> new SettingStore(db).put("name", text));
        profile.reopen();

        var message = profile.in(() -> new MessageStore(profile.db()).newest(chat, 1)).getFirst();
        assertThat(message.content()).isEqualTo(new Content.Text(text));
        assertThat(message.ids()).isEqualTo(ids);
        assertThat(message.author()).isEqualTo(author);
        assertThat(profile.in(() -> new RosterStore(profile.db()).all(profile.account())))
                .containsExactly(item);
        assertThat(profile.in(() -> new SettingStore(profile.db()).get("name"))).contains(text);
    }

    @Test
    void theLongestAddressIsAsGoodAsAnother() {
        var domain = "a.".repeat(500) + "example"; // 1,023 bytes for each part (RFC 7622 §3)
        var peer =
                JidCreate.bareFromOrThrowUnchecked(
                        "é".repeat(511) + "@" + "b".repeat(1_023 - domain.length()) + domain);
        var occupant = JidCreate.fromOrThrowUnchecked(peer + "/" + "ü".repeat(511));
        var author = new Author(occupant, Optional.empty(), false);
        var chat = profile.chat(peer);
        profile.in(
                () ->
                        new MessageStore(profile.db())
                                .add(
                                        new ArrivingMessage(
                                                chat,
                                                Chat.Kind.ROOM,
                                                new MessageIds(
                                                        "1", Optional.empty(), Optional.of("a1")),
                                                author,
                                                profile.now,
                                                new Content.Text("O"))));
        profile.reopen();
        assertThat(profile.in(() -> new ChatStore(profile.db()).all()))
                .singleElement()
                .satisfies(
                        all -> {
                            assertThat(all.key()).isEqualTo(chat);
                            assertThat(all.last().orElseThrow().author()).isEqualTo(author);
                        });
    }

    @Test
    void aTextThatIsLongerThanAnyServerLetsThroughIsCutAtItsEnd() {
        var chat = profile.chat(Profile.ROMEO);
        var text = "O".repeat(Limits.TEXT - 1) + "\uD83D\uDE00 and more";
        var arrival =
                profile.in(
                        () ->
                                new MessageStore(profile.db())
                                        .add(
                                                new ArrivingMessage(
                                                        chat,
                                                        Chat.Kind.CONTACT,
                                                        new MessageIds(
                                                                "1",
                                                                Optional.empty(),
                                                                Optional.empty()),
                                                        Profile.HIM,
                                                        profile.now,
                                                        new Content.Text(text))));
        assertThat(arrival.message().content())
                .isEqualTo(new Content.Text("O".repeat(Limits.TEXT - 1)));
        assertThat(profile.in(() -> new MessageStore(profile.db()).newest(chat, 1)))
                .containsExactly(arrival.message());
    }

    @Test
    void anIdThatIsTooLongToBeAnIdNamesNothing() {
        var chat = profile.chat(Profile.ROMEO);
        var endless = "1".repeat(Limits.NAME + 1);
        var arrival =
                profile.in(
                        () ->
                                new MessageStore(profile.db())
                                        .add(
                                                new ArrivingMessage(
                                                        chat,
                                                        Chat.Kind.CONTACT,
                                                        new MessageIds(
                                                                endless,
                                                                Optional.of(endless),
                                                                Optional.of(endless)),
                                                        Profile.HIM,
                                                        profile.now,
                                                        new Content.Text("O"))));
        assertThat(arrival.message().ids())
                .isEqualTo(new MessageIds("", Optional.empty(), Optional.empty()));
    }
}
