package kith.desktop.notify;

import kith.desktop.SessionBus;

import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// A desktop that writes down what it is asked to show, under numbers from 1. What takes the place
/// of another has its number (§9, "Notify").
final class RecordingServer implements AutoCloseable {

    private final DBusConnection bus;
    private final List<String> abilities;
    private final List<Shown> shown = new ArrayList<>();
    private final List<Long> closed = new ArrayList<>();
    private long last;
    private volatile boolean isHasty;
    private volatile boolean isFailing;
    private volatile CountDownLatch asked = new CountDownLatch(0);
    private volatile CountDownLatch answering = new CountDownLatch(0);

    RecordingServer(SessionBus address, String... abilities) throws DBusException {
        this.abilities = List.of(abilities);
        bus = DBusConnectionBuilder.forAddress(address.address()).withShared(false).build();
        bus.exportObject(NotificationServer.PATH, new Server());
        bus.requestBusName(NotificationServer.BUS_NAME);
    }

    /// What it was asked to show up to now.
    synchronized List<Shown> shown() {
        return List.copyOf(shown);
    }

    /// The number of the newest that takes no other's place.
    synchronized long last() {
        return last;
    }

    /// The numbers of those that it was asked to take away.
    synchronized List<Long> closed() {
        return List.copyOf(closed);
    }

    /// Answers nothing from the next question on, until [#goOn].
    ///
    /// @return counts down when that question comes
    CountDownLatch hold() {
        answering = new CountDownLatch(1);
        asked = new CountDownLatch(1);
        return asked;
    }

    /// The next that it is asked to show goes wrong.
    void failNext() {
        isFailing = true;
    }

    void goOn() {
        answering.countDown();
    }

    /// The user chooses an action of one.
    void choose(long number, String action) throws DBusException {
        bus.sendMessage(
                new NotificationServer.ActionInvoked(
                        NotificationServer.PATH, new UInt32(number), action));
    }

    /// From now on the user chooses each the moment it is there.
    void chooseAtOnce() {
        isHasty = true;
    }

    /// The user puts one away.
    void dismiss(long number) throws DBusException {
        bus.sendMessage(
                new NotificationServer.NotificationClosed(
                        NotificationServer.PATH, new UInt32(number), new UInt32(2)));
    }

    @Override
    public void close() {
        bus.disconnect();
    }

    private synchronized UInt32 write(Shown what) {
        shown.add(what);
        if (what.replaces() != 0) {
            return new UInt32(what.replaces());
        }
        last++;
        return new UInt32(last);
    }

    private synchronized void writeClosed(UInt32 number) {
        closed.add(number.longValue());
    }

    private void click(UInt32 number) {
        try {
            choose(number.longValue(), "default");
        } catch (DBusException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void pause() {
        asked.countDown();
        try {
            answering.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /// @param hints by their names
    record Shown(
            String program,
            long replaces,
            String icon,
            String summary,
            String body,
            List<String> actions,
            Map<String, Object> hints,
            int timeout) {}

    private final class Server implements NotificationServer {

        @Override
        public List<String> capabilities() {
            return abilities;
        }

        @Override
        public UInt32 show(
                String program,
                UInt32 replaces,
                String icon,
                String summary,
                String body,
                List<String> actions,
                Map<String, Variant<?>> hints,
                int timeout) {
            pause();
            if (isFailing) {
                isFailing = false;
                throw new IllegalStateException("out of memory");
            }
            var values = new HashMap<String, Object>();
            hints.forEach((name, value) -> values.put(name, value.getValue()));
            var number =
                    write(
                            new Shown(
                                    program,
                                    replaces.longValue(),
                                    icon,
                                    summary,
                                    body,
                                    List.copyOf(actions),
                                    values,
                                    timeout));
            if (isHasty) {
                click(number);
            }
            return number;
        }

        @Override
        public void close(UInt32 number) {
            writeClosed(number);
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }
    }
}
