package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.RunningKith.MemorySecrets;
import kith.base.RealError;
import kith.lab.Fault;
import kith.lab.FaultPlan;
import kith.lab.FaultProxy;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Delivery;
import kith.session.feed.SessionEvent;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Whoever is told of a message fails with an Error while it waits for the server: the program goes
/// on, shows a fault without a word of it, and sends it once, before a restart or after it (F30).
class QueueAfterErrorsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir Path folder;

    /// An Error that got away would end the test run, and say nothing.
    @BeforeEach
    void leaveErrorsAlone() {
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    @AfterEach
    void reset() {
        Awaitility.reset();
    }

    @ParameterizedTest
    @EnumSource
    void whatWaitsIsSent(RealError error) {
        var server = ServerKind.PROSODY.shared(ServerProfile.NORMAL);
        var alice = server.newAccount("alice");
        var bob = server.newAccount("bob");
        server.befriend(alice, bob, "Friends");
        var secrets = new MemorySecrets();
        var profile = folder.resolve("alice");
        try (var proxy = FaultProxy.through(server.address(), FaultPlan.none());
                var his = RunningKith.open(folder.resolve("bob"), server, new MemorySecrets())) {
            var toAlice = new ChatKey(his.add(server, bob), alice.jid());
            ChatKey toBob;
            try (var hers = RunningKith.open(profile, server, secrets)) {
                toBob = new ChatKey(hers.add(proxy.address(), alice), bob.jid());
                cut(proxy, hers);
                failWhileWriting(hers, toBob, "first", error);
                proxy.accept();
                hers.session().accounts().connectAll();
                await("sent").atMost(PATIENCE).until(() -> hers.hasSettled(toBob, 1));
                hers.session().faults().dismiss();
                cut(proxy, hers);
                failWhileWriting(hers, toBob, "second", error);
            }
            proxy.accept();
            try (var hers = RunningKith.open(profile, server, secrets)) {
                await("sent after a restart")
                        .atMost(PATIENCE)
                        .until(() -> hers.hasSettled(toBob, 2) && his.texts(toAlice).size() >= 2);
                assertThat(hers.bodies(toBob)).containsExactly("first", "second");
            }
            assertThat(his.bodies(toAlice)).containsExactly("first", "second");
        }
    }

    private static void cut(FaultProxy proxy, RunningKith kith) {
        proxy.refuse();
        proxy.breakAll(Fault.Break.RESET);
        await("the line to be cut")
                .atMost(PATIENCE)
                .until(
                        () ->
                                kith.session().accounts().accounts().get().stream()
                                        .noneMatch(each -> each.connection().isOnline()));
    }

    /// Everyone who is told of the message fails, on the core lane, in the batch that stores it.
    private static void failWhileWriting(
            RunningKith kith, ChatKey chat, String text, RealError error) {
        var listening =
                kith.session()
                        .feed()
                        .listen(
                                event -> {
                                    if (event instanceof SessionEvent.MessageAdded) {
                                        error.run();
                                    }
                                });
        kith.say(chat, Chat.Kind.CONTACT, text);
        var fault =
                await("a fault")
                        .atMost(PATIENCE)
                        .until(() -> kith.session().faults().fault().get(), Optional::isPresent)
                        .orElseThrow();
        listening.close();
        assertThat(fault.text()).isEqualTo(error.type().getSimpleName());
        assertThat(kith.texts(chat).getLast())
                .satisfies(each -> assertThat(RunningKith.body(each)).isEqualTo(text))
                .satisfies(each -> assertThat(each.delivery()).isInstanceOf(Delivery.Queued.class));
    }
}
