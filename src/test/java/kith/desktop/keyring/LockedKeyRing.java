package kith.desktop.keyring;

import kith.desktop.SessionBus;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.Variant;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;

/// A key ring with one locked entry, and a user who unlocks it, or doesn't.
///
/// Its paths are like KWallet's, other than those of GNOME Keyring.
final class LockedKeyRing implements AutoCloseable {

    private static final DBusPath NONE = new DBusPath("/");
    private static final DBusPath SESSION = new DBusPath("/org/freedesktop/secrets/session/7");
    private static final DBusPath ENTRY = new DBusPath("/org/freedesktop/secrets/collection/k/5");
    private static final DBusPath PROMPT = new DBusPath("/org/freedesktop/secrets/prompt/42");

    private final DBusConnection bus;
    private final String password;
    private final boolean isUserWilling;
    private volatile boolean isLocked = true;
    private volatile TransportCipher cipher;

    LockedKeyRing(SessionBus address, String password, boolean isUserWilling)
            throws DBusException, GeneralSecurityException {
        this.password = password;
        this.isUserWilling = isUserWilling;
        var alone = TransportCipher.newKeyPair();
        cipher = TransportCipher.agree(alone, TransportCipher.toWire(alone));
        bus = DBusConnectionBuilder.forAddress(address.address()).withShared(false).build();
        bus.exportObject(SecretService.PATH, new Service());
        bus.exportObject(ENTRY.getPath(), new Entry());
        bus.exportObject(PROMPT.getPath(), new Prompt());
        bus.requestBusName(SecretService.BUS_NAME);
    }

    @Override
    public void close() {
        bus.disconnect();
    }

    private final class Service implements SecretService {

        @Override
        public Pair<Variant<?>, DBusPath> openSession(String algorithm, Variant<?> input) {
            try {
                var ours = TransportCipher.newKeyPair();
                cipher = TransportCipher.agree(ours, KeyRingSession.bytes(input.getValue()));
                return new Pair<>(new Variant<>(TransportCipher.toWire(ours)), SESSION);
            } catch (GeneralSecurityException failure) {
                throw new DBusExecutionException(failure.toString());
            }
        }

        @Override
        public Pair<List<DBusPath>, List<DBusPath>> searchItems(Map<String, String> attributes) {
            return isLocked
                    ? new Pair<>(List.of(), List.of(ENTRY))
                    : new Pair<>(List.of(ENTRY), List.of());
        }

        @Override
        public Pair<List<DBusPath>, DBusPath> unlock(List<DBusPath> objects) {
            return new Pair<>(List.of(), PROMPT);
        }

        @Override
        public DBusPath readAlias(String name) {
            return NONE;
        }

        @Override
        public Pair<DBusPath, DBusPath> createCollection(
                Map<String, Variant<?>> properties, String alias) {
            return new Pair<>(NONE, PROMPT);
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }
    }

    private final class Prompt implements SecretPrompt {

        @Override
        public void prompt(String window) {
            isLocked = !isUserWilling;
            try {
                bus.sendMessage(new Completed(PROMPT.getPath(), isLocked, new Variant<>("")));
            } catch (DBusException failure) {
                throw new DBusExecutionException(failure.toString());
            }
        }

        @Override
        public void dismiss() {
            throw new DBusExecutionException("not dismissed");
        }

        @Override
        public String getObjectPath() {
            return PROMPT.getPath();
        }
    }

    private final class Entry implements SecretItem {

        @Override
        public Secret getSecret(DBusPath session) {
            if (isLocked) {
                throw new DBusExecutionException("locked");
            }
            try {
                var vector = TransportCipher.newVector();
                return new Secret(session, vector, cipher.encrypt(password, vector), "text/plain");
            } catch (GeneralSecurityException failure) {
                throw new DBusExecutionException(failure.toString());
            }
        }

        @Override
        public DBusPath delete() {
            return NONE;
        }

        @Override
        public String getObjectPath() {
            return ENTRY.getPath();
        }
    }
}
