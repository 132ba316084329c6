package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.BookmarkedRoom;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomState;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The user's rooms on two devices of one account (XEP-0402): what is entered and left on one is
/// on the other, and is told later where it can't be told at once.
class BookmarksTest extends BookmarksFixture {

    private static final RoomState.Removed CLOSED =
            new RoomState.Removed(RoomState.Cause.DESTROYED, "", "");

    @Test
    void whatIsEnteredOnOneIsEnteredOnTheOther() {
        join(desk);
        assertThat(kept()).as("not before the room has let us in").isEmpty();
        letIn(desk, "Mara");
        assertThat(kept()).contains(IN);
        assertThat(state(lap)).contains(RoomState.JOINING);
        assertThat(joins(lap)).isEqualTo(1);
        letIn(lap, "Mara");
        assertThat(pep.takePublished()).as("once").hasSize(1);
        assertThat(lap.bookmarks.rooms().get())
                .containsExactly(
                        new BookmarkedRoom(room, Optional.empty(), Optional.of("Mara"), true));
    }

    @Test
    void whatIsLeftOnOneIsLeftOnTheOther() {
        both();
        lap.rooms.leave(room);
        assertThat(kept()).contains(OUT);
        assertThat(state(desk)).contains(RoomState.LEFT);
        assertThat(desk.server(account).takeSent())
                .anySatisfy(
                        it ->
                                assertThat(it.toXML().toString())
                                        .contains("type='unavailable'", ROOM.toString()));
        for (var each : List.of(desk, lap)) {
            goes(each);
            comes(each);
            assertThat(state(each)).as("and stays left").contains(RoomState.LEFT);
            assertThat(joins(each)).isZero();
        }
        assertThat(restarted(desk).rooms.room(room).get().map(Room::state))
                .contains(RoomState.LEFT);
    }

