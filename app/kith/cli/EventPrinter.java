package kith.cli;

import kith.base.Subscription;
import kith.session.Session;
import kith.session.export.Names;
import kith.session.feed.EventFeed;
import kith.session.feed.SessionEvent;

import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/// Prints what happens in a session, one JSON object a line, once it is in the store.
///
/// The core lane is never held up: events wait in a queue for whoever reads them, however slowly.
/// Closed, or when the session is, it prints what is left.
public final class EventPrinter implements AutoCloseable {

    private final InstantSource clock;
    private final EventJson format;
    private final PrintStream out;
    private final BlockingQueue<Optional<Told>> queue = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> printed;
    private final Subscription listening;

    EventPrinter(EventFeed feed, Names names, Executor io, InstantSource clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
        this.format = new EventJson(names);
        this.printed = CompletableFuture.runAsync(this::print, io);
        this.listening = feed.listen(this::hear);
    }

    /// Begins to print to the standard output.
    public static EventPrinter start(Session session, Executor io, InstantSource clock) {
        return start(session, io, clock, Terminal.ofProcess().out());
    }

    /// Begins to print.
    public static EventPrinter start(
            Session session, Executor io, InstantSource clock, PrintStream out) {
        return new EventPrinter(session.feed(), session.exports().names(), io, clock, out);
    }

    /// Prints what has happened so far, then ends.
    @Override
    public void close() {
        listening.close();
        queue.add(Optional.empty());
        printed.join();
    }

    private void hear(SessionEvent event) {
        queue.add(Optional.of(new Told(event, clock.instant())));
    }

    private void print() {
        try {
            for (var next = queue.take(); next.isPresent(); next = queue.take()) {
                print(next.get());
                if (queue.isEmpty()) {
                    out.flush();
                }
            }
        } catch (InterruptedException ending) { // the session is closed and tells nothing more
            queue.forEach(each -> each.ifPresent(this::print));
        }
        out.flush();
    }

    private void print(Told told) {
        out.print(Json.line(format.json(told.event(), told.at())) + "\n");
    }

    /// @param at when the session told it
    private record Told(SessionEvent event, Instant at) {}
}
