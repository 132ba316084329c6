package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Author;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Message;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// Messages that are taken back before they have left, or where nobody knows whether they have
/// (R10 of the reliability rules).
class UnsentRetractionsTest extends RetractionsFixture {

    @Test
    void whatHasNotLeftNeverDoesAndNobodyIsToldOfIt() {
        receive(A, "hi");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        write("thursday");
        session.chats.correct(last().key(), "friday");
        session.chats.toggleReaction(last().key(), "👋");
        session.chats.retract(last().key());
        assertThat(shown()).containsExactly("hi");
        assertThat(session.pending.messages().get()).isEmpty();
        session.on(account, server -> server.signedIn(false));
        assertThat(sentXml()).noneMatch(xml -> xml.contains("thursday") || xml.contains("friday"));
        assertThat(sentXml()).noneMatch(xml -> xml.contains("<retract"));
    }

    /// The archive has it, so that others have.
    @Test
    void whatMayHaveLeftIsTakenBackThere() {
        var archive = session.archive(ScriptedSession.ME);
        write("thursday");
        var id = lastSent();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.say(account, new XmppEvent.MessagesUncertain(List.of(id)));
        session.chats.retract(last().key());
        assertThat(shown()).containsExactly("-");
        var me = new Author(ScriptedSession.ME, Optional.empty(), true);
        archive.put(LAYLA, false, me, id, "thursday", session.tick());
        session.on(account, server -> server.signedIn(false));
        var sent = sentXml();
        assertThat(sent).noneMatch(xml -> xml.contains("thursday"));
        assertThat(sent).anyMatch(xml -> xml.contains("<retract") && xml.contains(id));
        assertThat(shown()).containsExactly("-");
    }

    /// It may have reached somebody, who is told; the words don't go out another time.
    @Test
    void ofWhatMayHaveLeftTheWordsAreNotSentAgain() {
        write("thursday");
        var id = lastSent();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.say(account, new XmppEvent.MessagesUncertain(List.of(id)));
        session.chats.retract(last().key());
        session.on(account, server -> server.signedIn(false));
        var sent = session.server(account).takeSent();
        assertThat(sent).noneMatch(stanza -> stanza.toXML().toString().contains("thursday"));
        var taking =
                sent.stream()
                        .filter(stanza -> stanza.toXML().toString().contains("<retract"))
                        .findFirst()
                        .orElseThrow();
        session.say(account, new XmppEvent.MessageAcknowledged(taking.getStanzaId()));
        assertThat(session.pending.messages().get()).isEmpty();
        assertThat(shown()).containsExactly("-");
    }

    /// Nobody has it yet, while the archive is being asked what it has.
    @Test
    void whatHasNotLeftNeverDoesWhileOthersMayHave() {
        var archive = session.archive(ScriptedSession.ME);
        write("thursday");
        var id = lastSent();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.say(account, new XmppEvent.MessagesUncertain(List.of(id)));
        archive.holdAfter(0);
        session.on(account, server -> server.signedIn(false));
        write("friday");
        session.chats.retract(last().key());
        assertThat(shown()).containsExactly("thursday");
        session.on(account, server -> archive.release());
        var sent = sentXml();
        assertThat(sent).anyMatch(xml -> xml.contains("thursday"));
        assertThat(sent).noneMatch(xml -> xml.contains("friday") || xml.contains("<retract"));
    }

    /// An earlier run has written it, and may have sent it; the archive says that it hasn't.
    @Test
    void whatAnEarlierRunHasNotSentIsGoneOnceTheArchiveWasAsked() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        write("thursday");
        var restarted = new ScriptedSession(session);
        var archive = restarted.archive(ScriptedSession.ME);
        archive.holdAfter(0);
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));
        var message = restarted.messages(layla).getFirst().key();
        restarted.chats.toggleReaction(message, "👋");
        restarted.chats.retract(message);
        restarted.on(account, server -> archive.release());
        assertThat(restarted.server(account).takeSent())
                .noneMatch(stanza -> stanza.getTo() != null && stanza.getTo().equals(LAYLA));
        assertThat(restarted.messages(layla)).isEmpty();
        assertThat(restarted.pending.messages().get()).isEmpty();
    }

    /// It may have gone out just before that run ended.
    @Test
    void whatAnEarlierRunMayHaveSentIsTakenBackThere() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        write("thursday");
        var id = last().ids().stanza();
        var restarted = new ScriptedSession(session);
        restarted.chats.retract(restarted.messages(layla).getFirst().key());
        assertThat(restarted.messages(layla)).hasSize(1).allMatch(Message::isRetracted);
        var me = new Author(ScriptedSession.ME, Optional.empty(), true);
        restarted.archive(ScriptedSession.ME).put(LAYLA, false, me, id, "thursday", session.tick());
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));
        assertThat(restarted.server(account).takeSent())
                .anyMatch(stanza -> stanza.toXML().toString().contains("<retract"));
    }

    /// Somebody has it, though the server has refused it for another.
    @Test
    void whatWasRefusedOnceMayHaveLeft() {
        var id = say("thursday");
        refuse(id);
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.retry(last().key());
        session.chats.retract(last().key());
        assertThat(shown()).containsExactly("-");
        session.on(account, server -> server.signedIn(false));
        assertThat(sentXml()).anyMatch(xml -> xml.contains("<retract") && xml.contains(id));
    }

    @Test
    void inARoomWhatHasNotLeftNeverDoes() {
        var room = enterRoom();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.send(room, "thursday");
        session.chats.retract(session.messages(room).getLast().key());
        assertThat(session.messages(room)).isEmpty();
        session.on(account, server -> server.signedIn(false));
        session.say(account, new XmppEvent.RoomJoined(ScriptedSession.ROOM, "Mara"));
        assertThat(sentXml()).noneMatch(xml -> xml.contains("thursday"));
    }

    @Test
    void inARoomWhatHasNotLeftNeverDoesWhileOthersMayHave() {
        var room = enterRoom();
        session.chats.send(room, "thursday");
        var id = lastSent();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.say(account, new XmppEvent.MessagesUncertain(List.of(id)));
        session.on(account, server -> server.signedIn(false));
        session.chats.send(room, "friday");
        session.chats.retract(session.messages(room).getLast().key());
        assertThat(session.messages(room)).hasSize(1);
        session.say(account, new XmppEvent.RoomJoined(ScriptedSession.ROOM, "Mara"));
        assertThat(sentXml()).noneMatch(xml -> xml.contains("friday"));
    }

    private ChatKey enterRoom() {
        session.rooms.join(account, ScriptedSession.ROOM, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(ScriptedSession.ROOM, "Mara"));
        session.server(account).takeSent();
        return new ChatKey(account, ScriptedSession.ROOM);
    }
}
