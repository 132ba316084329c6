package kith.bench;

import kith.lab.LabAccount;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A contact sends messages as fast as the server passes them on, while Kith is online with its
/// window: until the last one is in its history.
record LiveMessagesScenario(BenchWorld world, int messages) implements Scenario {

    @Override
    public String title() {
        return String.format(Locale.ROOT, "%,d live messages", messages);
    }

    @Override
    public void run(Report report) {
        LabAccount account = world.accountWith(100);
        try (var profile = world.profileOf(account)) {
            var arrival = world.watcher().next(account.jid());
            try (var kith = world.open(profile, "--events")) {
                var client = Watcher.await(arrival).client();
                world.watcher().ping(client);

                long begin = System.nanoTime();
                List<String> sent =
                        IntStream.range(0, messages)
                                .mapToObj(i -> world.watcher().user().say(client, "Message " + i))
                                .toList();
                long passed = world.watcher().ping(client);
                var history = History.await(kith, sent);

                report.add(
                        metric("all in the history", "s", messages / 1_000.0 * 1.1),
                        (history.last() - begin) / 1e9);
                report.add(
                        Metric.of(title() + ": a ping sent behind them is answered", "s"),
                        (passed - begin) / 1e9);
                report.add(metric("lost", "", 0), (double) history.lost());
                report.add(metric("doubled", "", 0), (double) history.doubled());
            }
        }
    }

    private Metric metric(String what, String unit, double goal) {
        return Metric.of(title() + ": " + what, unit, goal);
    }
}
