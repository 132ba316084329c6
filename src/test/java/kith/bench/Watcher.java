package kith.bench;

import kith.lab.LabAccount;
import kith.lab.LabUser;
import kith.lab.XmppServer;

import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.SmackException.NotConnectedException;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityFullJid;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A contact of everybody, on the same server, who notes when somebody comes online.
final class Watcher implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LabUser user;
    private final Map<BareJid, CompletableFuture<Arrival>> awaited = new ConcurrentHashMap<>();

    private Watcher(LabUser user) {
        this.user = user;
        user.connection().addSyncStanzaListener(this::note, StanzaTypeFilter.PRESENCE);
    }

    static Watcher signIn(XmppServer server, LabAccount account) {
        return new Watcher(LabUser.signIn(server, account));
    }

    LabUser user() {
        return user;
    }

    /// Notes the next time this account's presence comes.
    CompletableFuture<Arrival> next(BareJid account) {
        var arrival = new CompletableFuture<Arrival>();
        awaited.put(account, arrival);
        return arrival;
    }

    /// Pings a client (XEP-0199) and waits for its answer.
    ///
    /// @return when the answer came, by [System#nanoTime]
    long ping(EntityFullJid client) {
        try {
            user.connection()
                    .createStanzaCollectorAndSend(new Ping(client))
                    .nextResultOrThrow(PATIENCE.toMillis());
            return System.nanoTime();
        } catch (SmackException | XMPPErrorException e) {
            throw new IllegalStateException("Kith did not answer a ping", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /// Waits for what was asked for.
    static <T> T await(CompletableFuture<T> outcome) {
        try {
            return outcome.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kith did not come online", e);
        }
    }

    @Override
    public void close() {
        user.close();
    }

    private void note(Stanza stanza) throws NotConnectedException {
        if (stanza instanceof Presence presence
                && presence.isAvailable()
                && presence.getFrom() instanceof EntityFullJid client) {
            var arrival = awaited.remove(client.asBareJid());
            if (arrival != null) {
                arrival.complete(new Arrival(System.nanoTime(), client));
            }
        }
    }

    /// Somebody came online.
    ///
    /// @param at when the watcher was told, by [System#nanoTime]
    record Arrival(long at, EntityFullJid client) {}
}
