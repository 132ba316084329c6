package kith.bench;

import kith.lab.LabAccount;

import java.time.Duration;

/// Kith is online with a thousand contacts and nothing happens, for a minute.
record IdleScenario(BenchWorld world) implements Scenario {

    private static final int CONTACTS = 1_000;
    private static final Duration SETTLING = Duration.ofSeconds(20);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Override
    public String title() {
        return "Idle for a minute";
    }

    @Override
    public void run(Report report) {
        LabAccount account = world.accountWith(CONTACTS);
        try (var profile = world.profileOf(account)) {
            var arrival = world.watcher().next(account.jid());
            try (var kith = world.open(profile)) {
                world.watcher().ping(Watcher.await(arrival).client());
                pass(SETTLING);
                double before = kith.usage().cpuSeconds();
                pass(MINUTE);
                report.add(
                        Metric.of("idle, 1,000 contacts: CPU per minute", "s", 0.05),
                        kith.usage().cpuSeconds() - before);
                report.add(
                        Metric.of("idle for a minute, 1,000 contacts: memory (PSS)", "MB", 160),
                        kith.usage().memoryMegabytes());
            }
        }
    }

    private static void pass(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring", e);
        }
    }
}
