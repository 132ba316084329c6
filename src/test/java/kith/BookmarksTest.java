package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.LabUser;
import kith.lab.ServerKind;
import kith.model.Room;
import kith.model.RoomState;
import kith.xmpp.Xml;

import org.jivesoftware.smack.packet.IQ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/// The user's rooms on two devices of one account, on real servers (XEP-0402, XEP-0048).
@ParameterizedClass
@EnumSource
class BookmarksTest extends FriendsFixture {

    private static final String EXTENSION =
            "<state xmlns='http://myclient.example/bookmark/state' minimized='true'/>";

    private final ServerKind kind;

    BookmarksTest(ServerKind kind) {
        super(kind, "marked");
        this.kind = kind;
    }

    @Test
    void roomsAreEnteredAndLeftOnBothAlsoAfterBeingAway() {
        var desk = user("Anna", anna, "desk");
        var lap = user("Anna", anna, "lap");
        desk.enter(room);
        lap.kith().awaitJoined(lap.chat(room));

        lap.kith().session().rooms().leave(lap.chat(room));
        awaitLeft(desk);

        desk.enter(room);
        lap.kith().awaitJoined(lap.chat(room));
        desk.go();
        lap.kith().session().rooms().leave(lap.chat(room));
        await("it is told")
                .atMost(RunningKith.PATIENCE)
                .until(() -> kept().contains("autojoin='false'"));
        desk.come();
        awaitLeft(desk);

        var accounts = lap.kith().session().accounts();
        desk.enter(room);
        lap.kith().awaitJoined(lap.chat(room));
        accounts.disconnect(lap.chat(room).account());
        lap.kith().session().rooms().leave(lap.chat(room));
        lap.go();
        lap.come();
        awaitLeft(desk);
        awaitLeft(lap);
    }

