package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.ConnectionProblem;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.RoomState;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.util.Optional;

/// Rooms that have put us out, or that can't be entered: which are entered again, and when (F32).
class RoomReturnsTest extends WatchedRoomFixture {

    @ParameterizedTest
    @EnumSource(names = {"SERVICE_SHUTDOWN", "CONNECTION_LOST"})
    void oneThatPutUsOutByNobodysWishIsEnteredAgain(RoomState.Cause cause) {
        end(cause);
        assertThat(state()).isInstanceOf(RoomState.Removed.class);
        session.pass(Duration.ofSeconds(10));
        assertThat(joins()).isOne();
        refuse(Reason.SERVER_NOT_REACHED);
        session.pass(Duration.ofSeconds(9));
        assertThat(joins()).as("later and later").isZero();
        session.pass(Duration.ofSeconds(11));
        assertThat(joins()).isOne();
        refuse(Reason.UNAVAILABLE);
        for (int i = 0; i < 8; i++) {
            session.pass(MINUTE.multipliedBy(5));
            refuse(Reason.TIMED_OUT);
        }
        assertThat(joins()).as("for ever").isEqualTo(8);
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        session.pass(MINUTE.multipliedBy(5));
        assertThat(joins()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"KICKED", "BANNED", "NO_LONGER_MEMBER", "MEMBERS_ONLY_NOW", "DESTROYED"})
    void oneThatPutUsOutIsNotEnteredAgain(RoomState.Cause cause) {
        end(cause);
        session.pass(MINUTE.multipliedBy(20));
        assertThat(joins()).isZero();
    }

    /// It says so to who comes back.
    @Test
    void oneThatIsNoMoreWhenWeComeBackIsNotEnteredAgain() {
        var closed = new RoomState.Removed(RoomState.Cause.DESTROYED, "", "Winter is here");
        end(RoomState.Cause.SERVICE_SHUTDOWN);
        session.pass(Duration.ofSeconds(10));
        assertThat(joins()).isOne();
        session.say(account, new XmppEvent.RoomGone(ROOM, closed));
        assertThat(state()).isEqualTo(closed);
        session.pass(MINUTE.multipliedBy(20));
        assertThat(joins()).isZero();
        session.rooms.leave(key);
        session.say(account, new XmppEvent.RoomGone(ROOM, closed));
        assertThat(state()).as("left meanwhile").isEqualTo(RoomState.LEFT);
    }

    @Test
    void oneThatWeLeftMeanwhileIsNotEnteredAgain() {
        end(RoomState.Cause.SERVICE_SHUTDOWN);
        session.rooms.leave(key);
        forget();
        session.pass(MINUTE);
        assertThat(joins()).isZero();
    }

    /// What was asked before is answered late.
    @Test
    void oneThatRefusesAfterWeLeftIsLeft() {
        end(RoomState.Cause.SERVICE_SHUTDOWN);
        session.pass(Duration.ofSeconds(10));
        session.rooms.leave(key);
        forget();
        refuse(Reason.SERVER_NOT_REACHED);
        assertThat(state()).isEqualTo(RoomState.LEFT);
        session.pass(MINUTE);
        assertThat(joins()).isZero();
    }

    @Test
    void oneThatNobodyWasEverInIsNotEnteredAgain() {
        session.rooms.leave(key);
        var other = JidCreate.bareFromOrThrowUnchecked("mistyped@nowhere.example");
        session.rooms.join(account, other, "Mara", Optional.empty());
        forget();
        session.say(
                account, new XmppEvent.RoomRefused(other, Refusal.of(Reason.SERVER_NOT_REACHED)));
        session.pass(MINUTE.multipliedBy(10));
        assertThat(joins()).isZero();
    }

    @Test
    void oneThatCanNotBeEnteredWhileTheLineIsDownIsEnteredWhenTheSessionGoesOn() {
        end(RoomState.Cause.CONNECTION_LOST);
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.pass(Duration.ofSeconds(10));
        assertThat(joins()).isZero();
        session.on(account, server -> server.signedIn(true));
        session.pass(Duration.ofSeconds(20));
        assertThat(joins()).isOne();
    }

    /// Prosody says so before it goes.
    @Test
    void oneWhoseServiceWentDownWithTheServerIsEnteredInTheNextSession() {
        end(RoomState.Cause.SERVICE_SHUTDOWN);
        session.on(account, server -> server.lost(ConnectionProblem.Kind.SERVER_SHUTDOWN));
        session.on(account, server -> server.signedIn(false));
        assertThat(joins()).isOne();
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        session.pass(MINUTE);
        assertThat(joins()).isZero();
    }
}
