package kith.desktop.notify;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

import java.util.List;
import java.util.Map;

/// What shows notifications on the desktop (Desktop Notifications Specification 1.2, §9).
///
/// Public for the proxies of the D-Bus library alone.
@DBusInterfaceName("org.freedesktop.Notifications")
public interface NotificationServer extends DBusInterface {

    String BUS_NAME = "org.freedesktop.Notifications";
    String PATH = "/org/freedesktop/Notifications";

    /// What it can do, such as `body`, `body-markup`, `actions`.
    @DBusMemberName("GetCapabilities")
    List<String> capabilities();

    /// Shows a notification.
    ///
    /// @param replaces the number of one to put it in the place of; 0 for none
    /// @param actions in pairs, its name and what it is called
    /// @param timeout how long it is shown, in milliseconds; -1 for as long as is usual
    /// @return its number, which is never 0
    @DBusMemberName("Notify")
    UInt32 show(
            String program,
            UInt32 replaces,
            String icon,
            String summary,
            String body,
            List<String> actions,
            Map<String, Variant<?>> hints,
            int timeout);

    /// Takes one away. One that is not there is an error to some.
    @DBusMemberName("CloseNotification")
    void close(UInt32 number);

    /// One is not there any more.
    final class NotificationClosed extends DBusSignal {

        private final UInt32 number;

        public NotificationClosed(String path, UInt32 number, UInt32 reason) throws DBusException {
            super(path, number, reason);
            this.number = number;
        }

        UInt32 number() {
            return number;
        }
    }

    /// The user has chosen an action of one.
    final class ActionInvoked extends DBusSignal {

        private final UInt32 number;
        private final String action;

        public ActionInvoked(String path, UInt32 number, String action) throws DBusException {
            super(path, number, action);
            this.number = number;
            this.action = action;
        }

        UInt32 number() {
            return number;
        }

        String action() {
            return action;
        }
    }
}
