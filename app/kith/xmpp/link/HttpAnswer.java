package kith.xmpp.link;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.regex.Pattern;

/// The head of an answer by HTTP/1.1 (RFC 9112 §4); what follows it isn't read.
final class HttpAnswer {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");

    /// A head that is longer is none.
    private static final int LONGEST = 64 * 1024;

    /// So many times a server may say that the answer is still to come.
    private static final int MOST_INTERIM = 16;

    private HttpAnswer() {}

    /// The status of the answer itself, after those that say that it is to come (RFC 9110 §15.2).
    static int status(InputStream in) throws IOException {
        for (int interim = 0; interim < MOST_INTERIM; interim++) {
            int status = oneHead(in);
            if (status >= 200) {
                return status;
            }
        }
        throw new ProtocolException("never an answer");
    }

    private static int oneHead(InputStream in) throws IOException {
        var first = line(in);
        var status = STATUS.matcher(first);
        if (!status.matches()) {
            throw new ProtocolException("no answer by HTTP/1.1");
        }
        int read = first.length();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            read += line.length();
            if (read > LONGEST) {
                throw new ProtocolException("a head without end");
            }
        }
        return Integer.parseInt(status.group(1));
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("no answer");
            }
            if (line.length() >= LONGEST) {
                throw new ProtocolException("a line without end");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
