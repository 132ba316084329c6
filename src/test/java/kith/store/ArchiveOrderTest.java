package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.HashSet;

/// Whatever mix of copies comes in: each message once, in the archive's order (R01–R03, R12, R19,
/// R20 of the delivery rules; XEP-0313, XEP-0359).
class ArchiveOrderTest {

    private static final int SHARING = 200;

    @Test
    void everyMessageIsThereOnceAndInTheArchivesOrder() {
        check(0, 150);
    }

    /// Ten years off, either way (F28).
    @ParameterizedTest
    @ValueSource(ints = {3_650, -3_650})
    void evenWhereTheClockIsWrong(int daysAhead) {
        checkSharing(0, 50, Duration.ofDays(daysAhead));
    }

    @Test
    @Tag("night")
    void everyMessageIsThereOnceAndInTheArchivesOrderAllNight() {
        check(1_000, 100_000);
    }

    /// Some worlds share a database: a new one takes as long as some of them, and a full one slows
    /// down those that come later.
    private static void check(long first, int seeds) {
        for (long seed = first; seed < first + seeds; seed += SHARING) {
            checkSharing(seed, Math.min(SHARING, first + seeds - seed), Duration.ZERO);
        }
    }

    private static void checkSharing(long first, long seeds, Duration ahead) {
        try (var profile = Profile.inMemory()) {
            for (long seed = first; seed < first + seeds; seed++) {
                var world = new ArchiveWorld(profile, seed, ahead);
                world.live(80);
                for (var chat : world.chats()) {
                    assertThat(world.held(chat))
                            .as("seed %d, %s", seed, chat.peer())
                            .isEqualTo(world.truth(chat));
                    var positions = new HashSet<Long>();
                    assertThat(world.messages(chat))
                            .allMatch(message -> positions.add(message.position()))
                            .allMatch(message -> message.position() < Positions.PENDING);
                }
            }
        }
    }
}