    /// The user is in it elsewhere: it is there, and no address that they mistyped.
    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "LIMIT", "SERVER_NOT_REACHED"})
    void oneThatIsFullOrAwayIsEnteredOnTheOtherLater(Reason reason) {
        join(desk);
        letIn(desk, "Mara");
        assertThat(joins(lap)).isOne();
        for (int i = 0; i < 3; i++) {
            lap.say(account, new XmppEvent.RoomRefused(ROOM, Refusal.of(reason)));
            assertThat(state(lap)).contains(new RoomState.Refused(Refusal.of(reason)));
            lap.pass(Duration.ofMinutes(5));
            assertThat(joins(lap)).isOne();
        }
        letIn(lap, "Mara");
        assertThat(state(lap)).contains(RoomState.JOINED);
    }

    @Test
    void afterARestartOneThatSaysNothingIsAskedAgainWhereTheOtherIsIn() {
        join(desk);
        letIn(desk, "Mara");
        var again = restarted(lap);
        assertThat(joins(again)).isOne();
        again.pass(Duration.ofMinutes(1));
        assertThat(state(again)).contains(new RoomState.Refused(Refusal.of(Reason.TIMED_OUT)));
        again.pass(Duration.ofMinutes(5));
        assertThat(joins(again)).isOne();
    }

    @Test
    void whatIsLeftOfflineIsToldLaterAlsoAfterARestart() {
        both();
        goes(desk);
        desk.rooms.leave(room);
        assertThat(kept()).contains(IN);
        var again = restarted(desk);
        assertThat(kept()).contains(OUT);
        assertThat(again.rooms.room(room).get().map(Room::state)).contains(RoomState.LEFT);
        assertThat(state(lap)).contains(RoomState.LEFT);
    }

    @Test
    void whatTheOtherHasDoneMeanwhileIsDoneWhenTheSessionBegins() {
        both();
        goes(desk);
        lap.rooms.leave(room);
        comes(desk);
        assertThat(state(desk)).contains(RoomState.LEFT);
        goes(desk);
        join(lap);
        letIn(lap, "Mara");
        comes(desk);
        assertThat(state(desk)).contains(RoomState.JOINING);
    }

    @Test
    void whoEnteredOfflineWinsOverWhoLeftBefore() {
        both();
        goes(desk);
        desk.rooms.join(account, ROOM, "Mara", Optional.empty());
        lap.rooms.leave(room);
        comes(desk);
        assertThat(state(desk)).contains(RoomState.JOINING);
        letIn(desk, "Mara");
        assertThat(kept()).contains(IN);
        assertThat(state(lap)).contains(RoomState.JOINING);
    }

    /// The word of the first comes while the second is on its way.
    @Test
    void whoEntersAndLeavesAtOnceStaysOut() {
        pep.hold();
        join(desk);
        letIn(desk, "Mara");
        desk.rooms.leave(room);
        pep.goOn();
        assertThat(state(desk)).contains(RoomState.LEFT);
        assertThat(kept()).isNotEqualTo(Optional.of(IN));
        both();
        pep.hold();
        desk.rooms.leave(room);
        join(desk);
        pep.goOn();
        letIn(desk, "Mara");
        assertThat(kept()).contains(IN);
    }

    @Test
    void whatIsForgottenIsTakenOut() {
        both();
        desk.bookmarks.forget(room);
        assertThat(kept()).isEmpty();
        assertThat(state(desk)).contains(RoomState.LEFT);
        assertThat(state(lap)).contains(RoomState.LEFT);
        assertThat(lap.bookmarks.rooms().get()).isEmpty();
        assertThat(pep.takePublished()).containsExactly(ROOM + " " + OUT, ROOM + " -");
    }

    @Test
    void nicksAndNamesGoAlong() {
        both();
        desk.say(account, new XmppEvent.RoomNamed(ROOM, "Harbour print co-op"));
        assertThat(kept().orElseThrow()).contains("name='Harbour print co-op'");
        desk.say(account, new XmppEvent.RoomNamed(ROOM, "Print"));
        assertThat(kept().orElseThrow()).contains("name='Print'");
        desk.say(
                account,
                new XmppEvent.OccupantChanged(ROOM, RoomsFixture.occupant("Mara", true)),
                new XmppEvent.OccupantRenamed(ROOM, "Mara", "Mara S"));
        assertThat(kept().orElseThrow()).contains("<nick>Mara S</nick>");
        assertThat(lap.server(account).takeSent())
                .as("asks for it, too")
                .anySatisfy(
                        it ->
                                assertThat(it.toXML().toString())
                                        .contains("to='" + ROOM + "/Mara S'"));
    }

    @Test
    void aRoomThatDoesNotLetUsInGetsNoBookmark() {
        join(desk);
        desk.say(account, new XmppEvent.RoomRefused(ROOM, Refusal.of(Refusal.Reason.MEMBERS_ONLY)));
        goes(desk);
        comes(desk);
        assertThat(kept()).isEmpty();
        assertThat(pep.takePublished()).isEmpty();
    }

    @Test
    void aRoomThatIsNoMoreGetsNoBookmark() {
        join(desk);
        desk.say(account, new XmppEvent.RoomGone(ROOM, CLOSED));
        goes(desk);
        comes(desk);
        assertThat(kept()).isEmpty();
        assertThat(pep.takePublished()).isEmpty();
    }

    /// The bookmark of who was put out stays, and brings nobody back by itself.
    @Test
    void whoWasPutOutIsNotBroughtBack() {
        both();
        desk.say(
                account,
                new XmppEvent.RoomEnded(
                        ROOM, new RoomState.Removed(RoomState.Cause.KICKED, "", "")));
        assertThat(kept()).contains(IN);
        goes(desk);
        comes(desk);
        assertThat(joins(desk)).isZero();
        assertThat(state(lap)).contains(RoomState.JOINED);
    }

    @ParameterizedTest
    @EnumSource(names = {"FORBIDDEN", "NOT_ALLOWED", "LIMIT", "OTHER"})
    void whatIsRefusedIsToldInTheNextSession(Reason reason) {
        both();
        pep.refuse(reason);
        goes(desk);
        comes(desk);
        desk.rooms.leave(room);
        assertThat(kept()).contains(IN);
        pep.takeAll();
        goes(desk);
        comes(desk);
        assertThat(kept()).contains(OUT);
        assertThat(state(desk)).contains(RoomState.LEFT);
    }

    @Test
    void anAccountThatHasLostAllIsToldAllAgain() {
        both();
        pep.clear();
        goes(desk);
        comes(desk);
        letIn(desk, "Mara");
        assertThat(kept()).contains(IN);
        for (var word : List.of("purge", "delete")) {
            pep.empty(BOOKMARKS, word);
            assertThat(state(desk)).contains(RoomState.JOINED);
            assertThat(kept()).contains(IN);
        }
    }
}
