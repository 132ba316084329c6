package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Room;
import kith.model.RoomState;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.Presence;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// Rooms that the user enters and leaves while the connection is interrupted.
class InterruptedRoomsTest {

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey key = new ChatKey(account, ROOM);

    @Test
    void aRoomThatWasLeftIsToldWhenTheSessionGoesOn() {
        join("Mara");
        enter("Mara");
        interrupt();
        session.rooms.leave(key);
        assertThat(presences()).isEmpty();
        goOn(true);
        assertThat(presences()).containsExactly("unavailable Mara");
        assertThat(state()).contains(RoomState.LEFT);
        interrupt();
        goOn(true);
        assertThat(presences()).as("once").isEmpty();
    }

    @Test
    void aRoomThatWasLeftInASessionThatIsOverIsToldNothing() {
        join("Mara");
        enter("Mara");
        interrupt();
        session.rooms.leave(key);
        goOn(false);
        interrupt();
        goOn(true);
        assertThat(presences()).isEmpty();
        assertThat(state()).contains(RoomState.LEFT);
    }

    @Test
    void aRoomThatWasWantedMeanwhileIsEnteredWhenTheSessionGoesOn() {
        interrupt();
        join("Mara");
        assertThat(presences()).isEmpty();
        goOn(true);
        assertThat(presences()).containsExactly("available Mara");
        enter("Mara");
        assertThat(state()).contains(RoomState.JOINED);
        interrupt();
        goOn(true);
        assertThat(presences()).as("once").isEmpty();
    }

    @Test
    void whoLeftAndComesBackUnderAnotherNickDoesBoth() {
        join("Mara");
        enter("Mara");
        interrupt();
        session.rooms.leave(key);
        join("Mara L");
        goOn(true);
        assertThat(presences()).containsExactly("unavailable Mara", "available Mara L");
    }

    @Test
    void whoWantedInAndOutAgainIsNotBroughtIn() {
        interrupt();
        join("Mara");
        session.rooms.leave(key);
        goOn(true);
        assertThat(presences()).doesNotContain("available Mara");
        assertThat(state()).contains(RoomState.LEFT);
    }

    private void join(String nick) {
        session.rooms.join(account, ROOM, nick, Optional.empty());
        if (session.server(account).isUp()) {
            presences();
        }
    }

    private void enter(String nick) {
        session.say(account, new XmppEvent.RoomJoined(ROOM, nick));
    }

    private void interrupt() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        presences();
    }

    private void goOn(boolean isResumed) {
        session.on(account, server -> server.signedIn(isResumed));
    }

    private Optional<RoomState> state() {
        return session.rooms.room(key).get().map(Room::state);
    }

    /// What the room was told since anybody looked.
    private List<String> presences() {
        return session.server(account).takeSent().stream()
                .filter(Presence.class::isInstance)
                .map(Presence.class::cast)
                .filter(it -> it.getTo() != null && it.getTo().asBareJid().equals(ROOM))
                .map(it -> it.getType() + " " + it.getTo().getResourceOrEmpty())
                .toList();
    }
}
