package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.ConnectionProblem;
import kith.model.Refusal;
import kith.model.RoomState;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Another nick is asked of a room, which says whether it is ours (XEP-0045 §7.6).
class RoomNickTest extends RoomsFixture {

    /// XEP-0045 §7.6.
    @Test
    void anotherNickIsOursWhenTheRoomSaysSo() {
        join();
        enter("Mara");
        session.server(account).takeSent();
        var outcome = session.rooms.changeNick(key, "Mara L");
        assertThat(session.server(account).takeSent())
                .extracting(stanza -> stanza.getTo().toString())
                .containsExactly(ROOM + "/Mara L");
        session.say(account, new XmppEvent.OccupantRenamed(ROOM, "Jonas", "Jo"));
        assertThat(outcome).isNotCompleted();
        assertThat(room().nick()).isEqualTo("Mara");
        session.say(account, new XmppEvent.OccupantRenamed(ROOM, "Mara", "mara l"));
        assertThat(outcome).isCompletedWithValue(Optional.empty());
        assertThat(room().nick()).as("as the room writes it").isEqualTo("mara l");
        assertThat(session.rooms.changeNick(key, "mara l")).isCompletedWithValue(Optional.empty());
        assertThat(new ScriptedSession(session).rooms.room(key).get().orElseThrow().nick())
                .isEqualTo("mara l");
    }

    @Test
    void aNickThatTheRoomRefusesIsTold() {
        join();
        enter("Mara");
        session.server(account).takeSent();
        var outcome = session.rooms.changeNick(key, "Jonas");
        var id = session.server(account).takeSent().getFirst().getStanzaId();
        var taken = Refusal.of(Refusal.Reason.NICK_TAKEN);
        session.say(account, new XmppEvent.RoomPresenceRefused(ROOM, "another", taken));
        assertThat(outcome).isNotCompleted();
        session.say(account, new XmppEvent.RoomPresenceRefused(ROOM, id, taken));
        assertThat(outcome).isCompletedWithValue(Optional.of(taken));
        assertThat(room().nick()).isEqualTo("Mara");
        assertThat(room().state()).isEqualTo(RoomState.JOINED);
    }

    @Test
    void eachOfTwoQuestionsForANickHasItsOwnAnswer() {
        join();
        enter("Mara");
        var first = session.rooms.changeNick(key, "Mo");
        var second = session.rooms.changeNick(key, "Mara L");
        session.say(account, new XmppEvent.OccupantRenamed(ROOM, "Mara", "mo"));
        assertThat(first).as("as the room writes it").isCompletedWithValue(Optional.empty());
        assertThat(second).isNotCompleted();
        session.say(account, new XmppEvent.OccupantRenamed(ROOM, "mo", "mo"));
        assertThat(second).as("that was no change").isNotCompleted();
        var third = session.rooms.changeNick(key, "Mara");
        session.say(account, new XmppEvent.OccupantRenamed(ROOM, "mo", "Mara"));
        assertThat(third).as("the one it answers").isCompletedWithValue(Optional.empty());
        assertThat(second).isNotCompleted();
    }

    @Test
    void everyQuestionForANickEnds() {
        assertThat(session.rooms.changeNick(key, "Mo")).isCompletedWithValue(OFFLINE);
        join();
        enter("Mara");
        for (var impossible : List.of("", "Mo\nLi", "Mo\tLi", "Mo\u2028Li", "x".repeat(1024))) {
            assertThat(session.rooms.changeNick(key, impossible))
                    .isCompletedWithValue(Optional.of(Refusal.of(Refusal.Reason.BAD_ADDRESS)));
        }
        var silent = session.rooms.changeNick(key, "Mo");
        session.pass(Duration.ofSeconds(30));
        assertThat(silent).isCompletedWithValue(Optional.of(Refusal.of(Refusal.Reason.TIMED_OUT)));
        var thrownOut = session.rooms.changeNick(key, "Mo");
        session.say(account, new XmppEvent.RoomEnded(ROOM, RoomState.LEFT));
        assertThat(thrownOut).isCompletedWithValue(OFFLINE);
        join();
        enter("Mara");
        var cut = session.rooms.changeNick(key, "Mo");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));
        assertThat(cut).isCompletedWithValue(OFFLINE);
    }
}
