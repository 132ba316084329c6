package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.RoomNotice;
import kith.model.RoomNotice.AffiliationChanged;
import kith.model.RoomNotice.Moves;
import kith.model.RoomNotice.Removed;
import kith.model.RoomNotice.Renamed;
import kith.model.RoomNotice.RoleChanged;
import kith.model.RoomState;
import kith.model.RoomState.Cause;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Optional;

/// What happens to people in rooms.
class RoomNoticesTest extends RoomNoticesFixture {

    @Test
    void whoIsThereBeforeUsIsNoNews() {
        assertThat(notices()).isEmpty();
    }

    @Test
    void whoComesAndLeavesIsFoldedUntilSomethingIsSaid() {
        come("Jonas", "Layla");
        leave("Tom");
        assertThat(notices())
                .singleElement()
                .satisfies(
                        only -> {
                            var moves = (Moves) only;
                            assertThat(moves.came().first()).containsExactly("Jonas", "Layla");
                            assertThat(moves.left().first()).containsExactly("Tom");
                        });
        session.say(account, session.incoming.inRoom("Priya", "p-1", "hello", false));
        leave("Jonas");
        assertThat(notices()).extracting(RoomNotice::number).containsExactly(0L, 1L);
        assertThat(((Moves) notices().getLast()).left().first()).containsExactly("Jonas");
    }

    @Test
    void nothingOfItIsStored() {
        come("Jonas");
        leave("Tom");
        assertThat(session.timelines.open(key).timeline().get().messages()).isEmpty();
    }

    @Test
    void whoIsPutOutIsToldApart() {
        var how = new RoomState.Removed(Cause.KICKED, "Priya", "off topic");
        come("Jonas");
        session.say(account, new XmppEvent.OccupantRemoved(ROOM, "Tom", how));
        leave("Jonas");
        assertThat(notices())
                .hasSize(3)
                .element(1)
                .satisfies(
                        it -> {
                            assertThat(((Removed) it).nick()).isEqualTo("Tom");
                            assertThat(((Removed) it).how()).isEqualTo(how);
                        });
        assertThat(session.rooms.occupants(key).get()).noneMatch(it -> it.nick().equals("Tom"));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTION_LOST", "SERVICE_SHUTDOWN"})
    void whoIsOutByNobodysWishHasLeft(Cause cause) {
        var how = new RoomState.Removed(cause, "", "");
        session.say(account, new XmppEvent.OccupantRemoved(ROOM, "Tom", how));
        assertThat(notices()).singleElement().isInstanceOf(Moves.class);
    }

    @Test
    void otherStandingIsTold() {
        put(occupant("Tom", Role.VISITOR, Affiliation.NONE));
        put(occupant("Tom", Role.MODERATOR, Affiliation.ADMIN));
        assertThat(notices()).hasSize(2);
        assertThat(notices().getFirst()).isInstanceOf(RoleChanged.class);
        assertThat(notices().getLast())
                .as("the role goes with it")
                .isInstanceOf(AffiliationChanged.class);
        put(occupant("Tom", Role.MODERATOR, Affiliation.ADMIN));
        assertThat(notices()).as("the same again").hasSize(2);
    }

    /// Also somebody who has come just now is known under both nicks.
    @Test
    void whoIsCalledOtherwiseIsToldWhereTheyAreKnown() {
        come("Jonas");
        rename("Jonas", "Jon");
        leave("Jon");
        rename("Mara", "M");
        assertThat(notices())
                .hasSize(4)
                .satisfies(
                        all -> {
                            var theirs = (Renamed) all.get(1);
                            assertThat(theirs.from()).isEqualTo("Jonas");
                            assertThat(theirs.to()).isEqualTo("Jon");
                            assertThat(theirs.isMe()).isFalse();
                            assertThat(((Moves) all.get(2)).left().first()).containsExactly("Jon");
                            assertThat(((Renamed) all.get(3)).isMe()).isTrue();
                        });
        rename("Nobody", "Somebody");
        rename("Tom", "Tom");
        assertThat(notices()).as("nobody is called otherwise").hasSize(4);
    }

    @Test
    void h18WhatARoomSaysOfNicksBeforeItLetsUsInIsNoNews() {
        session.rooms.leave(key);
        join();
        come("Tom");
        rename("Tom", "Thomas");
        assertThat(notices()).isEmpty();
    }

    @Test
    void anotherSessionTellsNobodyAgain() {
        session.on(account, server -> server.signedIn(false));
        come("Priya", "Tom", "Jonas");
        enter("Mara");
        assertThat(notices()).isEmpty();
    }

    @Test
    void onlyTheNewestAreKept() {
        for (int i = 0; i < 150; i++) {
            var how = new RoomState.Removed(Cause.KICKED, "Priya", String.valueOf(i));
            come("Nobody " + i);
            session.say(account, new XmppEvent.OccupantRemoved(ROOM, "Nobody " + i, how));
        }
        assertThat(notices()).hasSize(100);
        assertThat(((Removed) notices().getLast()).how().reason()).isEqualTo("149");
    }

    private static Occupant occupant(String nick, Role role, Affiliation affiliation) {
        return new Occupant(nick, role, affiliation, Optional.empty(), Presence.AVAILABLE, false);
    }
}
