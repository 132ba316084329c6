package kith.xmpp.link;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Connects to the first of several endpoints that answers ("happy eyeballs", RFC 8305): each gets
/// a little time before the next is tried beside it. Blocks its thread; once only.
final class Race {

    private static final Logger LOG = LoggerFactory.getLogger(Race.class);

    /// How long an attempt has before the next begins (RFC 8305 §5).
    private static final Duration HEAD_START = Duration.ofMillis(250);

    private final Deque<InetSocketAddress> waiting;
    private final Duration patience;
    private final Runnable heard;
    private final Executor io;
    private final List<Attempt> attempts = new ArrayList<>();
    private final BlockingQueue<Attempt> ended = new LinkedBlockingQueue<>();
    private final List<IOException> failures = new ArrayList<>();

    /// @param endpoints the best first; at least one
    /// @param patience for each attempt
    /// @param heard is run whenever something comes in, on any thread
    /// @param io runs the attempts, all at once
    Race(List<InetSocketAddress> endpoints, Duration patience, Runnable heard, Executor io) {
        this.waiting = new ArrayDeque<>(endpoints);
        this.patience = patience;
        this.heard = heard;
        this.io = io;
    }

    /// @return connected; connecting it again does nothing
    /// @throws ConnectException where all failed
    /// @throws SocketTimeoutException where none answered at all
    Socket run() throws IOException, InterruptedException {
        Optional<Attempt> winner = Optional.empty();
        try {
            while (winner.isEmpty()) {
                if (!waiting.isEmpty()) {
                    begin(waiting.remove());
                } else if (failures.size() == attempts.size()) {
                    throw failure();
                }
                winner = next();
            }
            return winner.get().socket;
        } finally {
            for (var attempt : attempts) {
                if (winner.filter(attempt::equals).isEmpty()) {
                    attempt.giveUp();
                }
            }
        }
    }

    private void begin(InetSocketAddress endpoint) throws IOException {
        var attempt = new Attempt(endpoint);
        attempts.add(attempt);
        io.execute(attempt);
    }

    /// Waits until an attempt ends, or for as long as the last has before the next begins.
    private Optional<Attempt> next() throws InterruptedException {
        var first =
                waiting.isEmpty()
                        ? ended.take()
                        : ended.poll(HEAD_START.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return Optional.empty();
        }
        if (first.failure.isPresent()) {
            failures.add(first.failure.get());
            return Optional.empty();
        }
        return Optional.of(first);
    }

    /// One that tells more than that nobody answered comes first.
    private IOException failure() {
        var telling =
                failures.stream()
                        .filter(each -> !(each instanceof SocketTimeoutException))
                        .findFirst();
        var all =
                telling.isEmpty()
                        ? new SocketTimeoutException("nobody answers")
                        : new ConnectException(telling.get().getMessage());
        all.initCause(telling.orElseGet(failures::getFirst));
        failures.forEach(all::addSuppressed);
        return all;
    }

    /// One connection in the making.
    private final class Attempt implements Runnable {

        private final InetSocketAddress endpoint;
        private final ConnectedSocket socket;
        private volatile Optional<IOException> failure = Optional.empty();

        Attempt(InetSocketAddress endpoint) throws IOException {
            this.endpoint = endpoint;
            this.socket = new ConnectedSocket(heard);
            socket.setTcpNoDelay(true); // see RacingSockets
            socket.setKeepAlive(true);
        }

        @Override
        public void run() {
            try {
                socket.connect(endpoint, Math.toIntExact(patience.toMillis()));
            } catch (IOException unreached) {
                LOG.debug("Not reached: {}", endpoint, unreached);
                failure = Optional.of(unreached);
            } catch (RuntimeException | Error bug) {
                failure = Optional.of(new IOException(bug));
                throw bug;
            } finally {
                ended.add(this); // or the race would never end
            }
        }

        void giveUp() {
            try {
                socket.close();
            } catch (IOException noMatter) {
                LOG.debug("Closing", noMatter);
            }
        }
    }
}
