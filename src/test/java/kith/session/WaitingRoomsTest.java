package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Occupant;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomState;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rooms that don't let us in for now: they say nothing, are full, or take us for who is in them.
class WaitingRoomsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final RoomState NO_ANSWER = new RoomState.Refused(Refusal.of(Reason.TIMED_OUT));

    private static final RoomState TAKEN = new RoomState.Refused(Refusal.of(Reason.NICK_TAKEN));

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey key = new ChatKey(account, ROOM);

    @Test
    void aRoomThatSaysNothingIsGivenUp() {
        join();
        session.pass(SECOND.multipliedBy(59));
        assertThat(state()).isEqualTo(RoomState.JOINING);
        session.pass(SECOND);
        assertThat(state()).isEqualTo(NO_ANSWER);
        assertThat(joins()).isOne();
        session.pass(MINUTE.multipliedBy(30));
        assertThat(joins()).as("nobody was ever in it").isZero();
        join();
        assertThat(state()).as("tried again by hand").isEqualTo(RoomState.JOINING);
        session.pass(MINUTE);
        assertThat(state()).isEqualTo(NO_ANSWER);
    }

    @Test
    void aLateAnswerCounts() {
        join();
        session.pass(MINUTE);
        letIn();
        assertThat(state()).isEqualTo(RoomState.JOINED);
        forget();
        session.pass(MINUTE.multipliedBy(10));
        assertThat(state()).as("that was the answer").isEqualTo(RoomState.JOINED);
        assertThat(joins()).isZero();
    }

    /// As when its server could not be reached for so long.
    @Test
    void aLateRefusalSaysWhy() {
        wasIn();
        lostByTheRoom();
        session.pass(SECOND.multipliedBy(10));
        session.pass(MINUTE);
        assertThat(state()).isEqualTo(NO_ANSWER);
        refuse(Reason.MEMBERS_ONLY);
        assertThat(state()).isEqualTo(new RoomState.Refused(Refusal.of(Reason.MEMBERS_ONLY)));
        forget();
        session.pass(MINUTE.multipliedBy(30));
        assertThat(joins()).as("that is its wish").isZero();
    }

    /// The room is there, and was only slow to say so.
    @Test
    void whoWasNamedBeforeALateAnswerIsThere() {
        join();
        put("Priya", false);
        session.pass(MINUTE);
        assertThat(state()).isEqualTo(NO_ANSWER);
        assertThat(session.rooms.occupants(key).get()).as("while we are not in").isEmpty();
        assertThat(room().occupants()).isZero();
        put("Mara", true);
        letIn();
        assertThat(session.rooms.occupants(key).get())
                .extracting(Occupant::nick)
                .containsExactly("Priya", "Mara");
        assertThat(room().occupants()).isEqualTo(2);
    }

    @Test
    void aRoomThatTellsWhoIsThereIsAnswering() {
        join();
        for (int i = 0; i < 10; i++) {
            session.pass(SECOND.multipliedBy(50));
            put("Guest " + i, false);
        }
        assertThat(state()).isEqualTo(RoomState.JOINING);
        session.pass(MINUTE);
        assertThat(state()).isEqualTo(NO_ANSWER);
    }

    @Test
    void oneThatWeWereInIsAskedAgainLaterAndLater() {
        wasIn();
        lostByTheRoom();
        var asked = new ArrayList<Long>();
        for (long at = 1; at <= 20 * 60; at++) {
            session.pass(SECOND);
            if (joins() > 0) {
                asked.add(at);
            }
        }
        assertThat(asked.getFirst()).isBetween(5L, 10L);
        assertGrowing(asked, 60);
        letIn();
        session.pass(MINUTE.multipliedBy(10));
        assertThat(joins()).isZero();
    }

    /// While the line is down nobody can answer; and a session that goes on brings the answer.
    @Test
    void whileTheLineIsDownNoRoomIsGivenUp() {
        join();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.pass(MINUTE.multipliedBy(5));
        assertThat(state()).isEqualTo(RoomState.JOINING);
        session.on(account, server -> server.signedIn(true));
        session.pass(SECOND.multipliedBy(30));
        assertThat(state()).isEqualTo(RoomState.JOINING);
        session.pass(MINUTE);
        assertThat(state()).isEqualTo(NO_ANSWER);
    }

    @Test
    void aNewSessionAsksAgainAndWaitsAgain() {
        wasIn();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.pass(MINUTE.multipliedBy(5));
        session.on(account, server -> server.signedIn(false));
        assertThat(joins()).isOne();
        session.pass(SECOND.multipliedBy(59));
        assertThat(state()).isEqualTo(RoomState.JOINING);
        session.pass(SECOND);
        assertThat(state()).isEqualTo(NO_ANSWER);
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        forget();
        session.on(account, server -> server.signedIn(false));
        assertThat(joins()).as("it is wanted still").isOne();
    }

    @Test
    void whoLeavesMeanwhileHasLeft() {
        join();
        session.rooms.leave(key);
        session.pass(MINUTE.multipliedBy(2));
        assertThat(state()).isEqualTo(RoomState.LEFT);
        join();
        session.pass(MINUTE);
        session.rooms.leave(key);
        letIn();
        assertThat(state()).as("whatever comes late").isEqualTo(RoomState.LEFT);
    }

    @Test
    void whatIsWrittenToASilentRoomGoesOutOnceItLetsUsIn() {
        wasIn();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));
        session.tabs.open(key, Chat.Kind.ROOM);
        session.chats.send(key, "one");
        session.pass(MINUTE);
        assertThat(bodies()).isEmpty();
        letIn();
        assertThat(bodies()).containsExactly("one");
    }

    /// XEP-0045 §7.2.9: `service-unavailable`; ejabberd says `resource-constraint`.
    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "LIMIT"})
    void aFullRoomIsAskedAgainLaterAndLaterByWhoWasInIt(Reason full) {
        wasIn();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));
        forget();
        refuse(full);
        var asked = new ArrayList<Long>();
        for (long at = 1; at <= 20 * 60; at++) {
            session.pass(SECOND);
            if (joins() > 0) {
                asked.add(at);
                refuse(full);
            }
            assertThat(state()).as("said").isEqualTo(new RoomState.Refused(Refusal.of(full)));
        }
        assertThat(asked.getFirst()).isBetween(5L, 10L);
        assertGrowing(asked, 0);
        session.pass(MINUTE.multipliedBy(5));
        assertThat(joins()).isOne();
        letIn();
        assertThat(state()).isEqualTo(RoomState.JOINED);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "LIMIT"})
    void whoEntersAFullRoomByHandIsToldAtOnceAndEntersItAfterARestart(Reason full) {
        join();
        refuse(full);
        assertThat(state()).isEqualTo(new RoomState.Refused(Refusal.of(full)));
        forget();
        session.pass(MINUTE.multipliedBy(30));
        assertThat(joins()).isZero();
        var restarted = restarted();
        assertThat(restarted.rooms.room(key).get().map(Room::state)).contains(RoomState.JOINING);
    }

    /// A room that has not noticed that we were gone has us in it still, under our nick.
    @Test
    void aNickThatWeMayHaveOurselvesIsAskedForAFewTimesMore() {
        wasIn();
        comeBackToATakenNick();
        var asked = takenAgain();
        assertThat(asked).hasSize(5);
        long limit = 10;
        long before = 0;
        for (var at : asked) {
            assertThat(at - before).as("gaps of %s", asked).isBetween(limit / 2, limit + 1);
            before = at;
            limit *= 2;
        }
        assertThat(state()).isEqualTo(TAKEN);
    }

    @Test
    void oneThatIsFreeAgainIsOursAndIsWaitedForTheNextTimeAsWell() {
        wasIn();
        comeBackToATakenNick();
        session.pass(SECOND.multipliedBy(10));
        assertThat(joins()).isOne();
        letIn();
        assertThat(state()).isEqualTo(RoomState.JOINED);
        session.pass(MINUTE.multipliedBy(11));
        forget();
        comeBackToATakenNick();
        assertThat(takenAgain()).hasSize(5);
    }

    @Test
    void afterARestartItIsOurGhostAsWell() {
        wasIn();
        var restarted = restarted();
        restarted.say(account, new XmppEvent.RoomRefused(ROOM, Refusal.of(Reason.NICK_TAKEN)));
        assertThat(restarted.rooms.room(key).get().map(Room::state)).contains(RoomState.JOINING);
    }

    @Test
    void afterARestartWhoHasTheNickWhereWeNeverWereIsSomebodyElse() {
        join();
        var restarted = restarted();
        assertThat(joins(restarted)).isOne();
        restarted.say(account, new XmppEvent.RoomRefused(ROOM, Refusal.of(Reason.NICK_TAKEN)));
        assertThat(restarted.rooms.room(key).get().map(Room::state)).contains(TAKEN);
        restarted.pass(MINUTE.multipliedBy(30));
        assertThat(joins(restarted)).isZero();
    }

    /// Its address may be mistyped; whether it ever let us in is known in the next run, too.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void afterARestartASilentRoomIsAskedAgainWhereWeHaveBeenIn(boolean hasBeenIn) {
        if (hasBeenIn) {
            wasIn();
        } else {
            join();
        }
        var restarted = restarted();
        assertThat(joins(restarted)).isOne();
        restarted.pass(MINUTE);
        assertThat(restarted.rooms.room(key).get().map(Room::state)).contains(NO_ANSWER);
        restarted.pass(MINUTE.multipliedBy(5));
        assertThat(joins(restarted)).isEqualTo(hasBeenIn ? 1 : 0);
    }

    @Test
    void whoEntersByHandIsToldAtOnceThatANickIsTaken() {
        join();
        refuse(Reason.NICK_TAKEN);
        assertThat(state()).as("never in it").isEqualTo(TAKEN);
        wasIn();
        session.rooms.leave(key);
        join();
        refuse(Reason.NICK_TAKEN);
        assertThat(state()).as("out as wished").isEqualTo(TAKEN);
        wasIn();
        comeBackToATakenNick();
        join();
        refuse(Reason.NICK_TAKEN);
        assertThat(state()).as("impatient").isEqualTo(TAKEN);
        forget();
        session.pass(MINUTE.multipliedBy(30));
        assertThat(joins()).isZero();
    }

    @Test
    void whoLeavesWhileTheNickIsTakenHasLeft() {
        wasIn();
        comeBackToATakenNick();
        session.rooms.leave(key);
        forget();
        session.pass(MINUTE.multipliedBy(30));
        assertThat(joins()).isZero();
        assertThat(state()).isEqualTo(RoomState.LEFT);
    }

    private void comeBackToATakenNick() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));
        forget();
        refuse(Reason.NICK_TAKEN);
        assertThat(state()).isEqualTo(RoomState.JOINING);
    }

    /// @return the seconds after which it was asked, in vain each time
    private List<Long> takenAgain() {
        var asked = new ArrayList<Long>();
        for (long at = 1; at <= 30 * 60; at++) {
            session.pass(SECOND);
            if (joins() > 0) {
                asked.add(at);
                refuse(Reason.NICK_TAKEN);
            }
        }
        return asked;
    }

    /// Each gap is longer than that before it, by what is chance at most, up to five minutes.
    ///
    /// @param wait seconds that pass in each before it is known that it was in vain
    private static void assertGrowing(List<Long> asked, int wait) {
        long limit = 10;
        for (int i = 1; i < asked.size(); i++) {
            limit = Math.min(2 * limit, 300);
            assertThat(asked.get(i) - asked.get(i - 1) - wait)
                    .as("gap %s of %s", i, asked)
                    .isBetween(limit / 2, limit + 1);
        }
        assertThat(limit).isEqualTo(300);
    }

    private void join() {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
    }

    private void letIn() {
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
    }

    private void wasIn() {
        join();
        letIn();
        forget();
    }

    private void lostByTheRoom() {
        session.say(
                account,
                new XmppEvent.RoomEnded(
                        ROOM, new RoomState.Removed(RoomState.Cause.CONNECTION_LOST, "", "")));
    }

    private void put(String nick, boolean isMe) {
        session.say(
                account, new XmppEvent.OccupantChanged(ROOM, RoomsFixture.occupant(nick, isMe)));
    }

    private void refuse(Reason reason) {
        session.say(account, new XmppEvent.RoomRefused(ROOM, Refusal.of(reason)));
    }

    private Room room() {
        return session.rooms.room(key).get().orElseThrow();
    }

    private RoomState state() {
        return room().state();
    }

    private ScriptedSession restarted() {
        var restarted = new ScriptedSession(session);
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));
        return restarted;
    }

    private void forget() {
        session.server(account).takeSent();
    }

    private long joins() {
        return joins(session);
    }

    private long joins(ScriptedSession of) {
        return of.server(account).takeSent().stream()
                .filter(stanza -> stanza.toXML().toString().contains("protocol/muc'"))
                .count();
    }

    private List<String> bodies() {
        return session.server(account).takeSent().stream()
                .filter(Message.class::isInstance)
                .map(stanza -> ((Message) stanza).getBody())
                .toList();
    }
}
