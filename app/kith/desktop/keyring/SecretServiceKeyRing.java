package kith.desktop.keyring;

import kith.desktop.SessionBus;
import kith.session.account.SecretStore;
import kith.session.account.SecretStoreException;

import org.jxmpp.jid.EntityJid;

import java.util.Map;
import java.util.Optional;

/// The desktop's key ring (GNOME Keyring, KWallet, KeePassXC), as freedesktop.org's Secret Service
/// API 0.2 describes it. Locked, it asks the user by itself.
///
/// Every program of the user may read an unlocked key ring; it keeps secrets from other users and
/// from whoever has the disk. Each call connects anew: a key ring is asked a few times a day, and
/// may be restarted meanwhile.
///
/// Blocks, for as long as the user takes to unlock it; any thread.
public final class SecretServiceKeyRing implements SecretStore {

    private final SessionBus bus;

    /// Connects to nothing yet.
    public SecretServiceKeyRing(SessionBus bus) {
        this.bus = bus;
    }

    /// Whether some key ring is there or would be started. Unlocks nothing; asks the bus, which
    /// takes some tenths of a second, only where no file says so.
    public boolean isAvailable() {
        if (bus.starts(SecretService.BUS_NAME)) {
            return true;
        }
        try (var connection = new KeyRingConnection(bus)) {
            return connection.hasKeyRing();
        } catch (SecretStoreException noBus) {
            return false;
        }
    }

    @Override
    public synchronized Optional<String> find(EntityJid account) {
        try (var connection = new KeyRingConnection(bus)) {
            return KeyRingSession.open(connection).find(attributes(account));
        }
    }

    @Override
    public synchronized void keep(EntityJid account, String password) {
        try (var connection = new KeyRingConnection(bus)) {
            KeyRingSession.open(connection).keep("Kith: " + account, attributes(account), password);
        }
    }

    @Override
    public synchronized void forget(EntityJid account) {
        try (var connection = new KeyRingConnection(bus)) {
            KeyRingSession.open(connection).forget(attributes(account));
        }
    }

    /// What an entry is found by. Key rings keep it unencrypted.
    private static Map<String, String> attributes(EntityJid account) {
        return Map.of("application", "im.kith.Kith", "account", account.toString());
    }
}
