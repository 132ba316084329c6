package kith.desktop.keyring;

import static kith.desktop.keyring.KeyRingConnection.answer;

import kith.session.account.SecretStoreException;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is asked of the key ring, with a cipher that both sides agreed on.
final class KeyRingSession {

    private final KeyRingConnection connection;
    private final SecretService service;
    private final DBusPath path;
    private final TransportCipher cipher;

    private KeyRingSession(
            KeyRingConnection connection,
            SecretService service,
            DBusPath path,
            TransportCipher cipher) {
        this.connection = connection;
        this.service = service;
        this.path = path;
        this.cipher = cipher;
    }

    static KeyRingSession open(KeyRingConnection connection) {
        var service = connection.object(new DBusPath(SecretService.PATH), SecretService.class);
        try {
            var ours = TransportCipher.newKeyPair();
            var wire = new Variant<>(TransportCipher.toWire(ours));
            var session = answer(() -> service.openSession(TransportCipher.ALGORITHM, wire));
            var cipher = TransportCipher.agree(ours, bytes(session.first().getValue()));
            return new KeyRingSession(connection, service, session.second(), cipher);
        } catch (GeneralSecurityException failure) {
            throw new SecretStoreException("can't agree with the key ring on a key", failure);
        }
    }

    /// The secret of the entry with these attributes, in whichever key ring it is.
    Optional<String> find(Map<String, String> attributes) {
        return search(attributes).stream().findFirst().map(this::read);
    }

    /// Keeps a secret in the default key ring, in place of the one with these attributes.
    void keep(String label, Map<String, String> attributes, String password) {
        var keyRing = defaultKeyRing();
        unlock(List.of(keyRing));
        var properties =
                Map.<String, Variant<?>>of(
                        "org.freedesktop.Secret.Item.Label",
                        new Variant<>(label),
                        "org.freedesktop.Secret.Item.Attributes",
                        new Variant<>(attributes, "a{ss}"));
        var collection = connection.object(keyRing, SecretCollection.class);
        var secret = encrypt(password);
        var created = answer(() -> collection.createItem(properties, secret, true));
        connection.show(created.second());
    }

    /// Removes every entry with these attributes.
    void forget(Map<String, String> attributes) {
        for (var found : search(attributes)) {
            var item = connection.object(found, SecretItem.class);
            connection.show(answer(item::delete));
        }
    }

    /// All entries with these attributes, unlocked.
    private List<DBusPath> search(Map<String, String> attributes) {
        var found = answer(() -> service.searchItems(attributes));
        unlock(found.second());
        var all = new ArrayList<>(found.first());
        all.addAll(found.second());
        return all;
    }

    private DBusPath defaultKeyRing() {
        var existing = answer(() -> service.readAlias("default"));
        if (!KeyRingConnection.isNone(existing)) {
            return existing;
        }
        var properties =
                Map.<String, Variant<?>>of(
                        "org.freedesktop.Secret.Collection.Label", new Variant<>("Default"));
        connection.show(answer(() -> service.createCollection(properties, "default")).second());
        return answer(() -> service.readAlias("default"));
    }

    private void unlock(List<DBusPath> objects) {
        if (!objects.isEmpty()) {
            connection.show(answer(() -> service.unlock(objects)).second());
        }
    }

    private String read(DBusPath entry) {
        var item = connection.object(entry, SecretItem.class);
        var secret = answer(() -> item.getSecret(path));
        try {
            return cipher.decrypt(secret.value(), secret.parameters());
        } catch (GeneralSecurityException failure) {
            throw new SecretStoreException("can't decrypt what the key ring sent", failure);
        }
    }

    private Secret encrypt(String password) {
        try {
            var vector = TransportCipher.newVector();
            return new Secret(
                    path, vector, cipher.encrypt(password, vector), "text/plain; charset=utf8");
        } catch (GeneralSecurityException failure) {
            throw new SecretStoreException("can't encrypt for the key ring", failure);
        }
    }

    /// An array of bytes as the D-Bus library gives it from within a variant.
    static byte[] bytes(Object value) {
        if (value instanceof byte[] array) {
            return array;
        }
        var array = new ByteArrayOutputStream();
        if (value instanceof List<?> list) {
            list.forEach(each -> array.write(((Number) each).intValue()));
        }
        return array.toByteArray();
    }
}
