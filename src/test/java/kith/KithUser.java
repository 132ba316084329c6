package kith;

import kith.RunningKith.MemorySecrets;
import kith.base.Timer;
import kith.lab.LabAccount;
import kith.lab.XmppServer;
import kith.model.AccountId;
import kith.model.ChatKey;

import org.jxmpp.jid.BareJid;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Somebody with a Kith, who comes and goes: with each coming it is started anew, on the profile
/// that it left.
final class KithUser implements AutoCloseable {

    private final String name;
    private final XmppServer server;
    private final LabAccount account;
    private final Path folder;
    private final UnaryOperator<Timer> time;
    private final InstantSource clock;
    private final MemorySecrets secrets = new MemorySecrets();
    private Optional<RunningKith> running = Optional.empty();
    private Optional<AccountId> id = Optional.empty();

    /// @param name also the nick in rooms
    /// @param folder of the profile
    KithUser(String name, XmppServer server, LabAccount account, Path folder) {
        this(name, server, account, folder, UnaryOperator.identity());
    }

    /// The same with a time of their own.
    KithUser(
            String name,
            XmppServer server,
            LabAccount account,
            Path folder,
            UnaryOperator<Timer> time) {
        this(name, server, account, folder, time, InstantSource.system());
    }

    /// The same with a clock of their own, too.
    KithUser(
            String name,
            XmppServer server,
            LabAccount account,
            Path folder,
            UnaryOperator<Timer> time,
            InstantSource clock) {
        this.name = name;
        this.server = server;
        this.account = account;
        this.folder = folder;
        this.time = time;
        this.clock = clock;
    }

    String name() {
        return name;
    }

    XmppServer server() {
        return server;
    }

    BareJid address() {
        return account.jid();
    }

    /// Starts Kith and waits until it is signed in.
    void come() {
        var kith = RunningKith.open(folder, server.ca(), secrets, time, clock);
        running = Optional.of(kith);
        id =
                Optional.of(
                        id.isEmpty() ? kith.add(server, account) : kith.awaitOnline(account.jid()));
    }

    /// Ends Kith in order.
    void go() {
        running.ifPresent(RunningKith::close);
        running = Optional.empty();
    }

    boolean isThere() {
        return running.isPresent();
    }

    RunningKith kith() {
        return running.orElseThrow();
    }

    /// The chat with somebody, or in a room.
    ChatKey chat(BareJid peer) {
        return new ChatKey(id.orElseThrow(), peer);
    }

    /// Enters a room, and from now on whenever they come.
    void enter(BareJid room) {
        kith().session().rooms().join(id.orElseThrow(), room, name, Optional.empty());
        kith().awaitJoined(chat(room));
    }

    @Override
    public void close() {
        go();
    }
}
