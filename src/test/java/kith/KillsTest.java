package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.RunningKith.MemorySecrets;
import kith.desktop.PasswordFile;
import kith.lab.LabAccount;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Delivery;
import kith.model.Message;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A Kith that is killed at any moment, with messages on their way in both directions, has them all
/// in the end, once each, and so has its friend (F22), with an archive on the server or without.
///
/// The order of each sender is kept too; without an archive, a message that came back and was sent
/// again comes later.
class KillsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LIFE_MILLIS = 3_500;

    /// The friend writes so often.
    private static final int PAUSE_MILLIS = 20;

    /// So many of the friend's messages wait on the server at most: of those that are on their way
    /// to a stream Prosody keeps 500 and loses the rest without a word.
    private static final int MOST_WAITING = 200;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"NORMAL", "NO_ARCHIVE"})
    void someKills(ServerProfile profile) throws Exception {
        kill(profile, 10, System.nanoTime());
    }

    @ParameterizedTest
    @EnumSource(names = {"LONG_ARCHIVE", "NO_ARCHIVE"})
    @Tag("night")
    void fiveHundredKills(ServerProfile profile) throws Exception {
        kill(profile, 500, System.nanoTime());
    }

    private void kill(ServerProfile profile, int kills, long seed) throws Exception {
        var random = new Random(seed);
        var server = ServerKind.PROSODY.shared(profile);
        var alice = server.newAccount("alice");
        var bob = server.newAccount("bob");
        server.befriend(alice, bob, "Friends");
        var said = new Said();
        try (var his = RunningKith.open(folder.resolve("bob"), server, new MemorySecrets())) {
            var toAlice = new ChatKey(his.add(server, bob), alice.jid());
            for (int kill = 0; kill < kills; kill++) {
                liveAndDie(start(server, alice, bob, kill), said, his, toAlice, random);
            }
            comeToRest(profile, server, alice, said.safe(), his, toAlice, seed);
        }
        System.out.printf(
                "%s: %d kills, %d messages and %d of the friend's; open after %s; seed %d%n",
                profile, kills, said.safe().size(), said.toHer, said.openings(), seed);
    }

    /// Lets her live for a while, and the friend write to her meanwhile.
    private static void liveAndDie(
            Process process, Said said, RunningKith his, ChatKey toAlice, Random random)
            throws Exception {
        var begun = new CountDownLatch(1);
        var reading = CompletableFuture.runAsync(() -> said.read(process, begun));
        if (random.nextInt(3) > 0) { // else it may die before it has done anything
            assertThat(begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(LIFE_MILLIS));
        while (process.isAlive() && System.nanoTime() < end) {
            if (said.waiting() < MOST_WAITING) {
                his.say(toAlice, Chat.Kind.CONTACT, "to the killed " + random.nextLong());
                said.toHer++;
            }
            process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
        assertThat(process.isAlive()).as("it dies by our hand only").isTrue();
        process.toHandle().destroyForcibly(); // which leaves the pipe to the reader
        process.waitFor();
        reading.join();
    }

    /// Lets her live to the end, and compares what each has.
    private void comeToRest(
            ServerProfile profile,
            XmppServer server,
            LabAccount alice,
            List<String> said,
            RunningKith his,
            ChatKey toAlice,
            long seed) {
        var secrets = new PasswordFile(folder.resolve("alice").resolve("passwords"));
        try (var hers = RunningKith.open(folder.resolve("alice"), server, secrets)) {
            var toBob = new ChatKey(hers.awaitOnline(), his.address());
            await("the same on both sides, seed " + seed)
                    .atMost(PATIENCE)
                    .pollInterval(pause(said.size()))
                    .untilAsserted(
                            () -> {
                                boolean hasFailed = retryFailed(his, toAlice);
                                assertThat(hasFailed).isFalse();
                                var held = sorted(his.texts(toAlice));
                                var hersHeld = sorted(hers.texts(toBob));
                                assertThat(lacking(hersHeld, held)).as("she lacks").isEmpty();
                                assertThat(lacking(held, hersHeld)).as("he lacks").isEmpty();
                            });
            var held = sorted(his.texts(toAlice));
            assertThat(held).as("once each, seed %d", seed).doesNotHaveDuplicates();
            assertThat(sorted(hers.texts(toBob)))
                    .as("once each with her, seed %d", seed)
                    .doesNotHaveDuplicates();
            assertThat(lacking(held, said)).as("she said they were safe, seed %d", seed).isEmpty();
            var order =
                    new Witnesses(
                            hers.texts(toBob),
                            his.texts(toAlice),
                            server,
                            alice.jid(),
                            his.address());
            assertThat(order.ofHers()).as("her order, seed %d", seed).isEmpty();
            if (profile != ServerProfile.NO_ARCHIVE) {
                assertThat(order.ofHis()).as("his order, seed %d", seed).isEmpty();
            }
        }
    }

    /// To look takes a while where there is much, and holds up what is looked for.
    private static Duration pause(int messages) {
        return Duration.ofMillis(Math.max(1_000, messages / 10));
    }

    /// Without an archive, what the killed one had not acknowledged comes back to its sender, who
    /// is told so and may send it again; where it had arrived all the same, it stays one message.
    ///
    /// @return whether there was any
    private static boolean retryFailed(RunningKith kith, ChatKey chat) {
        var failed =
                kith.texts(chat).stream()
                        .filter(message -> message.delivery() instanceof Delivery.Failed)
                        .toList();
        failed.forEach(message -> kith.session().chats().retry(message.key()));
        return !failed.isEmpty();
    }

    private Process start(XmppServer server, LabAccount alice, LabAccount bob, int life)
            throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledKith.class.getName(),
                        folder.resolve("alice").toString(),
                        server.ca().bundle().toString(),
                        alice.jid().toString(),
                        alice.password(),
                        server.address().getHostString(),
                        String.valueOf(server.address().getPort()),
                        bob.jid().toString(),
                        String.valueOf(life))
                .redirectError(folder.resolve("complaints").toFile())
                .start();
    }

    private static List<String> sorted(List<Message> messages) {
        return messages.stream().map(message -> message.ids().stanza()).sorted().toList();
    }

    /// What the one list has and the other lacks.
    private static Set<String> lacking(List<String> lacks, List<String> has) {
        var lacking = new HashSet<>(has);
        lacking.removeAll(new HashSet<>(lacks));
        return lacking;
    }

    /// What she said in all her lives, and how much was said to her.
    private static final class Said {

        private final List<String> safe = new CopyOnWriteArrayList<>();
        private final List<Integer> openings = new CopyOnWriteArrayList<>();
        private volatile int received;
        private int toHer;

        /// The ids of her messages that she said were safe.
        List<String> safe() {
            return safe;
        }

        /// How many messages of the friend she doesn't have, by what she said last.
        int waiting() {
            return toHer - received;
        }

        /// How long the store took to open after the kills, in words.
        String openings() {
            var sorted = openings.stream().sorted().toList();
            return sorted.isEmpty()
                    ? "no time known"
                    : "%d ms (median), %d ms (most)"
                            .formatted(sorted.get(sorted.size() / 2), sorted.getLast());
        }

        /// Reads until she dies.
        ///
        /// @param begun is counted down when her first message is safe
        void read(Process process, CountDownLatch begun) {
            process.inputReader(StandardCharsets.UTF_8).lines().forEach(line -> read(line, begun));
        }

        private void read(String line, CountDownLatch begun) {
            if (line.startsWith("safe ")) {
                safe.add(line.substring("safe ".length()));
                begun.countDown();
            } else if (line.startsWith("open ")) {
                openings.add(Integer.parseInt(line.substring("open ".length())));
            } else if (line.startsWith("has ")) {
                received = Integer.parseInt(line.substring("has ".length()));
            }
        }
    }
}
