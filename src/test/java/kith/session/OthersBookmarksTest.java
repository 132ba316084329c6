package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;

/// Bookmarks that another client has written, and such as nobody should have written.
class OthersBookmarksTest extends BookmarksFixture {

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
}
