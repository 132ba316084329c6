package kith.lab;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Cuts the bytes of an XMPP stream where its parts end: after the stream's opening tag, after each
/// of its elements, after its closing tag, and after each white space in between.
///
/// It looks at brackets and quotes only, which is enough for streams (RFC 6120 §11.1 forbids
/// comments and the like). A stream that begins anew, after TLS or SASL, is known by its opening
/// tag. Not thread-safe; one for each direction of a connection.
final class StanzaSplitter {

    private static final String STREAM = "<stream:stream";

    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private final StringBuilder tag = new StringBuilder();
    private int depth;
    private boolean inTag;
    private char quote;

    /// Takes the next bytes.
    ///
    /// @return the parts that end in them, in order; what is left over waits for more
    List<byte[]> split(byte[] bytes, int length) {
        var whole = new ArrayList<byte[]>();
        for (int i = 0; i < length; i++) {
            part.write(bytes[i]);
            if (endsPart((char) (bytes[i] & 0xff))) {
                whole.add(part.toByteArray());
                part.reset();
            }
        }
        return whole;
    }

    /// What a part says.
    static String text(byte[] part) {
        return new String(part, StandardCharsets.UTF_8);
    }

    private boolean endsPart(char next) {
        if (!inTag) {
            inTag = next == '<';
            tag.setLength(0);
            if (!inTag) {
                return depth <= 1 && Character.isWhitespace(next);
            }
        }
        tag.append(next);
        if (quote != 0) {
            quote = next == quote ? 0 : quote;
        } else if (next == '"' || next == '\'') {
            quote = next;
        } else if (next == '>') {
            inTag = false;
            return endsPart(tag.toString());
        }
        return false;
    }

    private boolean endsPart(String wholeTag) {
        if (wholeTag.startsWith("<?")) {
            return false; // belongs to the stream's opening tag
        }
        if (wholeTag.startsWith(STREAM)) {
            depth = 1;
        } else if (wholeTag.startsWith("</")) {
            depth--;
        } else if (!wholeTag.endsWith("/>")) {
            depth++;
            return false;
        }
        return depth <= 1;
    }
}
