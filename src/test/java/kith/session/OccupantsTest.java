package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Hat;
import kith.model.Occupant;
import kith.model.Presence;
import kith.model.RoomTraits;
import kith.model.RoomTraits.Trait;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// Who is in a room with us, as far as the room vouches for it.
class OccupantsTest extends RoomsFixture {

    @Test
    void followsWhoComesGoesAndIsRenamed() {
        join();
        enter("Mara");
        session.say(
                account,
                new XmppEvent.OccupantChanged(ROOM, occupant("Priya", false)),
                new XmppEvent.OccupantChanged(ROOM, occupant("Tom", false)),
                new XmppEvent.OccupantRenamed(ROOM, "Tom", "Tom O"),
                new XmppEvent.OccupantLeft(ROOM, "Priya"),
                new XmppEvent.OccupantRenamed(ROOM, "Mara", "Mara L"));

        assertThat(session.rooms.occupants(key).get())
                .extracting(Occupant::nick)
                .containsExactlyInAnyOrder("Tom O", "Mara L");
        assertThat(room().nick()).isEqualTo("Mara L");
    }

    /// XEP-0421 §3.3, XEP-0317 §2: any other room lets through what they say of themselves (H20).
    @Test
    void whatOccupantsSayOfThemselvesIsBelievedOnlyWhereTheRoomVouchesForIt() {
        join();
        enter("Mara");
        var priya = new Hat("urn:hats:host", "Host");
        session.say(
                account, new XmppEvent.OccupantChanged(ROOM, wearing("Priya", "id-priya", priya)));
        assertThat(occupant("Priya").occupantId()).isEmpty();
        assertThat(occupant("Priya").hats()).isEmpty();
        assertThat(occupant("Priya").colorKey()).isEqualTo("Priya");

        session.say(account, described(RoomTraits.of(Trait.OCCUPANT_IDS)));
        assertThat(occupant("Priya").occupantId()).contains("id-priya");
        assertThat(occupant("Priya").hats()).isEmpty();
        assertThat(occupant("Priya").colorKey()).isEqualTo("id-priya");

        session.say(account, described(RoomTraits.of(Trait.OCCUPANT_IDS, Trait.HATS)));
        assertThat(occupant("Priya").hats()).containsExactly(priya);

        session.say(account, new XmppEvent.OccupantRenamed(ROOM, "Priya", "Priya N"));
        assertThat(occupant("Priya N").occupantId()).contains("id-priya");
        assertThat(occupant("Priya N").hats()).containsExactly(priya);
    }

    private static XmppEvent described(RoomTraits traits) {
        return new XmppEvent.RoomDescribed(ROOM, traits);
    }

    private Occupant occupant(String nick) {
        return session.rooms.occupants(key).get().stream()
                .filter(each -> each.nick().equals(nick))
                .findFirst()
                .orElseThrow();
    }

    private static Occupant wearing(String nick, String id, Hat... hats) {
        return new Occupant(
                nick,
                Occupant.Role.PARTICIPANT,
                Occupant.Affiliation.NONE,
                Optional.empty(),
                Presence.AVAILABLE,
                false,
                Optional.of(id),
                List.of(hats));
    }
}
