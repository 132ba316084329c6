package kith.model;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.OccupantChanges.Change;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

class OccupantChangesTest {

    private final Occupant priya = who("Priya", Availability.AVAILABLE);
    private final Occupant tom = who("Tom", Availability.AVAILABLE);
    private final Occupant yara = who("Yara", Availability.AVAILABLE);

    @Test
    void whoLeftChangedAndCame() {
        var away = who("Tom", Availability.AWAY);
        var changes = OccupantChanges.between(List.of(priya, tom), List.of(away, yara));
        assertThat(changes)
                .isEqualTo(
                        new OccupantChanges(
                                List.of(priya), List.of(new Change(tom, away)), List.of(yara)));
        assertThat(changes.count()).isEqualTo(3);
    }

    @Test
    void whoIsTheSameHasNotChanged() {
        var changes =
                OccupantChanges.between(
                        List.of(priya, tom), List.of(priya, who("Tom", Availability.AVAILABLE)));
        assertThat(changes.count()).isZero();
    }

    @Test
    void whoLeftAndCameAgainStandsLast() {
        var changes = OccupantChanges.between(List.of(priya, tom, yara), List.of(priya, yara, tom));
        assertThat(changes).isEqualTo(new OccupantChanges(List.of(tom), List.of(), List.of(tom)));
    }

    /// Whatever the order: who was there without who is gone, with who came, and with who changed
    /// as they are now, is who is there.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theyLeadFromOneToTheOther(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var before = some(random);
            var now = some(random);
            var changes = OccupantChanges.between(before, now);
            var there = new LinkedHashMap<String, Occupant>();
            before.forEach(each -> there.put(each.nick(), each));
            changes.gone().forEach(each -> there.remove(each.nick(), each));
            changes.changed()
                    .forEach(each -> there.replace(each.now().nick(), each.before(), each.now()));
            changes.added().forEach(each -> assertThat(there.put(each.nick(), each)).isNull());
            assertThat(there.values()).containsExactlyInAnyOrderElementsOf(now);
        }
    }

    private static List<Occupant> some(Random random) {
        var nicks = new ArrayList<>(IntStream.range(0, 12).boxed().toList());
        if (random.nextBoolean()) {
            Collections.shuffle(nicks, random);
        }
        return nicks.stream()
                .filter(nick -> random.nextInt(3) > 0)
                .map(
                        nick ->
                                who(
                                        "nick " + nick,
                                        random.nextBoolean()
                                                ? Availability.AVAILABLE
                                                : Availability.AWAY))
                .toList();
    }

    private static Occupant who(String nick, Availability availability) {
        return new Occupant(
                nick,
                Role.PARTICIPANT,
                Affiliation.NONE,
                Optional.empty(),
                new Presence(availability, ""),
                false);
    }
}
