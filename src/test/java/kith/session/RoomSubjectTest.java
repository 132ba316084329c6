package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.ConnectionProblem;
import kith.model.Refusal;
import kith.model.RoomState;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

/// A new subject is asked of a room, which says whether it has it (XEP-0045 §8.1).
class RoomSubjectTest extends RoomsFixture {

    @Test
    void aNewSubjectIsDoneWhenTheRoomSaysSo() {
        join();
        enter("Mara");
        session.server(account).takeSent();

        var outcome = session.rooms.changeSubject(key, "Riso night");
        assertThat(outcome).isNotCompleted();
        session.say(account, new XmppEvent.SubjectChanged(ROOM, "Screen printing"));
        assertThat(outcome).isNotCompleted();
        session.say(account, new XmppEvent.SubjectChanged(ROOM, "Riso night"));

        assertThat(outcome).isCompletedWithValue(Optional.empty());
    }

    @Test
    void aSubjectThatTheRoomRefusesIsTold() {
        join();
        enter("Mara");
        session.server(account).takeSent();
        var outcome = session.rooms.changeSubject(key, "Riso night");
        var id = session.server(account).takeSentIds().getFirst();
        var refusal = Refusal.of(Refusal.Reason.FORBIDDEN);

        session.say(account, new XmppEvent.MessageRefused(ROOM, "another", refusal));
        assertThat(outcome).isNotCompleted();
        session.say(account, new XmppEvent.MessageRefused(ROOM, id, refusal));

        assertThat(outcome).isCompletedWithValue(Optional.of(refusal));
    }

    @Test
    void aSubjectOfWhichTheRoomSaysNothingIsGivenUp() {
        join();
        enter("Mara");
        var outcome = session.rooms.changeSubject(key, " Riso night ");
        session.say(account, new XmppEvent.SubjectChanged(ROOM, "Riso night"));
        assertThat(outcome).isNotCompleted();
        session.pass(Duration.ofSeconds(30));

        assertThat(outcome).isCompletedWithValue(Optional.of(Refusal.of(Refusal.Reason.TIMED_OUT)));
    }

    @Test
    void offlineASubjectIsNotChangedAndThatIsTold() {
        join();
        enter("Mara");
        var outcome = session.rooms.changeSubject(key, "Riso night");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        assertThat(outcome).as("the session may come back").isNotCompleted();
        assertThat(session.rooms.changeSubject(key, "Tea")).isCompletedWithValue(OFFLINE);

        session.on(account, server -> server.signedIn(false));

        assertThat(outcome).isCompletedWithValue(OFFLINE);
    }

    @Test
    void whoIsThrownOutChangesNoSubject() {
        join();
        enter("Mara");
        var outcome = session.rooms.changeSubject(key, "Riso night");
        session.say(account, new XmppEvent.RoomEnded(ROOM, RoomState.LEFT));

        assertThat(outcome)
                .isCompletedWithValue(Optional.of(Refusal.of(Refusal.Reason.NOT_ACCEPTABLE)));
    }
}
