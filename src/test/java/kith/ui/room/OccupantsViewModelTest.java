package kith.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.collections.ListChangeListener;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.impl.JidCreate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class OccupantsViewModelTest {

    private final ImmediateLane lane = new ImmediateLane();
    private final Cell<List<Occupant>> occupants = new Cell<>(lane, List.of());
    private final OccupantsViewModel model = new OccupantsViewModel(occupants, lane, lane);

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
    void moreThanTwentyAreSearched() {
        tell(people(20));
        assertThat(model.searchedProperty().get()).isFalse();
        tell(people(21));
        assertThat(model.searchedProperty().get()).isTrue();
        model.filterProperty().set("nick");
        tell(people(3));
        assertThat(model.searchedProperty().get()).as("as long as something is sought").isTrue();
        model.filterProperty().set("");
        assertThat(model.searchedProperty().get()).isFalse();
    }

    @Test
    void areFoundByNickAndAddress() {
        tell(
                who("Zoé Tom", Role.MODERATOR, Availability.AVAILABLE),
                at("tom@hearth.example", who("TK", Role.PARTICIPANT, Availability.AVAILABLE)),
                who("Priya", Role.PARTICIPANT, Availability.AVAILABLE));
        model.filterProperty().set(" TO");
        assertThat(names()).containsExactly("MODERATOR 1", "Zoé Tom", "PARTICIPANT 1", "TK");
        model.filterProperty().set("tom@");
        assertThat(names()).containsExactly("PARTICIPANT 1", "TK");
        model.filterProperty().set("tom");
        assertThat(names()).containsExactly("MODERATOR 1", "Zoé Tom", "PARTICIPANT 1", "TK");
        tell(
                who("Zoé", Role.MODERATOR, Availability.AVAILABLE),
                who("Tomás", Role.VISITOR, Availability.AVAILABLE));
        assertThat(names()).as("who came meanwhile").containsExactly("VISITOR 1", "Tomás");
        model.filterProperty().set("x");
        assertThat(names()).isEmpty();
        model.filterProperty().set("");
        assertThat(names()).containsExactly("MODERATOR 1", "Zoé", "VISITOR 1", "Tomás");
    }

    private static Occupant[] people(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> who("nick " + i, Role.PARTICIPANT, Availability.AVAILABLE))
                .toArray(Occupant[]::new);
    }

    private static Occupant at(String address, Occupant who) {
        return new Occupant(
                who.nick(),
                who.role(),
                who.affiliation(),
                Optional.of(JidCreate.bareFromOrThrowUnchecked(address)),
                who.presence(),
                who.isMe());
    }

    @Test
    void fiveThousandAreShown() {
        tell(
                IntStream.range(0, 5_000)
                        .mapToObj(i -> who("nick " + i, Role.PARTICIPANT, Availability.AVAILABLE))
                        .toArray(Occupant[]::new));
        assertThat(model.rows()).hasSize(5_001);
    }

    /// However a crowd comes, goes and changes, the rows are those that all of them sorted anew
    /// make, and who stays is not taken out and put in again.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aCrowdThatChangesIsInOrder(long seed) {
        var random = new Random(seed);
        var people = new LinkedHashMap<String, Occupant>();
        for (int i = 0; i < 300; i++) {
            put(people, "nick " + i, random);
        }
        tell(people.values().toArray(Occupant[]::new));
        for (int round = 0; round < 60; round++) {
            for (int change = random.nextInt(6); change >= 0; change--) {
                var nick = "nick " + random.nextInt(330);
                if (random.nextBoolean()) {
                    put(people, nick, random);
                } else {
                    people.remove(nick);
                }
            }
            var before = List.copyOf(model.rows());
            var added = new ArrayList<OccupantRow>();
            ListChangeListener<OccupantRow> listener = change -> note(change, added);
            model.rows().addListener(listener);
            tell(people.values().toArray(Occupant[]::new));
            model.rows().removeListener(listener);
            assertThat(model.rows()).isEqualTo(sorted(people.values()));
            assertThat(added).as("rows put in").doesNotContainAnyElementsOf(before);
        }
    }

    private static void note(
            ListChangeListener.Change<? extends OccupantRow> change, List<OccupantRow> added) {
        while (change.next()) {
            if (!change.wasPermutated()) {
                added.addAll(change.getAddedSubList());
            }
        }
    }

    private void put(Map<String, Occupant> people, String nick, Random random) {
        var roles = Role.values();
        people.put(
                nick,
                who(
                        nick,
                        roles[random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(2)],
                        random.nextBoolean() ? Availability.AVAILABLE : Availability.AWAY));
    }

    private List<OccupantRow> sorted(Collection<Occupant> people) {
        var fresh = new OccupantsViewModel(new Cell<>(lane, List.copyOf(people)), lane, lane);
        return List.copyOf(fresh.rows());
    }

    @Test
    void manyAreSortedElsewhereAndWhoComesMeanwhileFollows() {
        var work = new ArrayDeque<Runnable>();
        var crowded = new OccupantsViewModel(occupants, work::add, lane);
        var first = List.of(people(2_000));
        lane.execute(() -> occupants.set(first));
        assertThat(crowded.rows()).isEmpty();

        var then = new ArrayList<>(first.subList(1, first.size()));
        then.set(0, who(then.getFirst().nick(), Role.MODERATOR, Availability.AWAY));
        then.add(who("Priya", Role.MODERATOR, Availability.AVAILABLE));
        lane.execute(() -> occupants.set(List.copyOf(then)));
        assertThat(crowded.rows()).isEmpty();

        work.remove().run();
        assertThat(crowded.rows()).isEqualTo(sorted(then));
        lane.execute(() -> occupants.set(List.of(people(3))));
        assertThat(crowded.rows()).isEqualTo(sorted(List.of(people(3))));
        assertThat(work).as("so few are sorted at once").isEmpty();
    }

    /// All moderators gone, and one again.
    @Test
    void aSectionGoesWithItsLastAndComesWithItsFirst() {
        var many =
                IntStream.range(0, 50)
                        .mapToObj(i -> who("nick " + i, Role.PARTICIPANT, Availability.AVAILABLE))
                        .toList();
        var priya = who("Priya", Role.MODERATOR, Availability.AVAILABLE);
        tell(Stream.concat(many.stream(), Stream.of(priya)).toArray(Occupant[]::new));
        assertThat(names()).startsWith("MODERATOR 1", "Priya", "PARTICIPANT 50");
        tell(many.toArray(Occupant[]::new));
        assertThat(names()).startsWith("PARTICIPANT 50", "nick 0");
        tell(Stream.concat(many.stream(), Stream.of(priya)).toArray(Occupant[]::new));
        assertThat(names()).startsWith("MODERATOR 1", "Priya", "PARTICIPANT 50");
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
