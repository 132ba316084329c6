package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.RunningKith.MemorySecrets;
import kith.lab.ArchivedMessage;
import kith.lab.Direction;
import kith.lab.Fault;
import kith.lab.FaultPlan;
import kith.lab.FaultProxy;
import kith.lab.LabAccount;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.Chat;
import kith.model.ChatKey;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A session is lost with messages on their way, of which the server has had some, and it won't
/// resume it: each arrives once and in order, and the archive has each once (F05, R10).
class LostSessionTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void twoOnTheirWay(ServerKind kind) {
        lose(kind, 2);
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    @Tag("night")
    void upToFiveOnTheirWay(ServerKind kind) {
        for (int messages = 1; messages <= 5; messages++) {
            lose(kind, messages);
        }
    }

    private void lose(ServerKind kind, int messages) {
        for (int handled = 0; handled <= messages; handled++) {
            lose(kind.shared(ServerProfile.NORMAL), messages, handled);
        }
    }

    /// @param handled how many of them the server has had
    private void lose(XmppServer server, int messages, int handled) {
        var alice = server.newAccount("alice");
        var bob = server.newAccount("bob");
        server.befriend(alice, bob, "Friends");
        var said = IntStream.range(0, messages).mapToObj("no. %d;"::formatted).toList();
        try (var proxy = FaultProxy.endingTls(server, FaultPlan.none());
                var hers = open(alice, server);
                var his = open(bob, server)) {
            var toBob = new ChatKey(hers.add(proxy.address(), alice), bob.jid());
            var toAlice = new ChatKey(his.add(server, bob), alice.jid());
            proxy.toClient().freeze(); // no acknowledgement comes
            proxy.refuse(); // and the session can't go on
            if (handled < messages) {
                var next = Pattern.compile(Pattern.quote(said.get(handled)));
                proxy.arm(
                        new Fault(
                                Direction.TO_SERVER,
                                new Fault.BeforeStanza(next),
                                Fault.Break.RESET_CLIENT));
            }
            said.forEach(text -> hers.say(toBob, Chat.Kind.CONTACT, text));
            await("what the server is to have")
                    .atMost(PATIENCE)
                    .until(
                            () ->
                                    archived(server, bob).size() == handled
                                            && (handled == messages || !isOnline(hers)));
            server.disconnect(alice.jid()); // which ends the session for good
            proxy.breakAll(Fault.Break.RESET);
            proxy.toClient().thaw();
            proxy.accept();
            await("%d of %d handled".formatted(handled, messages))
                    .atMost(PATIENCE)
                    .until(
                            () ->
                                    hers.hasSettled(toBob, messages)
                                            && his.texts(toAlice).size() >= messages);
            assertThat(hers.bodies(toBob)).isEqualTo(said);
            assertThat(his.bodies(toAlice)).isEqualTo(said);
            assertThat(archived(server, bob)).isEqualTo(said);
            assertThat(archived(server, alice)).isEqualTo(said);
        }
    }

    private static boolean isOnline(RunningKith kith) {
        return kith.session().accounts().accounts().get().getFirst().connection().isOnline();
    }

    private RunningKith open(LabAccount account, XmppServer server) {
        var profile = folder.resolve(account.jid().toString());
        return RunningKith.open(profile, server, new MemorySecrets());
    }

    private static List<String> archived(XmppServer server, LabAccount account) {
        return server.archiveOf(account.jid()).stream()
                .map(ArchivedMessage::body)
                .filter(body -> !body.isEmpty())
                .toList();
    }
}
