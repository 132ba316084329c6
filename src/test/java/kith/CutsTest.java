package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.RunningKith.MemorySecrets;
import kith.lab.Direction;
import kith.lab.Fault;
import kith.lab.FaultPlan;
import kith.lab.FaultProxy;
import kith.lab.LabAccount;
import kith.lab.Ledger;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Message;
import kith.session.feed.SessionEvent;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// A connection that is cut again and again, at any byte and in any manner, loses no message,
/// doubles none, and keeps each sender's order (F01, F02, F03).
class CutsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /// Of each side, for each cut.
    private static final int MESSAGES = 20;

    /// About what twenty messages each way put on the wire.
    private static final int BYTES = 12_000;

    /// So many cuts of the same two accounts. Ejabberd reads all that it has archived of an account
    /// for each message that it adds.
    private static final int SERIES = 25;

    /// How long each interruption lasted.
    private final List<Duration> back = new CopyOnWriteArrayList<>();

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void someCuts(ServerKind kind) {
        cut(kind, ServerProfile.NORMAL, 1);
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    @Tag("night")
    void fiveHundredCuts(ServerKind kind) {
        cut(kind, ServerProfile.LONG_ARCHIVE, 20);
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    @Tag("night")
    void aHundredCutsWithoutAnArchive(ServerKind kind) {
        cut(kind, ServerProfile.NO_ARCHIVE, 4);
    }

    private void cut(ServerKind kind, ServerProfile profile, int series) {
        long seed = System.nanoTime();
        for (int i = 0; i < series; i++) {
            cut(kind, profile, folder.resolve(String.valueOf(i)), seed + i);
        }
        var sorted = back.stream().sorted().toList();
        System.out.printf(
                "%s, %s: %d cuts, back within %d ms (median), %d ms (most); seeds from %d%n",
                kind,
                profile,
                series * SERIES,
                sorted.get(sorted.size() / 2).toMillis(),
                sorted.getLast().toMillis(),
                seed);
    }

    private void cut(ServerKind kind, ServerProfile profile, Path folder, long seed) {
        var random = new Random(seed);
        var server = kind.shared(profile);
        var alice = server.newAccount("alice");
        var bob = server.newAccount("bob");
        server.befriend(alice, bob, "Friends");
        var said = new ArrayList<String>();
        var sent = new ArrayList<Ledger.Entry>();
        try (var proxy = FaultProxy.through(server.address(), FaultPlan.none());
                var hers = open(folder.resolve("alice"), server);
                var his = open(folder.resolve("bob"), server)) {
            var toBob = new ChatKey(hers.add(proxy.address(), alice), bob.jid());
            var toAlice = new ChatKey(his.add(server, bob), alice.jid());
            var times = new ComingBack(back);
            hers.session().feed().listen(times);
            for (int round = 0; proxy.connections().size() <= SERIES; round++) {
                arm(hers, proxy, random);
                for (int i = 0; i < MESSAGES; i++) {
                    said.add("hers %d.%d".formatted(round, i));
                    hers.say(toBob, Chat.Kind.CONTACT, said.getLast());
                    said.add("his %d.%d".formatted(round, i));
                    his.say(toAlice, Chat.Kind.CONTACT, said.getLast());
                }
                int expected = 2 * MESSAGES * (round + 1);
                awaitAll(hers, toBob, expected, seed);
                awaitAll(his, toAlice, expected, seed);
            }
            hers.texts(toBob).stream()
                    .filter(Message::isMine)
                    .map(message -> entry(message, alice))
                    .forEach(sent::add);
            his.texts(toAlice).stream()
                    .filter(Message::isMine)
                    .map(message -> entry(message, bob))
                    .forEach(sent::add);
            assertThat(sent)
                    .as("seed %d", seed)
                    .extracting(Ledger.Entry::body)
                    .containsExactlyInAnyOrderElementsOf(said);
            sent.sort(Comparator.comparingInt(entry -> said.indexOf(entry.body())));
            boolean isArchived = profile != ServerProfile.NO_ARCHIVE;
            await("the same everywhere, seed " + seed) // what came again is put in order last
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .conditionEvaluationListener(
                            condition -> {
                                if (condition.getRemainingTimeInMS() < 1_500) {
                                    System.out.println(places(hers, toBob));
                                }
                            })
                    .untilAsserted(
                            () -> {
                                var stores =
                                        Ledger.of(sent)
                                                .with("her store", held(hers, toBob, alice))
                                                .with("his store", held(his, toAlice, bob));
                                (isArchived ? withArchive(stores, server, alice) : stores)
                                        .assertWhole();
                            });
            assertThat(hers.session().faults().fault().get()).isEmpty();
        }
    }

    /// Prepares the next cut: of the connection that is there or, where the last cut comes only
    /// now, of the next one. A stalled line takes a while to be noticed, so there are few of them.
    private static void arm(RunningKith kith, FaultProxy proxy, Random random) {
        await("a connection to cut")
                .atMost(PATIENCE)
                .ignoreException(IllegalStateException.class)
                .until(
                        () -> {
                            kith.awaitOnline();
                            arm(proxy, random);
                            return true;
                        });
    }

    private static void arm(FaultProxy proxy, Random random) {
        var direction = random.nextBoolean() ? Direction.TO_SERVER : Direction.TO_CLIENT;
        long passed = proxy.connections().getLast().passed(direction);
        var kind =
                switch (random.nextInt(25)) {
                    case 0 -> Fault.Break.STALL;
                    case 1, 2, 3, 4, 5, 6, 7, 8 -> Fault.Break.FIN;
                    case 9, 10, 11, 12, 13, 14, 15, 16 -> Fault.Break.RESET;
                    default -> Fault.Break.RESET_CLIENT;
                };
        proxy.arm(new Fault(direction, new Fault.AfterBytes(passed + random.nextInt(BYTES)), kind));
    }

    private static void awaitAll(RunningKith kith, ChatKey chat, int count, long seed) {
        await("%d messages, seed %d".formatted(count, seed))
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .conditionEvaluationListener(
                        condition -> {
                            if (condition.getRemainingTimeInMS() < 100) {
                                System.out.println(state(kith, chat));
                            }
                        })
                .until(() -> kith.hasSettled(chat, count));
    }

    private static String state(RunningKith kith, ChatKey chat) {
        return "%s: %s; %d messages: %s"
                .formatted(
                        kith.address(),
                        kith.session().accounts().accounts().get().getFirst().connection(),
                        kith.texts(chat).size(),
                        kith.texts(chat).stream()
                                .filter(Message::isMine)
                                .map(Message::delivery)
                                .collect(
                                        Collectors.groupingBy(
                                                each -> each.getClass().getSimpleName(),
                                                Collectors.counting())));
    }

    /// Where each message stands, and what it is known by.
    private static String places(RunningKith kith, ChatKey chat) {
        return kith.texts(chat).stream()
                .map(
                        it ->
                                "%d %s %s %s %s row %d"
                                        .formatted(
                                                it.position(),
                                                it.at(),
                                                RunningKith.body(it),
                                                it.delivery().getClass().getSimpleName(),
                                                it.ids().archive().orElse("-"),
                                                it.key().row()))
                .collect(Collectors.joining("\n"));
    }

    private static List<Ledger.Entry> held(RunningKith kith, ChatKey chat, LabAccount me) {
        return bySender(kith.entries(chat, "chat", me.jid().toString()));
    }

    private static RunningKith open(Path folder, XmppServer server) {
        return RunningKith.open(folder, server, new MemorySecrets());
    }

    private static Ledger.Entry entry(Message message, LabAccount sender) {
        return new Ledger.Entry(
                "chat",
                message.ids().stanza(),
                sender.jid().toString(),
                ((Content.Text) message.content()).body());
    }

    private static Ledger withArchive(Ledger ledger, XmppServer server, LabAccount account) {
        return ledger.with("the archive", bySender(archived(server, account)));
    }

    private static List<Ledger.Entry> archived(XmppServer server, LabAccount account) {
        return server.archiveOf(account.jid()).stream()
                .filter(each -> !each.body().isEmpty())
                .map(
                        each ->
                                new Ledger.Entry(
                                        "chat",
                                        each.messageId(),
                                        each.from().split("/", 2)[0],
                                        each.body()))
                .distinct() // a server may archive what was sent again (R03)
                .toList();
    }

    /// Each side shows its own messages at once: the order of each sender is what both agree on.
    private static List<Ledger.Entry> bySender(List<Ledger.Entry> entries) {
        return entries.stream().map(Ledger.Entry::sender).distinct().sorted().toList().stream()
                .flatMap(sender -> entries.stream().filter(each -> each.sender().equals(sender)))
                .toList();
    }

    /// Notes how long each interruption lasted, from when it was noticed.
    private static final class ComingBack implements java.util.function.Consumer<SessionEvent> {

        private final List<Duration> back;
        private long since;

        ComingBack(List<Duration> back) {
            this.back = back;
        }

        @Override
        public void accept(SessionEvent event) {
            if (!(event instanceof SessionEvent.ConnectionChanged(var account, var state))) {
                return;
            }
            if (!state.isOnline() && since == 0) {
                since = System.nanoTime();
            } else if (state.isOnline() && since != 0) {
                back.add(Duration.ofNanos(System.nanoTime() - since));
                since = 0;
            }
        }
    }
}
