package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.RunningKith.MemorySecrets;
import kith.lab.FaultPlan;
import kith.lab.FaultProxy;
import kith.lab.PastStanza;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Message;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// A line that is slow is not taken for one that is dead: over a thousand bytes a second, two
/// seconds late or in pieces of one byte everything arrives, over the first connection (F15, F38).
///
/// Mostly the time of both Kiths goes faster than ours, and the line is so much better.
class SlowLineTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long BYTES_PER_SECOND = 1_000;
    private static final int FASTER = 5;

    /// So often a message may go over the line in one direction: itself, and again on a page of the
    /// archive, with what is wrapped around it, and the receipt for another.
    private static final long TIMES = 4;

    @TempDir Path folder;

    /// On our clock with one of them, as some of what a server waits for goes by its own.
    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void aLongMessageTakesItsTimeInEachDirection(ServerKind kind) {
        talk(kind, Line.NARROW, kind == ServerKind.PROSODY ? 1 : FASTER, 1, 20_000);
    }

    @Test
    @Tag("night")
    void aLongMessageTakesItsTimeOnOurClock() {
        talk(ServerKind.EJABBERD, Line.NARROW, 1, 1, 20_000);
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void answersMayBeLate(ServerKind kind) {
        talk(kind, Line.LATE, FASTER, 5, 100);
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void everyByteMayComeAlone(ServerKind kind) {
        talk(kind, Line.IN_PIECES, 1, 50, 100);
    }

    /// The line is narrow from the first byte on, and so is that to an archive.
    @Test
    @Tag("night")
    void signingInTakesItsTimeToo() {
        var server = ServerKind.PROSODY.shared(ServerProfile.NORMAL);
        var alice = server.newAccount("alice");
        var bob = server.newAccount("bob");
        server.befriend(alice, bob, "Friends");
        var past = Instant.now().minus(Duration.ofHours(1));
        var bodies = IntStream.range(0, 60).mapToObj("said %d"::formatted).toList();
        server.fillArchive(
                alice.jid(),
                bodies.stream()
                        .map(body -> PastStanza.chat(bob.jid(), alice.jid(), past, body))
                        .toList());
        try (var proxy = FaultProxy.through(server.address(), FaultPlan.none());
                var kith = RunningKith.open(folder, server, new MemorySecrets())) {
            Line.NARROW.make(proxy, 1);
            var chat = new ChatKey(kith.add(proxy.address(), alice), bob.jid());
            await("all of the archive").atMost(PATIENCE).until(() -> kith.texts(chat).size() == 60);
            assertThat(kith.bodies(chat)).isEqualTo(bodies);
            assertThat(proxy.connections()).hasSize(1);
        }
    }

    @Test
    @Tag("night")
    void tenMinutesOverANarrowLine() {
        talk(ServerKind.PROSODY, Line.NARROW, 1, 300, 1_000);
    }

    /// How a line is bad.
    private enum Line {
        NARROW {
            @Override
            void make(FaultProxy proxy, int faster) {
                proxy.toServer().throttle(faster * BYTES_PER_SECOND);
                proxy.toClient().throttle(faster * BYTES_PER_SECOND);
            }
        },
        LATE {
            @Override
            void make(FaultProxy proxy, int faster) {
                proxy.toServer().delay(Duration.ofSeconds(1).dividedBy(faster));
                proxy.toClient().delay(Duration.ofSeconds(1).dividedBy(faster));
            }
        },
        IN_PIECES {
            @Override
            void make(FaultProxy proxy, int faster) {
                proxy.toServer().chop(1);
                proxy.toClient().chop(1);
            }
        };

        /// @param faster how much faster time goes for those who speak over it
        abstract void make(FaultProxy proxy, int faster);
    }

    /// @param faster how much faster time goes for both
    /// @param messages of each side
    private void talk(ServerKind kind, Line line, int faster, int messages, int length) {
        var server = kind.shared(ServerProfile.NORMAL);
        var alice = server.newAccount("alice");
        var bob = server.newAccount("bob");
        server.befriend(alice, bob, "Friends");
        try (var proxy = FaultProxy.through(server.address(), FaultPlan.none());
                var hers = open(folder.resolve("a"), server, faster);
                var his = open(folder.resolve("b"), server, faster)) {
            var toBob = new ChatKey(hers.add(proxy.address(), alice), bob.jid());
            var toAlice = new ChatKey(his.add(server, bob), alice.jid());
            line.make(proxy, faster);
            for (int i = 0; i < messages; i++) {
                hers.say(toBob, Chat.Kind.CONTACT, "hers " + i + "x".repeat(length));
                his.say(toAlice, Chat.Kind.CONTACT, "his " + i + "x".repeat(length));
            }
            await("everything on both sides")
                    .atMost(PATIENCE.plusSeconds(TIMES * messages * length / BYTES_PER_SECOND))
                    .failFast("another connection", () -> proxy.connections().size() > 1)
                    .until(
                            () ->
                                    hers.hasSettled(toBob, 2 * messages)
                                            && his.hasSettled(toAlice, 2 * messages));
            assertThat(ids(hers, toBob, true)).isEqualTo(ids(his, toAlice, false));
            assertThat(ids(his, toAlice, true)).isEqualTo(ids(hers, toBob, false));
            assertThat(proxy.connections()).hasSize(1);
        }
    }

    private static RunningKith open(Path folder, XmppServer server, int faster) {
        return RunningKith.open(
                folder, server.ca(), new MemorySecrets(), it -> new FastTime(it, faster));
    }

    private static List<String> ids(RunningKith kith, ChatKey chat, boolean isMine) {
        return kith.texts(chat).stream()
                .filter(message -> message.isMine() == isMine)
                .map(Message::ids)
                .map(ids -> ids.stanza())
                .toList();
    }
}
