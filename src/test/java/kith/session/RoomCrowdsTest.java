package kith.session;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.model.RoomNotice.Moves;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// A crowd in a room, or one that comes and leaves, is counted, and shown a few times a second.
class RoomCrowdsTest extends RoomNoticesFixture {

    @Test
    void aCrowdIsCountedAndShownAFewTimesASecond() {
        come(IntStream.range(0, 3_000).mapToObj(i -> "Person " + i).toArray(String[]::new));
        session.pass(Duration.ofSeconds(1));
        var moves = (Moves) notices().getFirst();
        assertThat(moves.came().count()).isEqualTo(3_000);
        assertThat(moves.came().first()).hasSize(3);
        assertThat(session.rooms.occupants(key).get()).hasSize(3_003);

        leave("Person 1");
        leave("Person 2");
        session.pass(Duration.ofMillis(50));
        assertThat(session.rooms.occupants(key).get()).as("shown just now").hasSize(3_002);
        session.pass(Duration.ofMillis(50));
        assertThat(session.rooms.occupants(key).get()).hasSize(3_001);
    }

    /// For half a minute, among a thousand others.
    @Test
    void twoHundredWhoComeAndLeaveEachSecondAreOneLine() {
        come(people("Guest", 1_000));
        session.pass(Duration.ofSeconds(1));
        session.say(account, session.incoming.inRoom("Priya", "p-1", "doors open", false));
        var told = new AtomicInteger();
        try (var _ =
                session.notices.of(key).watch(new ImmediateLane(), any -> told.incrementAndGet())) {
            told.set(0);
            for (int tenth = 0; tenth < 300; tenth++) {
                come(people("Passer-by " + tenth, 20));
                leave(people("Passer-by " + (tenth - 20), 20));
                session.pass(Duration.ofMillis(100));
            }
        }
        assertThat(told.get()).as("times it was shown").isBetween(1, 301);
        assertThat(notices()).hasSize(2);
        var moves = (Moves) notices().getLast();
        assertThat(moves.came().count() - moves.left().count()).as("who stayed").isEqualTo(400);
        assertThat(moves.came().count()).isLessThanOrEqualTo(6_000);
        assertThat(moves.came().first()).hasSize(3);
        session.say(account, session.incoming.inRoom("Priya", "p-2", "good night", false));
        leave("Guest 1");
        session.pass(Duration.ofMillis(100));
        assertThat(notices()).hasSize(3);
        assertThat(notices().get(1)).as("the line stays as it was").isEqualTo(moves);
    }

    private static String[] people(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + " " + i).toArray(String[]::new);
    }

    @Test
    void aCrowdThatIsToldBeforeUsShowsAtOnceWithUs() {
        session.rooms.leave(key);
        join();
        IntStream.range(0, 600).forEach(i -> come("Person " + i));
        session.pass(Duration.ofSeconds(1));
        assertThat(session.rooms.occupants(key).get()).as("until all are known").isEmpty();
        enter("Mara");
        assertThat(session.rooms.occupants(key).get()).hasSize(601);
    }

    /// A room that takes its time to say who is in it.
    @Test
    void aFewWhoAreToldBeforeUsShowAMomentLater() {
        session.rooms.leave(key);
        join();
        come("Jonas", "Layla");
        session.pass(Duration.ofMillis(100));
        assertThat(session.rooms.occupants(key).get()).hasSize(2);
    }
}
