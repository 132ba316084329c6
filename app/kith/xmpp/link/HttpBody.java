package kith.xmpp.link;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What follows the head of an answer (RFC 9112 §6), up to its end: a line that ends before it is
/// told as an [EOFException].
final class HttpBody extends InputStream {

    /// More digits than anybody fetches bytes.
    private static final Pattern CHUNK_SIZE = Pattern.compile("([0-9A-Fa-f]{1,15})[ \\t]*(?:;.*)?");

    /// What is said beside a chunk's size is at most so long.
    private static final int LONGEST_LINE = 4 * 1024;

    private final InputStream in;
    private final OptionalLong length;
    private final boolean isChunked;

    /// What is to come of the body, or of the chunk.
    private long left;

    private boolean isBegun;
    private boolean isOver;

    /// @param in after the head
    /// @throws ProtocolException where the head says several things of how long it is
    HttpBody(HttpAnswer answer, InputStream in) throws ProtocolException {
        this.in = in;
        this.length = answer.length();
        this.isChunked = answer.isChunked();
        this.left = length.orElse(0);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (isChunked) {
            nextChunk();
        }
        if (isOver || (length.isPresent() && left == 0)) {
            return -1;
        }
        boolean isCounted = isChunked || length.isPresent();
        int read = in.read(into, from, isCounted ? (int) Math.min(count, left) : count);
        if (read < 0 && isCounted) {
            throw new EOFException("the end is missing");
        }
        left -= isCounted ? read : 0;
        return read;
    }

    /// Reads up to a chunk that isn't empty, or to the last. The lines after that are not read:
    /// with it the body is there (RFC 9112 §8).
    private void nextChunk() throws IOException {
        if (left > 0 || isOver) {
            return;
        }
        if (isBegun && (in.read() != '\r' || in.read() != '\n')) {
            throw new ProtocolException("a chunk of another size");
        }
        isBegun = true;
        var size = CHUNK_SIZE.matcher(HttpAnswer.line(in, LONGEST_LINE));
        if (!size.matches()) {
            throw new ProtocolException("no chunk");
        }
        left = Long.parseLong(size.group(1), 16);
        isOver = left == 0;
    }
}
