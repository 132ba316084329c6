package kith.bench;

import kith.lab.LabAccount;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/// Kith is started twice on a fresh profile: the first start fetches everything, the second finds
/// it in its store.
///
/// @param contacts how many the account has, each of them present
record StartScenario(BenchWorld world, int contacts) implements Scenario {

    private static final Duration CPU_WINDOW = Duration.ofSeconds(10);
    private static final Duration SETTLED = Duration.ofSeconds(15);

    @Override
    public String title() {
        return "Start with " + words(contacts) + " contacts";
    }

    @Override
    public void run(Report report) {
        LabAccount account = world.accountWith(contacts);
        try (var profile = world.profileOf(account)) {
            start("first start", profile, account, report);
            start("second start", profile, account, report);
        }
    }

    private void start(String which, Profile profile, LabAccount account, Report report) {
        var arrival = world.watcher().next(account.jid());
        try (var kith = world.open(profile)) {
            double window = since(kith, world.windows().await(Duration.ofMinutes(1)));
            var online = Watcher.await(arrival);
            double answered = since(kith, world.watcher().ping(online.client()));
            report.add(metric(which, "first window", "s"), window);
            report.add(
                    metric(which, "initial presence at the server", "s"), since(kith, online.at()));
            report.add(metric(which, "answers a ping after all presences", "s"), answered);

            sleepUntil(kith.startedAt() + CPU_WINDOW.toNanos());
            report.add(metric(which, "CPU in the first 10 s", "s"), kith.usage().cpuSeconds());
            sleepUntil(kith.startedAt() + SETTLED.toNanos());
            report.add(metric(which, "memory (PSS), idle", "MB"), kith.usage().memoryMegabytes());
        }
    }

    private Metric metric(String which, String what, String unit) {
        String name = "%s, %s contacts: %s".formatted(which, words(contacts), what);
        return new Metric(
                name, unit, which.startsWith("second") ? goal(what) : OptionalDouble.empty());
    }

    private OptionalDouble goal(String what) {
        double goal =
                switch (what) {
                    case "first window" -> 0.6;
                    case "initial presence at the server" -> 0.8;
                    case "answers a ping after all presences" -> 1.5;
                    case "CPU in the first 10 s" -> 2;
                    default -> contacts > 1_000 ? 200 : 160;
                };
        return OptionalDouble.of(goal);
    }

    private static double since(KithProcess kith, long moment) {
        return (moment - kith.startedAt()) / 1e9;
    }

    private static void sleepUntil(long moment) {
        try {
            TimeUnit.NANOSECONDS.sleep(moment - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring", e);
        }
    }

    private static String words(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
