package kith.xmpp.xep;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Confidant;
import kith.model.Content;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.XmppEvent.SubjectChanged;

import org.junit.jupiter.api.Test;

/// What messages of a room say besides words to all: subjects, words in private.
class Xep0045MessagesTest extends Xep0045RoomsFixture {

    @Test
    void aSubjectComesAtJoiningAndAtChange() {
        joined("hag");
        var delayed =
                subject("coven@chat.example/firstwitch", "Fire Burn")
                        .replace(
                                "</message>",
                                "<delay xmlns='urn:xmpp:delay' from='coven@chat.example'"
                                        + " stamp='2026-11-20T10:00:00Z'/></message>");
        assertThat(doors.read(delayed)).containsExactly(new SubjectChanged(ROOM, "Fire Burn"));
        joined("hag");
        var undelayed = subject("coven@chat.example/firstwitch", "Fire Burn");
        assertThat(doors.read(undelayed)).containsExactly(new SubjectChanged(ROOM, "Fire Burn"));
        assertThat(doors.read(undelayed))
                .as("said again it changes nothing")
                .containsExactly(new SubjectChanged(ROOM, "Fire Burn"));
        var changed = doors.read(subject("coven@chat.example/firstwitch", "Bubble"));
        assertThat(changed.getFirst()).isEqualTo(new SubjectChanged(ROOM, "Bubble"));
        assertThat(changed.getLast())
                .isInstanceOfSatisfying(
                        MessageArrived.class,
                        it ->
                                assertThat(it.message().content())
                                        .isEqualTo(new Content.Subject("Bubble")));
        assertThat(doors.read(subject("coven@chat.example", "")))
                .containsExactly(new SubjectChanged(ROOM, ""));
    }

    @Test
    void h18ASubjectBesideABodyOrAThreadOrInAChatIsNone() {
        joined("hag");
        var subject = subject("coven@chat.example/firstwitch", "Bubble");
        assertThat(doors.read(subject.replace("</message>", "<body>b</body></message>")))
                .noneMatch(SubjectChanged.class::isInstance);
        assertThat(doors.read(subject.replace("</message>", "<thread>t</thread></message>")))
                .isEmpty();
        assertThat(doors.read(subject.replace("groupchat", "chat"))).isEmpty();
    }

    @Test
    void h18StatusCodesInAMessageOfAnOccupantSayNothing() {
        joined("hag");
        var message =
                """
                <message from='coven@chat.example/firstwitch' type='groupchat'>
                <x xmlns='http://jabber.org/protocol/muc#user'><status code='307'/>
                <status code='110'/><destroy/></x></message>
                """;
        assertThat(doors.read(message)).isEmpty();
    }

    @Test
    void aPrivateMessageIsNoMessageToTheRoomNorOfAContact() {
        joined("hag");
        assertThat(
                        doors.read(
                                "<message from='coven@chat.example/firstwitch' type='chat'>"
                                        + "<body>psst</body></message>"))
                .singleElement()
                .isInstanceOfSatisfying(
                        MessageArrived.class,
                        arrived -> {
                            assertThat(arrived.message().peer().equals(ROOM)).isTrue();
                            assertThat(arrived.message().isRoom()).isTrue();
                            assertThat(arrived.message().content())
                                    .isEqualTo(
                                            new Content.Private(
                                                    new Confidant("firstwitch"), "psst"));
                        });
    }

    private static String subject(String from, String text) {
        return "<message from='%s' type='groupchat'><subject>%s</subject></message>"
                .formatted(from, text);
    }
}
