package kith.bench;

import org.awaitility.core.ConditionTimeoutException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The run behind `mvn -Pbench`: measures the installed Kith and prints a Markdown table.
///
/// The scenarios take turns, so that a machine that is slow for a while is slow for all of them.
/// A round that would begin after the time allowed is left out; the table says how many ran.
public final class Bench {

    private static final Duration TIME_ALLOWED = Duration.ofMinutes(12);

    private Bench() {}

    /// Measures, prints the table and ends the JVM: with 1 where Kith failed at something.
    ///
    /// @param args the application image, the number of rounds, the file for the table, and a word
    ///   that the titles of the wanted scenarios have in them; empty for all
    public static void main(String[] args) throws IOException {
        String word = args.length > 3 ? args[3] : "";
        var report = new Report();
        boolean isFine;
        try (var world = new BenchWorld(new KithImage(Path.of(args[0]).toAbsolutePath()))) {
            var wanted =
                    scenarios(world).stream()
                            .filter(scenario -> scenario.title().contains(word))
                            .toList();
            isFine = run(wanted, Integer.parseInt(args[1]), report);
        }
        System.out.println(report.table());
        Files.writeString(Path.of(args[2]), report.table() + System.lineSeparator());
        System.exit(isFine ? 0 : 1); // Smack's threads would stay
    }

    private static List<Scenario> scenarios(BenchWorld world) {
        return List.of(
                new StartScenario(world, 100),
                new StartScenario(world, 1_000),
                new StartScenario(world, 10_000),
                new LiveMessagesScenario(world, 1_000),
                new WaitingMessagesScenario(world, 1_000, 1.5),
                new LiveMessagesScenario(world, 5_000),
                new WaitingMessagesScenario(world, 5_000, 3),
                new IdleScenario(world),
                new BigRoomScenario(world.display(), 5_000),
                new BigRoomScenario(world.display(), 10_000),
                new RoomListsScenario(world.display(), 20_000),
                new LongHistoryScenario(world.display(), 1_000_000));
    }

    private static boolean run(List<Scenario> scenarios, int rounds, Report report) {
        long end = System.nanoTime() + TIME_ALLOWED.toNanos();
        boolean isFine = true;
        for (int round = 1; round <= rounds && System.nanoTime() < end; round++) {
            for (Scenario scenario : scenarios) {
                System.out.printf("Round %d of %d: %s%n", round, rounds, scenario.title());
                isFine &= run(scenario, report);
            }
        }
        return isFine;
    }

    /// The others are measured all the same where Kith fails at one.
    private static boolean run(Scenario scenario, Report report) {
        try {
            scenario.run(report);
            return true;
        } catch (IllegalStateException | ConditionTimeoutException failure) {
            failure.printStackTrace();
            return false;
        }
    }
}
