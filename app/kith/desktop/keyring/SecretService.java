package kith.desktop.keyring;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

import java.util.List;
import java.util.Map;

/// The key ring's front door on the bus (Secret Service API 0.2, `org.freedesktop.Secret.Service`).
///
/// Public for the proxies of the D-Bus library alone. A path `/` says that there is no such thing,
/// a prompt `/` that none is needed.
@DBusInterfaceName("org.freedesktop.Secret.Service")
public interface SecretService extends DBusInterface {

    String BUS_NAME = "org.freedesktop.secrets";
    String PATH = "/org/freedesktop/secrets";

    /// Agrees on how secrets are encrypted.
    ///
    /// @return the service's part of the key, and the session
    @DBusMemberName("OpenSession")
    Pair<Variant<?>, DBusPath> openSession(String algorithm, Variant<?> input);

    /// Finds entries in all key rings.
    ///
    /// @return those that are unlocked, and those that are locked
    @DBusMemberName("SearchItems")
    Pair<List<DBusPath>, List<DBusPath>> searchItems(Map<String, String> attributes);

    /// Unlocks entries or key rings.
    ///
    /// @return those that are unlocked now, and the prompt that would unlock the rest
    @DBusMemberName("Unlock")
    Pair<List<DBusPath>, DBusPath> unlock(List<DBusPath> objects);

    /// The key ring of that alias, `default` for the one to keep new entries in.
    @DBusMemberName("ReadAlias")
    DBusPath readAlias(String name);

    /// Makes a key ring.
    ///
    /// @return the key ring, and the prompt that would make it
    @DBusMemberName("CreateCollection")
    Pair<DBusPath, DBusPath> createCollection(Map<String, Variant<?>> properties, String alias);
}
