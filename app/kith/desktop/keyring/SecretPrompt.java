package kith.desktop.keyring;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;

/// The key ring's own question to the user, such as for the password that unlocks it (Secret
/// Service API 0.2, `org.freedesktop.Secret.Prompt`).
@DBusInterfaceName("org.freedesktop.Secret.Prompt")
public interface SecretPrompt extends DBusInterface {

    /// Shows it; [Completed] says how it ended.
    ///
    /// @param window the window it belongs to; empty for none
    @DBusMemberName("Prompt")
    void prompt(String window);

    /// Takes it off the screen.
    @DBusMemberName("Dismiss")
    void dismiss();

    /// The prompt has ended.
    final class Completed extends DBusSignal {

        private final boolean isDismissed;

        public Completed(String path, boolean isDismissed, Variant<?> result) throws DBusException {
            super(path, isDismissed, result);
            this.isDismissed = isDismissed;
        }

        /// Whether the user didn't do what it asked.
        boolean isDismissed() {
            return isDismissed;
        }
    }
}