    @Test
    void whatIsForgottenIsGoneOnBoth() {
        var desk = user("Anna", anna, "desk");
        var lap = user("Anna", anna, "lap");
        desk.enter(room);
        lap.kith().awaitJoined(lap.chat(room));
        desk.kith().session().roomServices().bookmarks().forget(desk.chat(room));
        awaitLeft(lap);
        awaitLeft(desk);
        await("nothing is kept")
                .atMost(RunningKith.PATIENCE)
                .until(() -> !kept().contains("<conference"));
        lap.go();
        lap.come();
        await("nor known")
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                lap.kith()
                                        .session()
                                        .roomServices()
                                        .bookmarks()
                                        .rooms()
                                        .get()
                                        .isEmpty());
        awaitLeft(lap);
    }

    @Test
    void aRoomThatAnotherClientHasOnlyBookmarkedIsListedAndEntered() {
        var desk = user("Anna", anna, "desk");
        askAsAnother(
                """
                <iq type='set' id='b'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
                <publish node='urn:xmpp:bookmarks:1'><item id='%s'>
                <conference xmlns='urn:xmpp:bookmarks:1' name='Mine'/></item>
                </publish></pubsub></iq>
                """
                        .formatted(room));
        awaitListed(desk, "Mine");
        desk.kith().session().roomServices().bookmarks().enterNew(desk.chat(room));
        desk.kith().awaitJoined(desk.chat(room));
        assertThat(listed(desk)).hasSize(1);
    }

    @Test
    void aRoomThatWasNeverEnteredIsListedUntilItIsTakenOut() {
        var desk = user("Anna", anna, "desk");
        var lap = user("Anna", anna, "lap");
        askAsAnother(
                """
                <iq type='set' id='b'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
                <publish node='urn:xmpp:bookmarks:1'><item id='%s'>
                <conference xmlns='urn:xmpp:bookmarks:1' name='Mine'/></item>
                </publish></pubsub></iq>
                """
                        .formatted(room));
        awaitListed(lap, "Mine");
        awaitListed(desk, "Mine");
        desk.kith().session().roomServices().bookmarks().forget(desk.chat(room));
        await("nothing is kept")
                .atMost(RunningKith.PATIENCE)
                .until(() -> !kept().contains("<conference"));
        if (kind == ServerKind.EJABBERD) {
            lap.go(); // ejabberd 23.01 tells nobody that an item was taken out
            lap.come();
        }
        await("it is gone")
                .atMost(RunningKith.PATIENCE)
                .until(() -> listed(lap).isEmpty() && listed(desk).isEmpty());
    }

    private static void awaitListed(KithUser device, String name) {
        await(name).atMost(RunningKith.PATIENCE).until(() -> listed(device).contains(name));
    }

    private static List<String> listed(KithUser device) {
        return device.kith().session().roomServices().listed().all().get().stream()
                .map(Room::name)
                .toList();
    }

    @Test
    void whatAnotherClientHasWrittenStays() {
        askAsAnother(
                """
                <iq type='set' id='b'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
                <publish node='urn:xmpp:bookmarks:1'><item id='%s'>
                <conference xmlns='urn:xmpp:bookmarks:1' name='Mine' autojoin='1'>
                <nick>Annie</nick><extensions>%s</extensions></conference></item>
                </publish></pubsub></iq>
                """
                        .formatted(room, EXTENSION));
        var desk = user("Anna", anna, "desk");
        desk.kith().awaitJoined(desk.chat(room));
        assertThat(desk.kith().session().rooms().room(desk.chat(room)).get().map(Room::nick))
                .contains("Annie");
        desk.kith().session().rooms().leave(desk.chat(room));
        await("it is told")
                .atMost(RunningKith.PATIENCE)
                .until(() -> kept().contains("autojoin='false'"));
        assertThat(kept()).contains("name='Mine'", "Annie", "minimized='true'");
    }

    /// Prosody has them in both places by itself, ejabberd 23.01 leaves that to us.
    @Test
    void olderBookmarksCount() {
        askAsAnother(
                """
                <iq type='set' id='b'><query xmlns='jabber:iq:private'>
                <storage xmlns='storage:bookmarks'>
                <conference jid='%s' name='Old' autojoin='true'><nick>Annie</nick></conference>
                </storage></query></iq>
                """
                        .formatted(room));
        var desk = user("Anna", anna, "desk");
        desk.kith().awaitJoined(desk.chat(room));
        await("it is taken over")
                .atMost(RunningKith.PATIENCE)
                .until(() -> kept().contains("name='Old'"));
        desk.kith().session().roomServices().bookmarks().forget(desk.chat(room));
        awaitLeft(desk);
        await("nothing is kept")
                .atMost(RunningKith.PATIENCE)
                .until(() -> !kept().contains("<conference"));
        desk.go();
        desk.come();
        desk.enter(server().newRoomAddress("other")); // by then all was read
        assertThat(kept()).as("it doesn't come back").doesNotContain("name='Old'");
        var lap = user("Anna", anna, "lap");
        lap.enter(server().newRoomAddress("third"));
        await("what this one enters is told after all was read")
                .atMost(RunningKith.PATIENCE)
                .until(() -> kept().contains("third"));
        assertThat(kept()).as("nor by a second device").doesNotContain("name='Old'");
        assertThat(lap.kith().session().rooms().room(lap.chat(room)).get()).isEmpty();
    }

    private void awaitLeft(KithUser device) {
        await("out of it")
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                device.kith()
                                        .session()
                                        .rooms()
                                        .room(device.chat(room))
                                        .get()
                                        .map(Room::state)
                                        .filter(RoomState.Left.class::isInstance)
                                        .isPresent());
    }

    private String kept() {
        return askAsAnother(
                """
                <iq type='get' id='b'><pubsub xmlns='http://jabber.org/protocol/pubsub'>
                <items node='urn:xmpp:bookmarks:1'/></pubsub></iq>
                """);
    }

    private String askAsAnother(String request) {
        try (var other = LabUser.signIn(server(), anna)) {
            return other.ask(Xml.stanza(IQ.class, request)).toXML().toString();
        }
    }
}
