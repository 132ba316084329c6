package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The old list of bookmarks (XEP-0048): taken over once, or kept where there is nothing better.
class OlderBookmarksTest extends BookmarksFixture {

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

    private static String conference(String address) {
        return "<conference jid='%s' autojoin='true'/>".formatted(address);
    }
}
