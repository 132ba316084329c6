package kith.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Availability;
import kith.model.Chat;
import kith.model.Contact;
import kith.model.Presence;
import kith.model.PresenceSubscription;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// What the page says of whom it is with.
class ChatPanePartnerTest extends ChatPaneFixture {

    @Test
    void saysWhoIsThereAndHow() {
        tell(contact, layla());
        open(Chat.Kind.CONTACT);
        assertThat(text(".chat-head .lead")).isEqualTo("Layla Haddad");
        assertThat(text(".chat-line")).isEqualTo("Away · in the garden");
        assertThat(field().getPromptText()).isEqualTo("Message Layla Haddad, not encrypted");
    }

    @Test
    void saysWhoIsTyping() {
        tell(contact, layla());
        open(Chat.Kind.CONTACT);
        assertThat(robot.lookup(".typing-line .label").queryAll()).isEmpty();
        type(Chat.Kind.CONTACT, "phone");
        assertThat(text(".typing-line .label")).isEqualTo("Layla Haddad is typing…");
    }

    @Test
    void saysWhoInTheRoomIsTyping() {
        open(Chat.Kind.ROOM);
        type(Chat.Kind.ROOM, "Samuel");
        assertThat(text(".typing-line .label")).isEqualTo("Samuel is typing…");
        type(Chat.Kind.ROOM, "Samuel", "Émile");
        assertThat(text(".typing-line .label")).isEqualTo("Samuel and Émile are typing…");
        type(Chat.Kind.ROOM, "Samuel", "Émile", "Priya");
        assertThat(text(".typing-line .label")).isEqualTo("Samuel, Émile and others are typing…");
        type(Chat.Kind.ROOM);
        assertThat(robot.lookup(".typing-line .label").queryAll()).isEmpty();
    }

    /// The room says its name when it is entered, after the timeline was made.
    @Test
    void theStartOfTheHistoryIsNamedOnceTheNameIsKnown() {
        say(1);
        open(Chat.Kind.ROOM);
        assertThat(startSpoken()).contains("print@rooms.hearth.example");
        var named =
                new Chat(
                        talk.chat(),
                        Chat.Kind.ROOM,
                        "Harbour print co-op",
                        Optional.empty(),
                        0,
                        false,
                        List.of());
        FxThread.run(() -> tell(chat, named));
        settle();
        assertThat(startSpoken())
                .contains("Harbour print co-op")
                .doesNotContain("print@rooms.hearth.example");
    }

    private void type(Chat.Kind kind, String... typists) {
        var typing =
                new Chat(
                        talk.chat(),
                        kind,
                        "Layla Haddad",
                        Optional.empty(),
                        0,
                        false,
                        List.of(typists));
        FxThread.run(() -> tell(chat, typing));
        settle();
    }

    private String startSpoken() {
        return FxThread.call(() -> robot.lookup(".timeline .start").query().getAccessibleText());
    }

    private Contact layla() {
        return new Contact(
                talk.chat().account(),
                talk.chat().peer(),
                "Layla Haddad",
                List.of(),
                PresenceSubscription.BOTH,
                new Presence(Availability.AWAY, "in the garden"));
    }
}
