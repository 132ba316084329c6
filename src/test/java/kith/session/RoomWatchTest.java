package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.ConnectionProblem;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.RoomState;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Optional;

/// Rooms that have lost us without a word (XEP-0410, F32), or can't be reached for a while: when
/// they are asked, and what their answer says.
class RoomWatchTest extends WatchedRoomFixture {

    @Test
    void aRoomThatIsSilentForAQuarterOfAnHourIsAsked() {
        session.pass(MINUTE.multipliedBy(14));
        assertThat(pings()).isZero();
        session.say(account, session.incoming.inRoom("Priya", "p-1", "still here", false));
        session.pass(MINUTE.multipliedBy(14));
        assertThat(pings()).isZero();
        session.pass(MINUTE.multipliedBy(2));
        assertThat(pings()).isOne();
        session.pass(MINUTE.multipliedBy(14));
        assertThat(pings()).as("the answer is a sign of life").isOne();
    }

    @Test
    void oneThatHasLostUsIsEnteredAgain() {
        session.server(account).refuse(Condition.not_acceptable);
        session.pass(MINUTE.multipliedBy(15));
        assertThat(joins()).isOne();
        assertThat(state()).isEqualTo(RoomState.JOINING);
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        assertThat(state()).isEqualTo(RoomState.JOINED);
        session.pass(MINUTE.multipliedBy(15));
        assertThat(joins()).as("watched as before").isOne();
    }

    /// §3.2: what each answer means of a room that is there; of all that isn't named there, that we
    /// are out.
    @ParameterizedTest
    @EnumSource(Condition.class)
    void anErrorSaysWhetherWeAreIn(Condition condition) {
        session.server(account).refuse(condition);
        answerAbout(Optional.empty());
        session.pass(MINUTE.multipliedBy(15));
        assertThat(pings()).isOne();
        switch (condition) {
            case service_unavailable, feature_not_implemented, item_not_found -> {
                assertThat(state()).isEqualTo(RoomState.JOINED);
                session.pass(MINUTE.multipliedBy(14));
                assertThat(pings()).as("a sign of life").isOne();
            }
            case remote_server_not_found, remote_server_timeout -> {
                session.pass(MINUTE);
                session.pass(MINUTE);
                assertThat(pings()).as("asked again soon").isEqualTo(3);
                assertThat(state()).isEqualTo(RoomState.JOINED);
                assertThat(isReached()).isFalse();
                session.server(account).refuse(Condition.not_acceptable);
                session.pass(MINUTE);
                assertThat(joins()).isOne();
                assertThat(isReached()).as("asked anew").isTrue();
            }
            default -> {
                assertThat(joins()).isOne();
                assertThat(state()).isEqualTo(RoomState.JOINING);
            }
        }
    }

    /// A service says so of a nick that isn't in the room, and as well of a room that isn't there.
    @ParameterizedTest
    @EnumSource(names = {"item_not_found", "gone"})
    void oneThatIsNoMoreIsSaidToBeAndNotMadeAnew(Condition condition) {
        answerAbout(Optional.of(condition));
        session.pass(MINUTE.multipliedBy(15));
        assertThat(state()).isEqualTo(new RoomState.Refused(Refusal.of(Reason.NOT_FOUND)));
        session.pass(MINUTE.multipliedBy(30));
        assertThat(pings()).as("asked no more").isOne();
        assertThat(joins()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"remote_server_not_found", "remote_server_timeout", "service_unavailable"})
    void whetherOneIsThereIsAskedAgainWhereTheWayIsShut(Condition condition) {
        answerAbout(Optional.of(condition));
        session.pass(MINUTE.multipliedBy(15));
        session.pass(MINUTE);
        assertThat(pings()).isEqualTo(2);
        assertThat(state()).isEqualTo(RoomState.JOINED);
    }

    /// Why it doesn't say what it is says nothing of us.
    @Test
    void oneThatSaysNothingOfItselfIsThere() {
        answerAbout(Optional.of(Condition.forbidden));
        session.pass(MINUTE.multipliedBy(15));
        assertThat(state()).isEqualTo(RoomState.JOINED);
    }

    /// §7.7 of XEP-0045, as Prosody says it: to a presence of ours.
    @ParameterizedTest
    @EnumSource(names = {"NOT_FOUND", "NOT_ACCEPTABLE"})
    void oneThatKnowsNothingOfOurPresenceIsAsked(Reason reason) {
        session.server(account).refuse(Condition.not_acceptable);
        session.say(account, new XmppEvent.RoomPresenceRefused(ROOM, "p-1", Refusal.of(reason)));
        assertThat(pings()).isOne();
        assertThat(state()).isEqualTo(RoomState.JOINING);
    }

    @Test
    void oneThatDoesNotHaveOurNickIsNotAsked() {
        session.say(
                account,
                new XmppEvent.RoomPresenceRefused(ROOM, "p-1", Refusal.of(Reason.NICK_TAKEN)));
        assertThat(pings()).isZero();
    }

    @Test
    void noAnswerSaysNothingAndIsAskedForAgain() {
        session.server(account).refuse(Reason.TIMED_OUT);
        session.pass(MINUTE.multipliedBy(15));
        session.pass(MINUTE);
        assertThat(pings()).isEqualTo(2);
        assertThat(state()).isEqualTo(RoomState.JOINED);
        assertThat(joins()).isZero();
    }

    /// The user sees that it doesn't answer, until it says anything.
    @Test
    void oneThatDoesNotAnswerIsSaidToBeUntilItDoes() {
        assertThat(isReached()).isTrue();
        session.server(account).refuse(Reason.TIMED_OUT);
        session.pass(MINUTE.multipliedBy(15));
        assertThat(isReached()).isFalse();
        session.say(account, session.incoming.inRoom("Priya", "p-1", "still here", false));
        assertThat(isReached()).isTrue();
        session.pass(MINUTE.multipliedBy(15));
        assertThat(isReached()).isFalse();
        weAreIn();
        session.pass(MINUTE);
        assertThat(isReached()).isTrue();
        assertThat(joins()).isZero();
    }

    @Test
    void oneThatDidNotAnswerIsEnteredAnewInTheNextSession() {
        session.server(account).refuse(Reason.TIMED_OUT);
        session.pass(MINUTE.multipliedBy(15));
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        assertThat(isReached()).isTrue();
    }

    @Test
    void aSessionThatGoesOnAsksAtOnce() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(true));
        assertThat(pings()).isOne();
    }

    @Test
    void theUserWhoTurnsToAQuietRoomLearnsTheTruth() {
        session.rooms.looking(key);
        assertThat(pings()).as("heard just now").isZero();
        session.pass(MINUTE.multipliedBy(2));
        session.rooms.looking(key);
        assertThat(pings()).isOne();
    }

    @Test
    void oneThatWeLeftIsNotAsked() {
        session.rooms.leave(key);
        session.pass(MINUTE.multipliedBy(20));
        session.rooms.looking(key);
        assertThat(pings()).isZero();
    }
}
