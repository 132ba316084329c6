package kith.session.room;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Availability;
import kith.model.ChatKey;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.Room;
import kith.model.RoomState;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Optional;

/// Who is told apart of those who have a nick in a room one after the other.
class RoomVisitTest {

    private static final ChatKey ROOM =
            new ChatKey(
                    new AccountId(1),
                    JidCreate.bareFromOrThrowUnchecked("darkroom@rooms.hearth.example"));

    private final RoomVisit visit =
            new RoomVisit(new Room(ROOM, "darkroom", "Mara", RoomState.LEFT, "", 0));

    /// Whoever is there when the room is asked again may be somebody else, also where it had said
    /// nothing for so long that those who are there weren't shown.
    @Test
    void whoWasThereBeforeTheRoomFellSilentIsToldApart() {
        visit.ask("Mara", Optional.empty());
        assertThat(comes().newcomer()).isEqualTo(Newcomer.FIRST);
        visit.state(new RoomState.Refused(Refusal.of(Refusal.Reason.TIMED_OUT)));
        assertThat(visit.occupants()).isEmpty();
        visit.askAgain();
        assertThat(comes().newcomer()).isEqualTo(Newcomer.UNKNOWN);
        assertThat(visit.occupant("Tom").map(Occupant::visit)).contains(1);
    }

    private RoomVisit.Entry comes() {
        return visit.put(
                new Occupant(
                        "Tom",
                        Role.PARTICIPANT,
                        Affiliation.NONE,
                        Optional.empty(),
                        new Presence(Availability.AVAILABLE, ""),
                        false));
    }
}
