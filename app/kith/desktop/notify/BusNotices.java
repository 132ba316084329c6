package kith.desktop.notify;

import kith.desktop.SessionBus;
import kith.session.notify.Notice;
import kith.session.notify.NoticeText;
import kith.session.notify.Notices;
import kith.session.notify.Subject;

import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/// Notices as the desktop's notifications. A click on one says what it is about.
///
/// What is asked for while the desktop is slow takes the place of what was asked for before it of
/// the same subject, so that nothing piles up.
public final class BusNotices implements Notices {

    private static final Logger LOG = LoggerFactory.getLogger(BusNotices.class);
    private static final UInt32 NONE = new UInt32(0);

    private final SessionBus bus;
    private final String open;
    private final Function<Notice, NoticeText> words;
    private final Consumer<Subject> chosen;
    private final Consumer<Subject> gone;
    private final Executor io;

    /// What is still to be done; none to take away. Guarded by this.
    private final SequencedMap<Subject, Optional<NoticeText>> wanted = new LinkedHashMap<>();

    /// What the desktop has said and nobody has heard: each waits for the number of what is being
    /// shown, of which it may speak. Guarded by this.
    private final Deque<Runnable> said = new ArrayDeque<>();

    /// What is on the desktop, by the numbers that it has there. Guarded by this.
    private final Map<Subject, UInt32> shown = new HashMap<>();

    /// Whether somebody is at it. Guarded by this.
    private boolean isWorking;

    /// Whether no more is taken. Guarded by this.
    private boolean isClosed;

    /// Whether all is over but the connection. Guarded by this.
    private boolean isLeaving;

    private final CompletableFuture<Void> left = new CompletableFuture<>();

    /// Of the work alone.
    private Optional<ServerConnection> connection = Optional.empty();

    /// Who showed notifications last, by their unique name on the bus. Of the work alone.
    private String owner = "";

    /// Of the work alone.
    private boolean isLogged;

    /// Connects to nothing yet.
    ///
    /// @param open what the action is called that a click is
    /// @param chosen is told what the user has clicked; on any thread
    /// @param gone is told what is not shown any more though nobody here took it away; on any
    ///   thread
    public BusNotices(
            SessionBus bus,
            String open,
            Function<Notice, NoticeText> words,
            Consumer<Subject> chosen,
            Consumer<Subject> gone,
            Executor io) {
        this.bus = bus;
        this.open = open;
        this.words = words;
        this.chosen = chosen;
        this.gone = gone;
        this.io = io;
    }

    @Override
    public void show(Notice notice) {
        want(notice.subject(), Optional.of(words.apply(notice)));
    }

    @Override
    public void withdraw(Subject subject) {
        want(subject, Optional.empty());
    }

    @Override
    public synchronized CompletionStage<Void> close() {
        wanted.clear();
        shown.keySet().forEach(each -> wanted.put(each, Optional.empty()));
        isClosed = true;
        work();
        return left;
    }

    private synchronized void want(Subject subject, Optional<NoticeText> what) {
        if (!isClosed) {
            wanted.remove(subject); // the newest comes last
            wanted.put(subject, what);
            work();
        }
    }

    private synchronized void hear(Runnable what) {
        said.add(what);
        work();
    }

    private synchronized void work() {
        if (!isWorking) {
            isWorking = true;
            io.execute(this::doAll);
        }
    }

    private void doAll() {
        boolean isDone = false;
        try {
            for (var next = next(); next.isPresent(); next = next()) {
                next.get().run();
            }
            isDone = true;
        } finally {
            if (!isDone) {
                goOn(); // what failed is a bug, and must keep nothing else from being done
            }
        }
    }

    private synchronized Optional<Runnable> next() {
        if (!said.isEmpty()) {
            return Optional.of(said.remove());
        }
        var next = wanted.pollFirstEntry();
        if (next != null) {
            return Optional.of(() -> tryTo(next.getKey(), next.getValue()));
        }
        if (isClosed && !isLeaving) {
            isLeaving = true;
            return Optional.of(this::leave);
        }
        rest();
        return Optional.empty();
    }

    private synchronized void rest() {
        isWorking = false;
    }

    /// What failed goes to the guard of whoever does the work; the rest is begun anew.
    private synchronized void goOn() {
        rest();
        work();
    }

    private void leave() {
        try {
            disconnect();
        } finally {
            left.complete(null); // the program's end waits for it
        }
    }

    private void tryTo(Subject subject, Optional<NoticeText> what) {
        try {
            change(subject, what);
        } catch (DBusException | DBusExecutionException failure) {
            log(failure);
            disconnect();
        }
    }

    private void change(Subject subject, Optional<NoticeText> what) throws DBusException {
        if (what.isEmpty() && !isShown(subject)) {
            return;
        }
        var server = connected(what.map(_ -> subject)); // first: it may be another than before
        var number = number(subject, what.isEmpty());
        if (what.isPresent()) {
            put(subject, server.show(what.get(), number.orElse(NONE)));
        } else if (number.isPresent()) {
            server.withdraw(number.get());
        }
    }

    /// @param coming what is about to be shown
    private ServerConnection connected(Optional<Subject> coming) throws DBusException {
        if (connection.filter(ServerConnection::isConnected).isEmpty()) {
            disconnect();
            var made =
                    ServerConnection.open(
                            bus,
                            open,
                            number -> hear(() -> about(number).ifPresent(chosen)),
                            number -> hear(() -> closed(number)),
                            () -> hear(this::serverIsGone));
            connection = Optional.of(made);
            if (!made.owner().equals(owner)) {
                owner = made.owner();
                forgetShown(coming);
            }
        }
        return connection.get();
    }

    /// The next one may be able to do other things.
    private void serverIsGone() {
        disconnect();
        forgetShown(Optional.empty());
    }

    /// A server that is gone has taken along what it showed, and the numbers of that: the next one
    /// gives them to others.
    private void forgetShown(Optional<Subject> coming) {
        takeShown().stream().filter(subject -> !coming.equals(Optional.of(subject))).forEach(gone);
    }

    /// @return what is not to be shown anew
    private synchronized List<Subject> takeShown() {
        var lost =
                shown.keySet().stream()
                        .filter(each -> wanted.getOrDefault(each, Optional.empty()).isEmpty())
                        .toList();
        shown.clear();
        return lost;
    }

    private synchronized boolean isShown(Subject subject) {
        return shown.containsKey(subject);
    }

    private void disconnect() {
        connection.ifPresent(ServerConnection::close);
        connection = Optional.empty();
    }

    /// On a desktop without it, each notice would say so.
    private void log(Exception failure) {
        if (!isLogged) {
            isLogged = true;
            LOG.info("The desktop shows no notifications: {}", failure.toString());
        }
    }

    /// @param isLast whether it is not on the desktop from now on
    private synchronized Optional<UInt32> number(Subject subject, boolean isLast) {
        return Optional.ofNullable(isLast ? shown.remove(subject) : shown.get(subject));
    }

    private synchronized void put(Subject subject, UInt32 number) {
        shown.put(subject, number);
    }

    private synchronized Optional<Subject> about(UInt32 number) {
        return shown.entrySet().stream()
                .filter(each -> each.getValue().equals(number))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void closed(UInt32 number) {
        about(number)
                .ifPresent(
                        subject -> {
                            number(subject, true);
                            gone.accept(subject);
                        });
    }
}
