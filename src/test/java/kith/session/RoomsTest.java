package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.ConnectionProblem;
import kith.model.Refusal;
import kith.model.Room;
import kith.model.RoomState;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Optional;

/// Whether the user is in a room: as it says itself, in a new session, after a restart.
class RoomsTest extends RoomsFixture {

    @Test
    void isInARoomOnceTheRoomSaysSo() {
        join();
        assertThat(room().state()).isEqualTo(RoomState.JOINING);

        enter("Mara");
        session.say(
                account,
                new XmppEvent.OccupantChanged(ROOM, occupant("Priya", false)),
                new XmppEvent.SubjectChanged(ROOM, "Riso night"),
                new XmppEvent.RoomNamed(ROOM, "Harbour print co-op"));

        assertThat(room())
                .isEqualTo(
                        new Room(
                                key,
                                "Harbour print co-op",
                                "Mara",
                                RoomState.JOINED,
                                "Riso night",
                                2));
        assertThat(session.chatList.chat(key).get())
                .hasValueSatisfying(
                        chat -> {
                            assertThat(chat.kind()).isEqualTo(Chat.Kind.ROOM);
                            assertThat(chat.title()).isEqualTo("Harbour print co-op");
                        });
    }

    @Test
    void saysWhyItWasRefusedAndDoesNotAskAgainByItself() {
        join();
        var refusal = Refusal.of(Refusal.Reason.MEMBERS_ONLY);
        session.say(account, new XmppEvent.RoomRefused(ROOM, refusal));
        assertThat(room().state()).isEqualTo(new RoomState.Refused(refusal));
        session.server(account).takeSent();

        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));

        assertThat(joins()).isZero();
    }

    @Test
    void isEnteredAgainInANewSessionButNotInAResumedOne() {
        join();
        enter("Mara");
        session.server(account).takeSent();
        session.server(account).grant(); // the room is there, and we in it

        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(true));
        assertThat(joins()).isZero();
        assertThat(room().state()).isEqualTo(RoomState.JOINED);

        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));
        assertThat(joins()).isEqualTo(1);
        assertThat(room().state()).isEqualTo(RoomState.JOINING);
        assertThat(session.rooms.occupants(key).get()).isEmpty();
    }

    @Test
    void isEnteredAgainAfterARestartUnlessItWasLeft() {
        join();
        enter("Mara");

        var restarted = new ScriptedSession(session);
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));
        assertThat(restarted.server(account).takeSent().stream().filter(this::isForTheRoom))
                .hasSize(1);

        restarted.rooms.leave(key);
        var again = new ScriptedSession(restarted);
        again.accounts.connectAll();
        again.on(account, server -> server.signedIn(false));
        assertThat(again.server(account).takeSent().stream().filter(this::isForTheRoom)).isEmpty();
    }

    @Test
    void whoIsThrownOutIsTold() {
        join();
        enter("Mara");
        var kicked = new RoomState.Removed(RoomState.Cause.KICKED, "Priya", "off topic");
        session.say(account, new XmppEvent.RoomEnded(ROOM, kicked));

        assertThat(room().state()).isEqualTo(kicked);
        assertThat(room().occupants()).isZero();
    }

    @Test
    void whoLeavesHasLeftWhateverTheRoomSaysAfterwards() {
        join();
        enter("Mara");
        session.rooms.leave(key);
        session.say(account, new XmppEvent.RoomEnded(ROOM, RoomState.LEFT));

        assertThat(room().state()).isEqualTo(RoomState.LEFT);
    }

    @Test
    void whoLeavesBeforeTheRoomLetsThemInHasLeftAlsoAfterARestart() {
        join();
        session.rooms.leave(key);
        enter("Mara"); // it was on its way
        assertThat(room().state()).isEqualTo(RoomState.LEFT);
        session.say(account, new XmppEvent.RoomEnded(ROOM, RoomState.LEFT));

        assertThat(isEnteredAfterARestart()).isFalse();
    }

    @Test
    void whoIsThrownOutIsNotInItAfterARestart() {
        join();
        enter("Mara");
        var banned = new RoomState.Removed(RoomState.Cause.BANNED, "Priya", "");
        session.say(account, new XmppEvent.RoomEnded(ROOM, banned));

        assertThat(isEnteredAfterARestart()).isFalse();
    }

    @Test
    void whoCouldNotEnterForNowTriesAgainAfterARestart() {
        join();
        var away = new RoomState.Refused(Refusal.of(Refusal.Reason.SERVER_NOT_REACHED));
        session.say(account, new XmppEvent.RoomRefused(ROOM, away.refusal()));

        assertThat(isEnteredAfterARestart()).isTrue();
    }

    /// The server says of our own signing off that we have left.
    @Test
    void whoSignsOffIsInItAgainAfterARestart() {
        join();
        enter("Mara");
        session.say(account, new XmppEvent.RoomEnded(ROOM, RoomState.LEFT));

        assertThat(isEnteredAfterARestart()).isTrue();
    }

    private boolean isEnteredAfterARestart() {
        var restarted = new ScriptedSession(session);
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));
        return restarted.server(account).takeSent().stream().anyMatch(this::isForTheRoom);
    }

    /// What an earlier version took in from a hostile room.
    @Test
    void h18ARoomThatCanNotBeEnteredKeepsUsOutOfNoOther() {
        var other = JidCreate.bareFromOrThrowUnchecked("tea@rooms.hearth.example");
        join();
        enter("Mara");
        session.rooms.join(account, other, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(other, "Mara"));
        session.say(account, new XmppEvent.RoomJoined(ROOM, "x".repeat(1024)));
        session.server(account).takeSent();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));
        assertThat(session.server(account).takeSent())
                .filteredOn(stanza -> stanza.getTo() != null)
                .extracting(stanza -> stanza.getTo().toString())
                .contains(other + "/Mara");
        assertThat(room().state())
                .isEqualTo(new RoomState.Refused(Refusal.of(Refusal.Reason.BAD_ADDRESS)));
    }

    private long joins() {
        return session.server(account).takeSent().stream().filter(this::isForTheRoom).count();
    }
}
