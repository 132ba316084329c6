package kith.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.model.Availability;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.ui.room.OccupantRow.Person;
import kith.ui.room.OccupantRow.Section;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class OccupantsViewModelTest {

    private final ImmediateLane lane = new ImmediateLane();
    private final Cell<List<Occupant>> occupants = new Cell<>(lane, List.of());
    private final OccupantsViewModel model = new OccupantsViewModel(occupants, lane);

    @Test
    void standInSectionsByRole() {
        tell(
                who("paperplane", Role.VISITOR, Availability.AVAILABLE),
                who("Tom", Role.PARTICIPANT, Availability.AVAILABLE),
                who("Priya", Role.MODERATOR, Availability.AWAY));
        assertThat(names())
                .containsExactly(
                        "MODERATOR 1", "Priya", "PARTICIPANT 1", "Tom", "VISITOR 1", "paperplane");
    }

    @Test
    void theMostPresentComeFirstThenByNick() {
        tell(
                who("zoe", Role.PARTICIPANT, Availability.AVAILABLE),
                who("Adam", Role.PARTICIPANT, Availability.BUSY),
                who("Yara", Role.PARTICIPANT, Availability.AVAILABLE));
        assertThat(names()).containsExactly("PARTICIPANT 3", "Yara", "zoe", "Adam");
    }

    @Test
    void anEmptyRoomHasNoSections() {
        tell();
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void fiveThousandAreShown() {
        tell(
                IntStream.range(0, 5_000)
                        .mapToObj(i -> who("nick " + i, Role.PARTICIPANT, Availability.AVAILABLE))
                        .toArray(Occupant[]::new));
        assertThat(model.rows()).hasSize(5_001);
    }

    @Test
    void closedItFollowsNobody() {
        model.close();
        tell(who("Tom", Role.PARTICIPANT, Availability.AVAILABLE));
        assertThat(model.rows()).isEmpty();
    }

    private void tell(Occupant... all) {
        lane.execute(() -> occupants.set(List.of(all)));
    }

    private List<String> names() {
        return model.rows().stream()
                .map(
                        row ->
                                switch (row) {
                                    case Section(Role role, int count) -> role + " " + count;
                                    case Person(Occupant occupant) -> occupant.nick();
                                })
                .toList();
    }

    private static Occupant who(String nick, Role role, Availability availability) {
        return new Occupant(
                nick,
                role,
                Affiliation.NONE,
                Optional.empty(),
                new Presence(availability, ""),
                false);
    }
}
