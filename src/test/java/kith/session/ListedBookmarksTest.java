package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Room;
import kith.model.RoomState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Rooms that are bookmarked are listed, entered or not.
class ListedBookmarksTest extends BookmarksFixture {

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
}
