package kith.desktop.keyring;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

import java.util.Map;

/// One key ring (Secret Service API 0.2, `org.freedesktop.Secret.Collection`).
@DBusInterfaceName("org.freedesktop.Secret.Collection")
public interface SecretCollection extends DBusInterface {

    /// Keeps an entry.
    ///
    /// @param isReplacing whether it takes the place of one with the same attributes
    /// @return the entry, and the prompt that would keep it
    @DBusMemberName("CreateItem")
    Pair<DBusPath, DBusPath> createItem(
            Map<String, Variant<?>> properties, Secret secret, boolean isReplacing);
}
