package kith.bench;

import kith.lab.LabAccount;

import org.awaitility.Awaitility;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Messages came while Kith was not running: from its start until the last one is in its history.
/// The server has them twice, in the archive and kept for delivery (XEP-0160).
///
/// @param goal in seconds
record WaitingMessagesScenario(BenchWorld world, int messages, double goal) implements Scenario {

    @Override
    public String title() {
        return String.format(Locale.ROOT, "%,d waiting messages", messages);
    }

    @Override
    public void run(Report report) {
        LabAccount account = world.accountWith(100);
        try (var profile = world.profileOf(account)) {
            world.startOnce(profile, account);
            List<String> sent =
                    IntStream.range(0, messages)
                            .mapToObj(
                                    i -> world.watcher().user().say(account.jid(), "Message " + i))
                            .toList();
            Awaitility.await("the server to keep them")
                    .pollInterval(Duration.ofSeconds(1)) // the whole archive is read each time
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> world.server().archiveOf(account.jid()).size() >= messages);

            try (var kith = world.open(profile, "--events")) {
                var history = History.await(kith, sent);
                report.add(
                        Metric.of(title() + ": start to last one in the history", "s", goal),
                        (history.last() - kith.startedAt()) / 1e9);
                report.add(Metric.of(title() + ": lost", "", 0), (double) history.lost());
                report.add(Metric.of(title() + ": doubled", "", 0), (double) history.doubled());
            }
        }
    }
}
