package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.BookmarkedRoom;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomState;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The user's rooms on two devices of one account (XEP-0402).
class BookmarksTest {

    private static final String BOOKMARKS = "urn:xmpp:bookmarks:1";
    private static final String IN =
            "<conference xmlns='urn:xmpp:bookmarks:1' autojoin='true'>"
                    + "<nick>Mara</nick></conference>";
    private static final String OUT = IN.replace("'true'", "'false'");
    private static final String FULL =
            "<conference xmlns='urn:xmpp:bookmarks:1' name='Print' x='y' autojoin='1'>"
                    + "<nick>Mara</nick><password>s3cr &amp; t</password><extensions>"
                    + "<state xmlns='http://myclient.example/bookmark/state' minimized='true'>"
                    + "<deep>w &lt; o</deep></state></extensions><odd xmlns='urn:odd'></odd>"
                    + "</conference>";

    private static final RoomState.Removed CLOSED =
            new RoomState.Removed(RoomState.Cause.DESTROYED, "", "");

    private final ScriptedPep pep = new ScriptedPep();
    private final ScriptedSession desk = new ScriptedSession();
    private final ScriptedSession lap = new ScriptedSession();
    private final AccountId account = device(desk);
    private final ChatKey room = new ChatKey(account, ROOM);

    BookmarksTest() {
        assertThat(device(lap)).isEqualTo(account);
    }

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

    @Test
    void aRoomThatIsOnlyBookmarkedIsListedOnceAndEnteredAsItsBookmarkSays() {
        pep.put(BOOKMARKS, ROOM.toString(), FULL.replace("autojoin='1'", "autojoin='0'"));
        pep.sayAll();
        assertThat(listed(desk))
                .containsExactly(new Room(room, "Print", "Mara", RoomState.LEFT, "", 0));
        assertThat(desk.listed.neverEntered().get()).containsExactly(room);
        assertThat(state(desk)).as("nobody has entered it").isEmpty();
        desk.bookmarks.enterNew(room);
        assertThat(state(desk)).contains(RoomState.JOINING);
        assertThat(listed(desk)).hasSize(1);
        assertThat(desk.listed.neverEntered().get()).isEmpty();
        assertThat(desk.server(account).takeSent())
                .anySatisfy(
                        it ->
                                assertThat(it.toXML().toString())
                                        .contains(ROOM + "/Mara", "s3cr &amp; t"));
        letIn(desk, "Mara");
        assertThat(kept().orElseThrow()).contains("autojoin='true'", "minimized");
        desk.rooms.leave(room);
        desk.bookmarks.enterNew(room);
        assertThat(state(desk)).as("its page offers it").contains(RoomState.LEFT);
    }

    @Test
    void aBookmarkThatIsTakenOutIsListedNoMore() {
        for (boolean isHere : new boolean[] {false, true}) {
            pep.put(BOOKMARKS, ROOM.toString(), OUT);
            pep.sayAll();
            assertThat(listed(desk)).hasSize(1);
            assertThat(listed(lap)).hasSize(1);
            if (isHere) {
                goes(desk);
                desk.bookmarks.forget(room);
                assertThat(listed(desk)).as("at once").isEmpty();
                comes(desk);
            } else {
                pep.remove(BOOKMARKS, ROOM.toString());
            }
            assertThat(kept()).isEmpty();
            assertThat(listed(desk)).isEmpty();
            assertThat(listed(lap)).isEmpty();
        }
    }

    /// Neither a service nor a person's device is one.
    @ParameterizedTest
    @ValueSource(strings = {"rooms.example", "den@rooms.example/x", "a b"})
    void h37WhatCanBeNoRoomIsNotListed(String id) {
        pep.put(BOOKMARKS, id, OUT);
        pep.sayAll();
        assertThat(listed(desk)).isEmpty();
    }

    private static List<Room> listed(ScriptedSession session) {
        return session.listed.all().get();
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
    void whatAnotherClientHasWrittenStaysToTheLetter() {
        pep.put(BOOKMARKS, ROOM.toString(), FULL);
        assertThat(joins(desk)).isEqualTo(1);
        letIn(desk, "Mara");
        assertThat(kept()).contains(FULL);
        desk.rooms.leave(room);
        assertThat(kept()).contains(FULL.replace("'1'", "'false'"));
        join(desk);
        letIn(desk, "Mara");
        assertThat(kept()).contains(FULL.replace("'1'", "'true'"));
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
                new XmppEvent.OccupantChanged(ROOM, RoomsTest.occupant("Mara", true)),
                new XmppEvent.OccupantRenamed(ROOM, "Mara", "Mara S"));
        assertThat(kept().orElseThrow()).contains("<nick>Mara S</nick>");
        assertThat(lap.server(account).takeSent())
                .as("asks for it, too")
                .anySatisfy(
                        it ->
                                assertThat(it.toXML().toString())
                                        .contains("to='" + ROOM + "/Mara S'"));
    }

