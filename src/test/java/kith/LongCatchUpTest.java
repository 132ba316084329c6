package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.RunningKith.MemorySecrets;
import kith.lab.Direction;
import kith.lab.Fault;
import kith.lab.FaultPlan;
import kith.lab.FaultProxy;
import kith.lab.PastStanza;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.SyncState;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// A long archive, whose words are full of what XML must escape, read for the first time over a
/// line that is cut again and again, while its chat is in a window: complete, each message once, in
/// order (F18).
class LongCatchUpTest {

    /// What one archived message takes on the wire, about.
    private static final int BYTES = 900;

    private static final String ESCAPED = "<&'\"> & it's \"so\" <b>%d</b> && ]]> ";

    /// Counting takes a while, and holds up what is counted.
    private static final Duration SOMETIMES = Duration.ofMillis(500);

    @TempDir Path folder;

    @Test
    void aLongArchiveIsReadOverALineThatIsCut() {
        read(ServerProfile.NORMAL, 4_000, 8, Duration.ofMinutes(2), System.nanoTime());
    }

    @Test
    @Tag("night")
    void aHundredThousandMessagesAreReadOverALineThatIsCutFiftyTimes() {
        read(ServerProfile.LONG_ARCHIVE, 100_000, 50, Duration.ofMinutes(20), System.nanoTime());
    }

    private void read(ServerProfile profile, int messages, int cuts, Duration patience, long seed) {
        var random = new Random(seed);
        var server = ServerKind.PROSODY.shared(profile);
        var alice = server.newAccount("alice");
        var bob = server.newAccount("bob");
        server.befriend(alice, bob, "Friends");
        var begin = Instant.now().minus(Duration.ofSeconds(messages)).minus(Duration.ofDays(1));
        var bodies = IntStream.range(0, messages).mapToObj(ESCAPED::formatted).toList();
        server.fillArchive(
                alice.jid(),
                IntStream.range(0, messages)
                        .mapToObj(
                                number ->
                                        PastStanza.chat(
                                                number % 3 == 0 ? alice.jid() : bob.jid(),
                                                number % 3 == 0 ? bob.jid() : alice.jid(),
                                                begin.plusSeconds(number),
                                                bodies.get(number)))
                        .toList());
        try (var proxy = FaultProxy.through(server.address(), FaultPlan.none());
                var kith = RunningKith.open(folder, server, new MemorySecrets())) {
            long start = System.nanoTime();
            var chat = new ChatKey(kith.add(proxy.address(), alice), bob.jid());
            kith.session().tabs().open(chat, Chat.Kind.CONTACT);
            var stage = kith.show();
            FxThread.run(() -> stage.getScene().snapshot(null)); // the first takes long
            var frames = Frames.begin();
            int perCut = messages / (cuts + 1) * BYTES;
            while (proxy.connections().size() <= cuts && !isWhole(kith, chat, messages)) {
                int connection = proxy.connections().size();
                arm(proxy, random, perCut);
                await("cut %d, seed %d".formatted(connection, seed))
                        .atMost(patience)
                        .pollInterval(SOMETIMES)
                        .until(
                                () ->
                                        proxy.connections().size() > connection
                                                || isWhole(kith, chat, messages));
            }
            await("the whole history, seed " + seed)
                    .atMost(patience)
                    .pollInterval(SOMETIMES)
                    .until(() -> isWhole(kith, chat, messages));
            var drawn = frames.end();
            FxThread.run(stage::hide);
            var took = Duration.ofNanos(System.nanoTime() - start);
            assertThat(kith.bodies(chat)).as("seed %d", seed).isEqualTo(bodies);
            assertThat(holes(kith, chat)).isEmpty();
            assertThat(kith.session().faults().fault().get()).isEmpty();
            System.out.printf(
                    "%d messages over %d connections in %d s: %d a second; %s; seed %d%n",
                    messages,
                    proxy.connections().size(),
                    took.toSeconds(),
                    messages * 1000L / Math.max(1, took.toMillis()),
                    drawn,
                    seed);
        }
    }

    private static void arm(FaultProxy proxy, Random random, int perCut) {
        long passed = proxy.connections().getLast().passed(Direction.TO_CLIENT);
        var kind = random.nextBoolean() ? Fault.Break.RESET : Fault.Break.FIN;
        proxy.arm(
                new Fault(
                        Direction.TO_CLIENT,
                        new Fault.AfterBytes(passed + 1 + random.nextInt(perCut)),
                        kind));
    }

    private static boolean isWhole(RunningKith kith, ChatKey chat, int messages) {
        var sync = kith.session().archive().states().get().get(chat.account());
        return sync instanceof SyncState.Whole && kith.texts(chat).size() == messages;
    }

    private static List<?> holes(RunningKith kith, ChatKey chat) {
        try (var window = kith.session().timelines().open(chat)) {
            await("the window").until(() -> !window.timeline().get().messages().isEmpty());
            return window.timeline().get().holes();
        }
    }
}
