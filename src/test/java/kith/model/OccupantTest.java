package kith.model;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.RoomTraits.Trait;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// What is believed of somebody in a room.
class OccupantTest {

    private static final Hat HAT = new Hat("urn:hats:host", "Host");

    private final Occupant priya =
            new Occupant(
                    "Priya",
                    Role.PARTICIPANT,
                    Affiliation.NONE,
                    Optional.empty(),
                    Presence.AVAILABLE,
                    false,
                    Optional.of("id-1"),
                    List.of(HAT));

    /// H20: where the room doesn't vouch for it, they say it themselves.
    @Test
    void h20BelievedIsWhatTheRoomVouchesFor() {
        var byId = priya.believing(RoomTraits.of(Trait.OCCUPANT_IDS));
        assertThat(byId.occupantId()).contains("id-1");
        assertThat(byId.hats()).isEmpty();
        var byHats = priya.believing(RoomTraits.of(Trait.HATS));
        assertThat(byHats.occupantId()).isEmpty();
        assertThat(byHats.hats()).containsExactly(HAT);
    }

    /// What shows a crowd looks only at those who are other objects than before.
    @Test
    void whoIsBelievedInAllIsTheVerySame() {
        var room = RoomTraits.of(Trait.OCCUPANT_IDS, Trait.HATS);
        assertThat(priya.believing(room)).isSameAs(priya);
        var plain = priya.believing(RoomTraits.UNKNOWN);
        assertThat(plain.believing(RoomTraits.UNKNOWN)).isSameAs(plain);
    }
}
