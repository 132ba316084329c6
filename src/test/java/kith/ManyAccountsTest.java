package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.RunningKith.MemorySecrets;
import kith.lab.LabAccount;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ConnectionState;
import kith.model.PasswordKeeping;
import kith.model.ServerAddress;
import kith.session.account.Credentials;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Many accounts of one Kith on two servers are online soon after its start, and write to each
/// other; one whose password is wrong keeps none of them back (F29).
class ManyAccountsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final MemorySecrets secrets = new MemorySecrets();

    @TempDir Path folder;

    @Test
    void tenOnEachServer() {
        comeOnline(10);
    }

    @Test
    @Tag("night")
    void fiftyOnEachServer() {
        comeOnline(50);
    }

    /// @param each on each of the two servers
    private void comeOnline(int each) {
        var servers = // each serves hosts of its own
                Stream.of(ServerKind.values()).map(kind -> kind.shared(ServerProfile.FEDERATED));
        var bad = new ArrayList<LabAccount>();
        try (var kith = open()) {
            for (var server : servers.toList()) {
                for (int i = 0; i < each; i++) {
                    provision(kith, server, server.newAccount("many"));
                }
                var wrong = LabAccount.of(server.newAccount("bad").jid().toString(), "wrong");
                provision(kith, server, wrong);
                bad.add(wrong);
            }
        }
        long start = System.nanoTime();
        try (var kith = open()) {
            await("all online").atMost(PATIENCE).until(() -> online(kith).size() == 2 * each);
            long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
            int threads = Thread.getAllStackTraces().size();
            await("the others stopped")
                    .atMost(PATIENCE)
                    .until(() -> in(kith, ConnectionState.Stopped.class).size() == bad.size());
            talk(kith, online(kith));
            System.out.printf(
                    "%d accounts online after %d ms; %d threads; %d MB of heap%n",
                    2 * each, took, threads, usedMegabytes());
        }
    }

    /// Everybody writes to the next one of their server.
    private static void talk(RunningKith kith, List<ChatKey> accounts) {
        var chats = new ArrayList<ChatKey>();
        for (int i = 0; i < accounts.size(); i++) {
            var me = accounts.get(i);
            var other = accounts.get((i + 2) % accounts.size());
            if (me.peer().getDomain().equals(other.peer().getDomain())) {
                chats.add(new ChatKey(me.account(), other.peer()));
                kith.say(chats.getLast(), Chat.Kind.CONTACT, "from " + me.peer());
            }
        }
        assertThat(chats).hasSizeGreaterThan(accounts.size() / 2);
        await("what was written")
                .atMost(PATIENCE)
                .until(() -> chats.stream().allMatch(chat -> kith.hasSettled(chat, 1)));
    }

    private static List<ChatKey> online(RunningKith kith) {
        return in(kith, ConnectionState.Online.class);
    }

    /// The accounts in a state, each with its own address.
    private static List<ChatKey> in(RunningKith kith, Class<? extends ConnectionState> state) {
        return kith.session().accounts().accounts().get().stream()
                .filter(account -> state.isInstance(account.connection()))
                .map(account -> new ChatKey(account.account().id(), account.account().address()))
                .toList();
    }

    private static long usedMegabytes() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
    }

    private static void provision(RunningKith kith, XmppServer server, LabAccount account) {
        var at =
                new ServerAddress.Given(
                        server.address().getHostString(), server.address().getPort());
        kith.session()
                .accounts()
                .provision(
                        account.jid(),
                        new Credentials(account.password()),
                        at,
                        PasswordKeeping.KEY_RING)
                .toCompletableFuture()
                .join();
    }

    private RunningKith open() {
        return RunningKith.open(
                folder, ServerKind.PROSODY.shared(ServerProfile.FEDERATED), secrets);
    }
}
