package kith.session;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.RoomNotice;
import kith.model.RoomNotice.Moves;
import kith.model.RoomNotice.Succeeded;
import kith.model.RoomTraits.Trait;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether who has a nick in a room is who had it before, as far as the room says (H20).
class OccupantVisitsTest extends RoomNoticesFixture {

    @Test
    void whoLeavesAndComesAgainDidNeither() {
        var tom = JidCreate.bareFromOrThrowUnchecked("tom@hearth.example");
        put(occupant("Tom", Optional.of(tom), Optional.empty()));
        leave("Tom");
        put(occupant("Tom", Optional.of(tom), Optional.empty()));
        come("Jonas");
        leave("Jonas");
        assertThat(notices()).isEmpty();
        assertThat(visit("Tom")).isZero();
    }

    @Test
    void h20WhoHasTheIdOfWhoLeftIsTheSame() {
        says(Set.of(Trait.OCCUPANT_IDS), Set.of());
        put(occupant("Tom", Optional.empty(), Optional.of("id-tom")));
        leave("Tom");
        put(occupant("Tom", Optional.empty(), Optional.of("id-tom")));
        assertThat(notices()).isEmpty();
        assertThat(visit("Tom")).isZero();
        leave("Tom");
        put(occupant("Tom", Optional.empty(), Optional.of("id-eve")));
        assertThat(notices())
                .satisfiesExactly(
                        it -> assertThat(((Moves) it).left().first()).containsExactly("Tom"),
                        it -> isSucceeded(it, "Tom", true));
        assertThat(visit("Tom")).isPositive();
    }

    /// Where the room doesn't announce ids, they are whatever their senders say.
    @Test
    void h20AnIdForWhichTheRoomDoesNotVouchIsNobodys() {
        put(occupant("Tom", Optional.empty(), Optional.of("id-tom")));
        leave("Tom");
        put(occupant("Tom", Optional.empty(), Optional.of("id-tom")));
        assertThat(notices()).last().satisfies(it -> isSucceeded(it, "Tom", false));
    }

    @Test
    void h20WhoHasANickOfWhichNothingIsKnownMayBeAnother() {
        leave("Tom");
        come("Tom");
        assertThat(notices())
                .satisfiesExactly(
                        it -> assertThat(((Moves) it).left().first()).containsExactly("Tom"),
                        it -> isSucceeded(it, "Tom", false));
        int second = visit("Tom");
        assertThat(second).isPositive();
        leave("Tom");
        assertThat(notices())
                .as("who came is gone")
                .singleElement()
                .satisfies(it -> assertThat(((Moves) it).left().count()).isEqualTo(1));
        come("Tom");
        assertThat(visit("Tom")).isGreaterThan(second);
    }

    /// Also when something was said in between.
    @Test
    void h20WhoLeftLongAgoIsRemembered() {
        leave("Tom");
        session.say(account, session.incoming.inRoom("Priya", "p-1", "hello", false));
        come("Tom");
        assertThat(notices()).last().satisfies(it -> isSucceeded(it, "Tom", false));
    }

    /// Nobody tells what happened meanwhile.
    @Test
    void h20WhoIsThereWhenWeComeBackMayBeAnother() {
        session.on(account, server -> server.signedIn(false));
        come("Priya", "Tom");
        enter("Mara");
        assertThat(notices()).isEmpty();
        assertThat(visit("Tom")).isPositive();
    }

    @Test
    void h20WhoTakesTheNickThatWeHadIsAnother() {
        rename("Mara", "M");
        come("Mara");
        assertThat(notices()).last().satisfies(it -> isSucceeded(it, "Mara", true));
    }

    @Test
    void h20WhoRenamesThemselvesToSomebodyWhoLeftIsAnother() {
        int first = visit("Tom");
        leave("Tom");
        rename("Priya", "Tom");
        assertThat(visit("Tom")).isNotEqualTo(first);
    }

    @Test
    void h20WhatWasHeardBelongsToWhoWasThere() {
        session.say(account, session.incoming.inRoom("Tom", "t-1", "I am Tom", false));
        leave("Tom");
        come("Tom");
        session.say(account, session.incoming.inRoom("Tom", "t-2", "so am I", false));
        var said = session.timelines.open(key).timeline().get().messages();
        assertThat(said).hasSize(2);
        var first = session.rooms.saidIn().of(said.getFirst().key());
        assertThat(first).hasValue(0);
        assertThat(session.rooms.saidIn().of(said.getLast().key())).isPresent().isNotEqualTo(first);
    }

    private int visit(String nick) {
        return session.rooms.occupants(key).get().stream()
                .filter(it -> it.nick().equals(nick))
                .mapToInt(Occupant::visit)
                .findFirst()
                .orElseThrow();
    }

    private static void isSucceeded(RoomNotice notice, String nick, boolean isCertain) {
        var succeeded = (Succeeded) notice;
        assertThat(succeeded.who().first()).containsExactly(nick);
        assertThat(succeeded.isCertain()).isEqualTo(isCertain);
    }

    private static Occupant occupant(String nick, Optional<BareJid> address, Optional<String> id) {
        return new Occupant(
                nick,
                Role.PARTICIPANT,
                Affiliation.NONE,
                address,
                Presence.AVAILABLE,
                false,
                id,
                List.of());
    }
}
