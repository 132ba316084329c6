package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.RunningKith.MemorySecrets;
import kith.base.ImmediateLane;
import kith.lab.EjabberdCluster;
import kith.lab.LabDns;
import kith.lab.XmppServer;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.ServerAddress;
import kith.xmpp.link.DnsNames;
import kith.xmpp.link.TrustedCertificates;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/// A cluster of servers whose node dies under us, with messages on their way in both directions.
/// DNS names the other node (RFC 2782), and there all is found.
///
/// But for what the cluster itself has lost: what the other node had accepted for somebody on the
/// one that died. Of that nobody may say that it arrived.
class ClusterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MESSAGES = 100;

    @TempDir Path folder;

    @Test
    void whoseNodeDiesIsOnTheOtherOneAndHasLostNothing() {
        try (var cluster = EjabberdCluster.start();
                var dns =
                        LabDns.start(Map.of("_xmpp-client._tcp." + host(cluster), nodes(cluster)));
                var hers = open("alice", new DnsNames(dns.url()), cluster);
                var his = open("bob", new DnsNames(), cluster)) {
            var alice = cluster.first().newAccount("alice");
            var bob = cluster.first().newAccount("bob");
            cluster.first().befriend(alice, bob, "Friends");
            var toBob = new ChatKey(hers.add(new ServerAddress.ByDomain(), alice), bob.jid());
            var toAlice = new ChatKey(his.add(cluster.second(), bob), alice.jid());
            var said = new ArrayList<String>();
            say(hers, toBob, said);
            say(his, toAlice, said);
            await("on the first node").until(() -> his.texts(toAlice).size() > MESSAGES);
            var times = onlineTimes(hers);
            long death = System.nanoTime();
            cluster.first().kill();
            say(hers, toBob, said);
            say(his, toAlice, said);
            await("on the other node").atMost(PATIENCE).until(() -> times.size() == 2);
            System.out.printf(
                    "on the other node after %d ms%n",
                    Duration.ofNanos(times.getLast() - death).toMillis());
            await("all that the cluster has not lost")
                    .atMost(PATIENCE)
                    .untilAsserted(
                            () -> {
                                assertThat(his.bodies(toAlice))
                                        .containsExactlyInAnyOrderElementsOf(said);
                                assertThat(hers.bodies(toBob))
                                        .containsExactlyInAnyOrderElementsOf(
                                                bodies(his, toAlice, ClusterTest::hasArrived));
                                assertThat(bodies(hers, toBob, ClusterTest::hasArrived))
                                        .containsExactlyInAnyOrderElementsOf(hers.bodies(toBob));
                            });
            int lost = said.size() - hers.bodies(toBob).size();
            System.out.printf("%d of %d were lost by the cluster%n", lost, said.size());

            say(hers, toBob, said);
            say(his, toAlice, said);
            int all = said.size();
            await("after it").atMost(PATIENCE).until(() -> his.hasSettled(toAlice, all));
            await("after it").atMost(PATIENCE).until(() -> hers.hasSettled(toBob, all - lost));
        }
    }

    private static List<String> bodies(RunningKith kith, ChatKey chat, Predicate<Message> which) {
        return kith.texts(chat).stream().filter(which).map(RunningKith::body).toList();
    }

    /// Whether it is here, or there by a receipt.
    private static boolean hasArrived(Message message) {
        return !message.isMine()
                || message.delivery() instanceof Delivery.Delivered
                || message.delivery() instanceof Delivery.Read;
    }

    private RunningKith open(String name, DnsNames names, EjabberdCluster cluster) {
        return RunningKith.open(
                folder.resolve(name),
                TrustedCertificates.ofBundle(cluster.first().ca().bundle()),
                names,
                new MemorySecrets());
    }

    private static void say(RunningKith kith, ChatKey chat, List<String> said) {
        for (int i = 0; i < MESSAGES; i++) {
            var text = "%s, %d".formatted(kith.address(), said.size());
            said.add(text);
            kith.say(chat, Chat.Kind.CONTACT, text);
        }
    }

    /// When it was signed in, now and from now on, by the clock of [System#nanoTime].
    private static List<Long> onlineTimes(RunningKith kith) {
        var times = new CopyOnWriteArrayList<Long>();
        var wasOnline = new AtomicBoolean();
        kith.session()
                .accounts()
                .accounts()
                .watch(
                        new ImmediateLane(),
                        all -> {
                            boolean isOnline = all.getFirst().connection().isOnline();
                            if (isOnline && !wasOnline.getAndSet(true)) {
                                times.add(System.nanoTime());
                            }
                            wasOnline.set(isOnline);
                        });
        return times;
    }

    private static String host(EjabberdCluster cluster) {
        return cluster.first().host();
    }

    /// The first node first.
    private static List<String> nodes(EjabberdCluster cluster) {
        return List.of(record(0, cluster.first()), record(1, cluster.second()));
    }

    private static String record(int priority, XmppServer node) {
        return "%d 0 %d localhost.".formatted(priority, node.address().getPort());
    }
}
