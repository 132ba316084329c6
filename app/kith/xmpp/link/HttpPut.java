package kith.xmpp.link;

import kith.xmpp.UploadSlot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongConsumer;

import javax.net.ssl.SSLSocket;

/// One request by HTTP/1.1 (RFC 9112) over TLS that puts a file somewhere, and its answer.
///
/// Nothing is followed, kept or said but what the slot says: no redirects, no cookies, no name of
/// the program.
///
/// Blocks; once only.
final class HttpPut {

    /// As much as TLS packs together (RFC 8446 §5.1).
    private static final int PIECE = 16 * 1024;

    /// The system would take in megabytes at once, of which nobody knows then how slowly they go;
    /// while it takes nothing more a slow line looks like one that has died.
    private static final int UNDERWAY = 256 * 1024;

    /// For the server to take the file in once it has all of it.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// For its word on why it has hung up.
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final RacingSockets.Way way;
    private final TrustedCertificates trust;
    private final UploadSlot slot;

    HttpPut(RacingSockets.Way way, TrustedCertificates trust, UploadSlot slot) {
        this.way = way;
        this.trust = trust;
        this.slot = slot;
    }

    /// Connects, as [HttpLine] does.
    ///
    /// @param opened is told of the socket, to end what takes too long
    HttpLine.Connected connect(HttpLine.Opened opened) throws IOException {
        return new HttpLine(way, trust, slot.put(), PATIENCE)
                .connect(
                        plain -> {
                            opened.opened(plain);
                            plain.setSendBufferSize(UNDERWAY);
                        });
    }

    /// Sends it, and hears what the server says.
    ///
    /// @param size exactly what the body has
    /// @return the status (RFC 9110 §15)
    /// @throws BodyException where the body can't be read, or has another size
    int send(SSLSocket socket, InputStream body, long size, String type, LongConsumer progress)
            throws IOException {
        try {
            var out = socket.getOutputStream();
            out.write(head(size, type).getBytes(StandardCharsets.US_ASCII));
            long gone = 0;
            var piece = new byte[PIECE];
            for (int count = read(body, piece); count >= 0; count = read(body, piece)) {
                if (gone + count > size) {
                    throw new BodyException("grown");
                }
                out.write(piece, 0, count);
                gone += count;
                progress.accept(gone);
            }
            if (gone < size) {
                throw new BodyException("shorter");
            }
            out.flush();
        } catch (BodyException ours) {
            throw ours;
        } catch (IOException hungUp) {
            return lastWords(socket, hungUp);
        }
        return HttpAnswer.read(socket.getInputStream()).status();
    }

    /// A server that doesn't want it says so and hangs up, without having read it all.
    private static int lastWords(SSLSocket socket, IOException hungUp) throws IOException {
        try {
            socket.setSoTimeout(Math.toIntExact(LAST_WORDS.toMillis()));
            return HttpAnswer.read(socket.getInputStream()).status();
        } catch (IOException nothing) {
            hungUp.addSuppressed(nothing);
            throw hungUp;
        }
    }

    private static int read(InputStream body, byte[] piece) throws BodyException {
        try {
            return body.read(piece);
        } catch (IOException unreadable) {
            throw (BodyException) new BodyException("unreadable").initCause(unreadable);
        }
    }

    /// The file, not the line.
    static final class BodyException extends IOException {

        private static final long serialVersionUID = 1L;

        BodyException(String what) {
            super(what);
        }
    }

    private String head(long size, String type) {
        var head =
                new StringBuilder(HttpLine.firstLines("PUT", slot.put()))
                        .append("Content-Length: ")
                        .append(size)
                        .append("\r\n")
                        .append("Content-Type: ")
                        .append(type)
                        .append("\r\n")
                        .append("Connection: close\r\n");
        for (var header : slot.headers()) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        return head.append("\r\n").toString();
    }
}
