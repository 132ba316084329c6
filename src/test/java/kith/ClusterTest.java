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
import java.util.UUID;
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
            var hersSaid = new ArrayList<String>();
            var hisSaid = new ArrayList<String>();
            say(hers, toBob, hersSaid);
            say(his, toAlice, hisSaid);
            await("on the first node")
                    .atMost(PATIENCE)
                    .until(() -> his.texts(toAlice).size() > MESSAGES);
            var times = onlineTimes(hers);
            long death = System.nanoTime();
            cluster.first().kill();
            say(hers, toBob, hersSaid);
            say(his, toAlice, hisSaid);
            await("on the other node").atMost(PATIENCE).until(() -> times.size() >= 2);
            System.out.printf(
                    "on the other node after %d ms%n",
                    Duration.ofNanos(times.get(1) - death).toMillis());
            await("all that the cluster has not lost")
                    .atMost(PATIENCE)
                    .untilAsserted(
                            () -> {
                                assertTruth(hers, toBob, hersSaid, his, toAlice);
                                assertTruth(his, toAlice, hisSaid, hers, toBob);
                            });
            System.out.printf(
                    "lost by the cluster: %d of hers, %d of his%n",
                    hersSaid.size() - arrived(hers, toBob).size(),
                    hisSaid.size() - arrived(his, toAlice).size());

            var hersLast = new ArrayList<String>();
            var hisLast = new ArrayList<String>();
            say(hers, toBob, hersLast);
            say(his, toAlice, hisLast);
            await("all that was said after it")
                    .atMost(PATIENCE)
                    .untilAsserted(
                            () -> {
                                assertThat(arrived(hers, toBob)).containsAll(hersLast);
                                assertThat(arrived(his, toAlice)).containsAll(hisLast);
                            });
        }
    }

    /// All that the one said is on the server, and of that just what is said to have arrived has.
    private static void assertTruth(
            RunningKith one, ChatKey toOther, List<String> said, RunningKith other, ChatKey toOne) {
        assertThat(one.hasSettled(toOther, said.size())).isTrue();
        assertThat(bodies(one, toOther, Message::isMine)).containsExactlyElementsOf(said);
        assertThat(bodies(other, toOne, message -> !message.isMine()))
                .containsExactlyInAnyOrderElementsOf(arrived(one, toOther));
    }

    /// What was said there and has arrived, by its receipts.
    private static List<String> arrived(RunningKith kith, ChatKey chat) {
        return bodies(kith, chat, each -> each.isMine() && RunningKith.hasArrived(each));
    }

    private static List<String> bodies(RunningKith kith, ChatKey chat, Predicate<Message> which) {
        return kith.texts(chat).stream().filter(which).map(RunningKith::body).toList();
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
            var text = UUID.randomUUID().toString();
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
