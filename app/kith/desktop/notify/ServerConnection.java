package kith.desktop.notify;

import kith.desktop.SessionBus;
import kith.session.notify.NoticeText;

import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A connection to the session bus, and what shows notifications there. Blocks.
///
/// Each call fails with a [DBusException] or a
/// [org.freedesktop.dbus.exceptions.DBusExecutionException] where it isn't answered.
final class ServerConnection implements AutoCloseable {

    /// The action that a click on the notification itself is (§ "Notify", `actions`).
    static final String DEFAULT_ACTION = "default";

    /// A bus is on this computer; one that isn't there in this time isn't there.
    private static final Duration BUS_PATIENCE = Duration.ofSeconds(1);

    private static final String PROGRAM = "Kith";
    private static final String ID = "im.kith.Kith";
    private static final int AS_USUAL = -1;

    private final DBusConnection bus;
    private final NotificationServer server;
    private final String owner;
    private final boolean isMarkup;
    private final List<String> actions;

    private ServerConnection(DBusConnection bus, String open) throws DBusException {
        this.bus = bus;
        this.server =
                bus.getRemoteObject(
                        NotificationServer.BUS_NAME,
                        NotificationServer.PATH,
                        NotificationServer.class,
                        true);
        var abilities = server.capabilities();
        this.isMarkup = abilities.contains("body-markup");
        this.owner = bus.getDBusOwnerName(NotificationServer.BUS_NAME);
        this.actions = abilities.contains("actions") ? List.of(DEFAULT_ACTION, open) : List.of();
    }

    /// Connects, and has what shows notifications started where it isn't.
    ///
    /// @param open what the action is called that a click is
    /// @param chosen is told the number of a notification that was clicked
    /// @param closed is told that of one that is gone
    /// @param lost runs when what shows them ends, or gives way to another
    static ServerConnection open(
            SessionBus address,
            String open,
            Consumer<UInt32> chosen,
            Consumer<UInt32> closed,
            Runnable lost)
            throws DBusException {
        var bus =
                DBusConnectionBuilder.forAddress(address.address())
                        .withShared(false)
                        .transportConfig()
                        .withTimeout((int) BUS_PATIENCE.toMillis())
                        .back()
                        .build();
        boolean isOpen = false;
        try {
            listen(bus, chosen, closed);
            watchServer(bus, lost);
            var connection = new ServerConnection(bus, open);
            isOpen = true;
            return connection;
        } finally {
            if (!isOpen) {
                bus.disconnect();
            }
        }
    }

    private static void listen(DBusConnection bus, Consumer<UInt32> chosen, Consumer<UInt32> closed)
            throws DBusException {
        bus.addSigHandler(
                NotificationServer.ActionInvoked.class,
                signal -> {
                    if (signal.action().equals(DEFAULT_ACTION)) {
                        chosen.accept(signal.number());
                    }
                });
        bus.addSigHandler(
                NotificationServer.NotificationClosed.class,
                signal -> closed.accept(signal.number()));
    }

    /// @param lost runs when the name that it has on the bus goes from one who has it
    private static void watchServer(DBusConnection bus, Runnable lost) throws DBusException {
        var rule =
                DBusMatchRuleBuilder.create()
                        .withType(DBus.NameOwnerChanged.class)
                        .withArg0123(0, NotificationServer.BUS_NAME)
                        .build();
        DBusSigHandler<DBus.NameOwnerChanged> handler =
                signal -> {
                    boolean isServer = signal.name.equals(NotificationServer.BUS_NAME);
                    if (isServer && !signal.oldOwner.isEmpty()) {
                        lost.run();
                    }
                };
        bus.addSigHandler(rule, handler);
    }

    /// The unique name of what shows them: another one gives its own numbers.
    String owner() {
        return owner;
    }

    /// Has the server show one.
    ///
    /// @param replaces the number of the one before; 0 for none
    /// @return its number
    UInt32 show(NoticeText text, UInt32 replaces) {
        Map<String, Variant<?>> hints =
                Map.of(
                        "desktop-entry", new Variant<>(ID),
                        "category", new Variant<>("im.received"));
        var body = isMarkup ? escaped(text.body()) : text.body();
        return server.show(PROGRAM, replaces, ID, text.summary(), body, actions, hints, AS_USUAL);
    }

    void withdraw(UInt32 number) {
        server.close(number);
    }

    boolean isConnected() {
        return bus.isConnected();
    }

    @Override
    public void close() {
        bus.disconnect();
    }

    /// What is a sign of markup stands for itself (§5).
    private static String escaped(String body) {
        return body.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
