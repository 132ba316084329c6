package kith.desktop.keyring;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/// A secret as it crosses the bus, `(oayays)` (Secret Service API 0.2, "Transfer of Secrets").
@SuppressWarnings("UnusedVariable") // the D-Bus library reads them
public final class Secret extends Struct {

    @Position(0)
    private final DBusPath session;

    @Position(1)
    private final byte[] parameters;

    @Position(2)
    private final byte[] value;

    @Position(3)
    private final String contentType;

    /// @param parameters the cipher's initialisation vector
    /// @param value encrypted
    public Secret(DBusPath session, byte[] parameters, byte[] value, String contentType) {
        this.session = session;
        this.parameters = parameters;
        this.value = value;
        this.contentType = contentType;
    }

    byte[] parameters() {
        return parameters;
    }

    byte[] value() {
        return value;
    }
}
