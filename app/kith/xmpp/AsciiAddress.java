package kith.xmpp;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Addresses as servers are asked for them (RFC 3987 §3.1): what isn't ASCII is escaped, and
/// nothing else changes. [URI#toASCIIString] would compose characters first, so that another file
/// may be meant, and some become what no address may have in it.
public final class AsciiAddress {

    private AsciiAddress() {}

    /// The same address, in ASCII.
    ///
    /// @return empty where it has half a character in it
    public static Optional<URI> of(URI address) {
        try {
            var text = CharBuffer.wrap(address.toString());
            var utf8 = StandardCharsets.UTF_8.newEncoder().encode(text);
            return Optional.of(URI.create(escaped(utf8)));
        } catch (CharacterCodingException half) {
            return Optional.empty();
        }
    }

    private static String escaped(ByteBuffer utf8) {
        var escaped = new StringBuilder(utf8.remaining());
        while (utf8.hasRemaining()) {
            int next = Byte.toUnsignedInt(utf8.get());
            if (next < 0x80) {
                escaped.append((char) next);
            } else {
                escaped.append("%%%02X".formatted(next));
            }
        }
        return escaped.toString();
    }
}
