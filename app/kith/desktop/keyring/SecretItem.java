package kith.desktop.keyring;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/// One entry of a key ring (Secret Service API 0.2, `org.freedesktop.Secret.Item`).
@DBusInterfaceName("org.freedesktop.Secret.Item")
public interface SecretItem extends DBusInterface {

    @DBusMemberName("GetSecret")
    Secret getSecret(DBusPath session);

    /// Removes it.
    ///
    /// @return the prompt that would do it
    @DBusMemberName("Delete")
    DBusPath delete();
}
