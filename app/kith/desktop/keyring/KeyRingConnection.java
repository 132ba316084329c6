package kith.desktop.keyring;

import kith.desktop.SessionBus;
import kith.session.account.SecretStoreException;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A connection to the session bus for one question to the key ring.
final class KeyRingConnection implements AutoCloseable {

    /// A bus is on this computer; one that isn't there in this time isn't there.
    private static final Duration BUS_PATIENCE = Duration.ofSeconds(1);

    /// How long the user may take to unlock the key ring.
    private static final Duration USER_PATIENCE = Duration.ofMinutes(2);

    private final DBusConnection bus;

    /// @throws SecretStoreException where the bus doesn't answer
    KeyRingConnection(SessionBus address) {
        bus =
                answer(
                        () ->
                                DBusConnectionBuilder.forAddress(address.address())
                                        .withShared(false)
                                        .transportConfig()
                                        .withTimeout((int) BUS_PATIENCE.toMillis())
                                        .back()
                                        .build());
    }

    /// Whether a key ring is on the bus, or would be started.
    boolean hasKeyRing() {
        return answer(
                () -> {
                    var daemon =
                            bus.getRemoteObject(
                                    "org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
                    return daemon.NameHasOwner(SecretService.BUS_NAME)
                            || Arrays.asList(daemon.ListActivatableNames())
                                    .contains(SecretService.BUS_NAME);
                });
    }

    /// An object of the key ring's.
    <T extends DBusInterface> T object(DBusPath path, Class<T> type) {
        return answer(
                () -> bus.getRemoteObject(SecretService.BUS_NAME, path.getPath(), type, false));
    }

    /// Shows a prompt and waits until the user has answered it. Does nothing where none is needed.
    ///
    /// @throws SecretStoreException where they didn't do what it asked
    void show(DBusPath path) {
        if (isNone(path)) {
            return;
        }
        var dismissed = new CompletableFuture<Boolean>();
        var prompt = object(path, SecretPrompt.class);
        answer(
                () ->
                        bus.addSigHandler(
                                SecretPrompt.Completed.class,
                                signal -> {
                                    if (isOf(signal, path)) {
                                        dismissed.complete(signal.isDismissed());
                                    }
                                }));
        // No window's name is given: it would have to be that of an X11 window.
        answer(
                () -> {
                    prompt.prompt("");
                    return path;
                });
        dismissed.completeOnTimeout(true, USER_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (dismissed.join()) {
            throw new SecretStoreException("the key ring was not unlocked");
        }
    }

    /// Whether a path stands for "no such thing".
    static boolean isNone(DBusPath path) {
        return path.getPath().equals("/");
    }

    /// Asks the key ring.
    ///
    /// @throws SecretStoreException where it refuses or doesn't answer
    static <T> T answer(Question<T> question) {
        try {
            return question.ask();
        } catch (DBusException | DBusExecutionException failure) {
            throw new SecretStoreException("the key ring doesn't answer: " + failure, failure);
        }
    }

    @Override
    public void close() {
        bus.disconnect();
    }

    private static boolean isOf(DBusSignal signal, DBusPath path) {
        return signal.getPath().equals(path.getPath());
    }

    /// Something the bus may fail at.
    interface Question<T> {
        T ask() throws DBusException;
    }
}
