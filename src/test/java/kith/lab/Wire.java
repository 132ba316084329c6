package kith.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// One direction of a [ProxiedConnection]: a reader that puts what comes into a queue, and a writer
/// that sends it on when it is due, or breaks the connection where its fault says so.
///
/// Where the proxy ends TLS, what is in the queue are whole parts of the stream ([StanzaSplitter]),
/// else whatever was read at once.
final class Wire {

    private static final int BUFFER = 16_384;

    /// How far back a pattern may begin.
    private static final int MEMORY = 4_096;

    /// Full, it makes the sender wait, as a full TCP buffer does.
    private static final int QUEUE = 1_024;

    private static final Part END = new Part(new byte[0], 0, true);

    private final Direction direction;
    private final ProxiedConnection connection;
    private final WireConditions conditions;
    private final BlockingQueue<Part> queue = new LinkedBlockingQueue<>(QUEUE);
    private final AtomicLong passed = new AtomicLong();
    private final StringBuilder memory = new StringBuilder();
    private int stanzas;

    Wire(Direction direction, ProxiedConnection connection, WireConditions conditions) {
        this.direction = direction;
        this.connection = connection;
        this.conditions = conditions;
    }

    /// How many bytes have been sent on.
    long passed() {
        return passed.get();
    }

    /// The reader's work, until the side it reads from ends.
    void read() {
        try {
            var splitter = new StanzaSplitter();
            var buffer = new byte[BUFFER];
            int length = connection.source(direction).input().read(buffer);
            while (length >= 0) {
                for (byte[] part : parts(splitter, buffer, length)) {
                    queue.put(new Part(part, conditions.due(), false));
                    awaitTlsAfter(part);
                }
                length = connection.source(direction).input().read(buffer);
            }
        } catch (IOException broken) {
            // Ends like a connection that was closed in good order.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    private void end() {
        try {
            queue.put(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The writer's work, until the reader's end. After a break it throws away what comes.
    void write() {
        try {
            for (Part part = queue.take(); !part.end; part = queue.take()) {
                conditions.await(part.due);
                if (connection.isPassing() && !conditions.swallows(part.bytes.length)) {
                    pass(part.bytes);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connection.ended();
        }
    }

    private List<byte[]> parts(StanzaSplitter splitter, byte[] buffer, int length) {
        return connection.endsTls()
                ? splitter.split(buffer, length)
                : List.of(Arrays.copyOf(buffer, length));
    }

    /// Stops reading in clear where TLS is about to begin (RFC 6120 §5.4).
    private void awaitTlsAfter(byte[] part) {
        if (!connection.endsTls() || connection.isTlsNegotiated()) {
            return;
        }
        String xml = StanzaSplitter.text(part);
        if (xml.startsWith("<starttls") || xml.startsWith("<proceed")) {
            connection.awaitTls();
        } else if (xml.startsWith("<failure")) {
            connection.stayInClear();
        }
    }

    private void pass(byte[] part) throws InterruptedException {
        try {
            var fault = connection.fault(direction);
            OptionalInt breaking =
                    fault.map(each -> position(each, part)).orElse(OptionalInt.empty());
            send(part, breaking.orElse(part.length));
            if (breaking.isPresent()) {
                connection.breakOff(fault.orElseThrow().kind());
            } else if (connection.endsTls()) {
                passedWhole(part);
            }
        } catch (IOException gone) {
            connection.ended();
        }
    }

    private void passedWhole(byte[] part) throws IOException {
        connection.record(direction, part);
        boolean consent =
                direction == Direction.TO_CLIENT
                        && StanzaSplitter.text(part).startsWith("<proceed");
        if (consent && !connection.isTlsNegotiated()) {
            connection.turnToTls();
        }
    }

    private void send(byte[] bytes, int length) throws IOException, InterruptedException {
        OutputStream out = connection.sink(direction).output();
        int sent = 0;
        while (sent < length) {
            int slice = conditions.slice(length - sent);
            out.write(bytes, sent, slice);
            out.flush();
            sent += slice;
            passed.addAndGet(slice);
            conditions.awaitPassage(slice);
        }
    }

    /// After how many bytes of the part the fault breaks the connection, if it does.
    private OptionalInt position(Fault fault, byte[] part) {
        return switch (fault.trigger()) {
            case Fault.AfterBytes(long count) -> {
                long left = Math.max(0, count - passed.get());
                yield left <= part.length ? OptionalInt.of((int) left) : OptionalInt.empty();
            }
            case Fault.AfterPattern(Pattern pattern) -> end(pattern, part);
            case Fault.AfterStanzas(int count) ->
                    ++stanzas >= count ? OptionalInt.of(part.length) : OptionalInt.empty();
            case Fault.BeforeStanza(Pattern pattern) ->
                    pattern.matcher(StanzaSplitter.text(part)).find()
                            ? OptionalInt.of(0)
                            : OptionalInt.empty();
        };
    }

    /// Where in the part a match ends that may have begun earlier.
    private OptionalInt end(Pattern pattern, byte[] part) {
        int before = memory.length();
        memory.append(new String(part, StandardCharsets.ISO_8859_1));
        var match = pattern.matcher(memory);
        while (match.find()) {
            if (match.end() > before) {
                return OptionalInt.of(match.end() - before);
            }
        }
        memory.delete(0, Math.max(0, memory.length() - MEMORY));
        return OptionalInt.empty();
    }

    /// What waits to be sent on.
    private static final class Part {

        final byte[] bytes;

        /// When it may be sent on, by [System#nanoTime].
        final long due;

        /// Whether it is the mark of the end and nothing to send.
        final boolean end;

        Part(byte[] bytes, long due, boolean end) {
            this.bytes = bytes;
            this.due = due;
            this.end = end;
        }
    }
}
