package kith.ui.chats;

import static org.assertj.core.api.Assertions.assertThat;

import kith.gallery.SampleWorld;
import kith.model.Alerts;
import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatFlags;
import kith.model.Confidant;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.Moderation;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class PreviewTest {

    private static final String ROOM = "print@rooms.hearth.example";

    private static final Jid ME = JidCreate.fromOrThrowUnchecked("bob-5@hearth.example");

    private final Preview preview = new Preview(Texts.of(Locale.UK));

    @Test
    void severalLinesBecomeOne() {
        assertThat(words(new Content.Text(" one\n\n  two\tthree "))).isEqualTo("one two three");
    }

    @Test
    void aSubjectSaysThatItIsOne() {
        assertThat(words(new Content.Subject("Riso night"))).isEqualTo("Subject: Riso night");
        assertThat(words(new Content.Subject(""))).isEqualTo("The subject was taken away");
    }

    @Test
    void whatIsPrivateSaysThatItIs() {
        var fie = new Content.Private(new Confidant("Priya"), "fie\nfie");
        assertThat(words(fie)).isEqualTo("Private: fie fie");
        assertThat(preview.sender(chat("Priya", fie, false, false))).contains("Priya:");
    }

    @Test
    void whatTheRoomRemovedItsSenderDidNotDelete() {
        var removed = new Content.Retracted(Optional.of(new Moderation("Priya", "off topic")));
        assertThat(words(removed)).isEqualTo("Message removed");
        assertThat(words(Content.RETRACTED)).isEqualTo("Message deleted");
    }

    @Test
    void typingTakesThePlaceOfTheWords() {
        assertThat(words(chat("Priya", new Content.Text("hello"), false, true)))
                .isEqualTo("typing…");
    }

    @Test
    void inARoomTheSenderIsNamed() {
        assertThat(preview.sender(chat("Priya", new Content.Text("hello"), false, false)))
                .contains("Priya:");
    }

    @Test
    void aLongNickIsCutBetweenItsLetters() {
        assertThat(preview.sender(chat("🎉".repeat(20), new Content.Text("hello"), false, false)))
                .contains("🎉".repeat(14) + "…:");
    }

    @Test
    void theUserIsNotNamed() {
        assertThat(preview.sender(chat("Mara", new Content.Text("hello"), true, false))).isEmpty();
    }

    @Test
    void aDraftComesBeforeTheMessageAndAfterTyping() {
        var quiet = chat("Priya", new Content.Text("hello"), false, false);
        var typing = chat("Priya", new Content.Text("hello"), false, true);
        assertThat(draft(quiet, "one\ntwo")).contains("one two");
        assertThat(draft(typing, "one")).isEmpty();
    }

    private Optional<String> draft(Chat chat, String draft) {
        return preview.draft(new ChatRow(chat, Optional.empty(), Optional.of(draft), false));
    }

    @Test
    void anActionNamesWhoDoesIt() {
        var waves = new Content.Text("/me waves\n*twice*");
        assertThat(words(waves)).isEqualTo("* Priya waves *twice*");
        assertThat(preview.sender(chat("Priya", waves, false, false))).isEmpty();
        assertThat(words(chat("Mara", waves, true, false))).isEqualTo("* Mara waves *twice*");
    }

    private String words(Content content) {
        return words(chat("Priya", content, false, false));
    }

    private String words(Chat chat) {
        return words(chat, Optional.empty());
    }

    private String words(Chat chat, Optional<String> nick) {
        return preview.words(
                new ChatRow(
                        chat,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        ChatFlags.NONE,
                        Alerts.ALL,
                        nick,
                        false,
                        false));
    }

    /// What was written here has our own address as its author.
    @Test
    void inARoomTheUserIsCalledWhatTheyAreCalledThere() {
        var waves = chat(ME, new Content.Text("/me waves"), true, false);
        assertThat(words(waves, Optional.of("Bob"))).isEqualTo("* Bob waves");
        assertThat(words(waves)).isEqualTo("* You waves");
    }

    private static Chat chat(String nick, Content content, boolean isMine, boolean isTyping) {
        return chat(JidCreate.fromOrThrowUnchecked(ROOM + "/" + nick), content, isMine, isTyping);
    }

    private static Chat chat(Jid from, Content content, boolean isMine, boolean isTyping) {
        var author = new Author(from, Optional.empty(), isMine);
        var message =
                new Message(
                        new MessageKey(1),
                        SampleWorld.key(ROOM),
                        MessageIds.own("m1"),
                        author,
                        Instant.EPOCH,
                        1,
                        content,
                        isMine ? Delivery.ON_SERVER : Delivery.RECEIVED);
        return new Chat(
                SampleWorld.key(ROOM),
                Chat.Kind.ROOM,
                "Harbour",
                Optional.of(message),
                0,
                false,
                isTyping ? List.of("Priya") : List.of());
    }
}
