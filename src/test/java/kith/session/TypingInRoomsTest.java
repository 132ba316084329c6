package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.XmlElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a room whose people come and go hears of that the user writes (XEP-0085 §5.5).
class TypingInRoomsTest {

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey room = new ChatKey(account, ROOM);

    @BeforeEach
    void enter() {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        IntStream.range(0, 20).forEach(number -> come("Guest " + number));
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
    }

    /// One who comes and goes as the 21st, over and over, has us say it no more than once.
    @Test
    void whoComesAndGoesHasUsSayNothingMore() {
        session.chats.setTyping(room, true);
        for (int i = 0; i < 10; i++) {
            come("Restless");
            session.pass(Duration.ofSeconds(1));
            session.say(account, new XmppEvent.OccupantLeft(ROOM, "Restless"));
            session.pass(Duration.ofSeconds(1));
        }
        assertThat(states()).containsExactly("composing", "active");

        session.chats.setTyping(room, false);
        session.chats.setTyping(room, true);
        assertThat(states()).as("they are few again").containsExactly("composing");
    }

    private void come(String nick) {
        session.say(
                account,
                new XmppEvent.OccupantChanged(
                        ROOM,
                        new Occupant(
                                nick,
                                Role.PARTICIPANT,
                                Affiliation.NONE,
                                Optional.empty(),
                                Presence.AVAILABLE,
                                false)));
    }

    private List<String> states() {
        return session.server(account).takeSent().stream()
                .flatMap(stanza -> stanza.getExtensions().stream())
                .filter(each -> each.getNamespace().endsWith("/chatstates"))
                .map(XmlElement::getElementName)
                .toList();
    }
}