    /// A name of the user's own isn't what the room is called.
    @Test
    void aNameThatTheUserChoseStays() {
        pep.put(BOOKMARKS, ROOM.toString(), FULL);
        letIn(desk, "Mara");
        desk.say(account, new XmppEvent.RoomNamed(ROOM, "Harbour print co-op"));
        desk.say(account, new XmppEvent.RoomNamed(ROOM, "Other"));
        assertThat(kept()).contains(FULL);
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

    @Test
    void aPasswordThatIsKeptElsewhereOpensTheRoomAfterARestart() {
        pep.put(BOOKMARKS, ROOM.toString(), FULL);
        letIn(desk, "Mara");
        var again = restarted(desk);
        again.server(account).takeSent();
        again.say(account, new XmppEvent.RoomRefused(ROOM, Refusal.of(Reason.PASSWORD_NEEDED)));
        assertThat(again.server(account).takeSent())
                .anySatisfy(
                        it ->
                                assertThat(it.toXML().toString())
                                        .contains("<password>s3cr &amp; t</password>"));
        again.say(account, new XmppEvent.RoomRefused(ROOM, Refusal.of(Reason.PASSWORD_NEEDED)));
        assertThat(joins(again)).as("a wrong one is tried once").isZero();
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

    @ParameterizedTest
    @ValueSource(strings = {"mara@hearth.example", "rooms.hearth.example", "no one@@", "", "@"})
    void h36NobodyIsAskedWhoIsNoRoom(String address) {
        pep.put(BOOKMARKS, address, IN);
        goes(lap);
        comes(lap);
        for (var each : List.of(desk, lap)) {
            assertThat(each.rooms.rooms().get()).isEmpty();
            assertThat(joins(each)).isZero();
        }
    }

    @Test
    void h37TenThousandRoomsAreEnteredAtAPace() {
        goes(desk);
        goes(lap);
        for (int i = 0; i < 10_000; i++) {
            pep.put(BOOKMARKS, "r%05d@rooms.example".formatted(i), IN);
        }
        desk.servers.values().forEach(it -> desk.core.execute(() -> it.signedIn(false)));
        assertThat(desk.rooms.rooms().get()).hasSize(10_000);
        assertThat(joins(desk)).isEqualTo(50);
        desk.pass(Duration.ofSeconds(1));
        assertThat(joins(desk)).isEqualTo(10);
        goes(desk);
        desk.servers.values().forEach(it -> desk.core.execute(() -> it.signedIn(false)));
        assertThat(joins(desk)).as("nor in the next session").isLessThanOrEqualTo(50);
    }

    @Test
    void h37ARoomTooManyIsNotEntered() {
        goes(desk);
        goes(lap);
        for (int i = 0; i < 10_001; i++) {
            pep.put(BOOKMARKS, "r%05d@rooms.example".formatted(i), IN);
        }
        desk.servers.values().forEach(it -> desk.core.execute(() -> it.signedIn(false)));
        assertThat(desk.bookmarks.rooms().get()).hasSize(10_000);
        assertThat(desk.rooms.rooms().get()).hasSize(10_000);
    }

    @Test
    void olderBookmarksAreTakenOverOnce() {
        pep.put(BOOKMARKS, LAYLA.toString(), OUT);
        pep.putList(
                """
                <conference jid='print@rooms.hearth.example' autojoin='1' name='Print'>
                <nick>Mara</nick></conference>
                <conference jid='%s' autojoin='true'/><conference/><url url='https://kith.example'/>
                """
                        .formatted(LAYLA));
        goes(desk);
        comes(desk);
        // it was looked at before there were any, and found no storage at all
        var fresh = new ScriptedSession();
        device(fresh);
        assertThat(kept().orElseThrow()).contains("name='Print'", "autojoin='true'");
        assertThat(pep.find(BOOKMARKS, LAYLA.toString())).as("today's counts").contains(OUT);
        assertThat(fresh.rooms.room(room).get().map(Room::state)).contains(RoomState.JOINING);
        fresh.bookmarks.forget(room);
        goes(fresh);
        comes(fresh);
        assertThat(kept()).as("it doesn't come back").isEmpty();
    }

    /// A room that is taken out stays out, also on a device that finds it in the old list, which
    /// old clients still have: whoever has taken it out, and whether it was taken over or in both.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasTakenOutIsBroughtBackByNoOtherDevice(boolean isInBoth) {
        if (isInBoth) {
            pep.put(BOOKMARKS, ROOM.toString(), OUT);
            pep.put(BOOKMARKS, LAYLA.toString(), OUT);
        }
        pep.putList(conference(ROOM.toString()) + conference(LAYLA.toString()));
        var first = new ScriptedSession();
        device(first);
        assertThat(kept()).isPresent();
        first.bookmarks.forget(room);
        pep.remove(BOOKMARKS, LAYLA.toString()); // another client
        var second = new ScriptedSession();
        device(second);
        assertThat(kept()).isEmpty();
        assertThat(pep.find(BOOKMARKS, LAYLA.toString())).isEmpty();
        assertThat(second.rooms.rooms().get()).isEmpty();
        assertThat(pep.list().orElseThrow()).contains(ROOM, LAYLA);
        pep.putList(conference(ROOM.toString()) + conference("tea@rooms.example"));
        device(new ScriptedSession());
        assertThat(kept()).isEmpty();
        assertThat(pep.find(BOOKMARKS, "tea@rooms.example"))
                .as("what an old client has bookmarked since")
                .isPresent();
    }

    /// Only what could be taken over is noted; the rest is tried again, and nothing else.
    @Test
    void whatCouldNotBeTakenOverIsTriedAgainAloneAndByAnyDevice() {
        pep.putList(conference(ROOM.toString()));
        pep.refuse(Reason.LIMIT);
        var first = new ScriptedSession();
        device(first);
        assertThat(kept()).isEmpty();
        pep.takeAll();
        goes(first);
        comes(first);
        assertThat(kept()).isPresent();
        first.bookmarks.forget(room);
        goes(first);
        comes(first);
        device(new ScriptedSession());
        assertThat(kept()).isEmpty();
    }

    /// What can't be read may say anything: then nothing is brought back.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<taken-over xmlns='im.kith.bookmarks:0'/><more xmlns='x'/>",
                "",
            })
    void aNoteThatCanNotBeReadIsNoLeaveToTakeOver(String payload) {
        pep.putList(conference(ROOM.toString()));
        pep.put("im.kith.bookmarks:0", "current", payload);
        device(new ScriptedSession());
        assertThat(kept()).isEmpty();
        pep.remove("im.kith.bookmarks:0", "current");
        device(new ScriptedSession());
        assertThat(kept()).isPresent();
    }

    private static String conference(String address) {
        return "<conference jid='%s' autojoin='true'/>".formatted(address);
    }

    @Test
    void whereThereIsNothingBetterTheOldListIsKept() {
        pep.announce("http://jabber.org/protocol/pubsub");
        pep.putList("<url xmlns='storage:bookmarks' url='https://kith.example'/>");
        goes(desk);
        comes(desk);
        join(desk);
        letIn(desk, "Mara");
        assertThat(pep.list().orElseThrow())
                .contains("https://kith.example", "jid='" + ROOM, "autojoin='true'");
        goes(lap);
        comes(lap);
        assertThat(state(lap)).contains(RoomState.JOINING);
        lap.rooms.leave(room);
        assertThat(pep.list().orElseThrow()).contains("autojoin='false'");
        goes(desk);
        comes(desk);
        assertThat(state(desk)).contains(RoomState.LEFT);
        desk.bookmarks.forget(room);
        assertThat(pep.list().orElseThrow()).contains("<url").doesNotContain("<conference");
        assertThat(pep.takePublished()).isEmpty();
    }

    private void both() {
        join(desk);
        letIn(desk, "Mara");
        letIn(lap, "Mara");
        assertThat(state(lap)).contains(RoomState.JOINED);
        pep.takePublished();
        desk.server(account).takeSent();
        lap.server(account).takeSent();
    }

    private void join(ScriptedSession session) {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
    }

    private void letIn(ScriptedSession session, String nick) {
        session.say(account, new XmppEvent.RoomJoined(ROOM, nick));
    }

    private Optional<RoomState> state(ScriptedSession session) {
        return session.rooms.room(room).get().map(Room::state);
    }

    private Optional<String> kept() {
        return pep.find(BOOKMARKS, ROOM.toString());
    }

    /// How many rooms were asked to let us in since anybody looked.
    private long joins(ScriptedSession session) {
        return session.server(account).takeSent().stream()
                .filter(Presence.class::isInstance)
                .filter(it -> it.toXML().toString().contains("http://jabber.org/protocol/muc'"))
                .count();
    }

    private AccountId device(ScriptedSession session) {
        var id = session.signIn();
        session.server(id).keep(pep, session.core);
        pep.tell(events -> hear(session, id, events));
        goes(session);
        comes(session);
        return id;
    }

    private static void hear(ScriptedSession session, AccountId id, List<XmppEvent> events) {
        session.on(
                id,
                server -> {
                    if (server.isUp()) {
                        server.say(events.toArray(XmppEvent[]::new));
                    }
                });
    }

    private ScriptedSession restarted(ScriptedSession session) {
        goes(session);
        var again = new ScriptedSession(session);
        again.accounts.connectAll();
        again.server(account).keep(pep, again.core);
        pep.tell(events -> hear(again, account, events));
        comes(again);
        return again;
    }

    private static void goes(ScriptedSession session) {
        var lost = ConnectionProblem.Kind.CONNECTION_LOST;
        session.servers.values().forEach(it -> session.core.execute(() -> it.lost(lost)));
        session.servers.values().forEach(ScriptedLink::takeSent);
    }

    private static void comes(ScriptedSession session) {
        session.servers.values().forEach(it -> session.core.execute(() -> it.signedIn(false)));
    }
}
