package kith.xmpp.link;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The head of an answer by HTTP/1.1 (RFC 9112 §4); what follows it isn't read.
///
/// @param status RFC 9110 §15
/// @param headers in the order in which they came
record HttpAnswer(int status, List<Header> headers) {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");

    /// A head that is longer is none.
    private static final int LONGEST = 64 * 1024;

    /// So many times a server may say that the answer is still to come.
    private static final int MOST_INTERIM = 16;

    private static final Pattern SIZE = Pattern.compile("[0-9]+");

    /// What has more digits is larger than anything.
    private static final int MOST_DIGITS = 18;

    HttpAnswer {
        headers = List.copyOf(headers);
    }

    /// One line of a head.
    ///
    /// @param name in lower case
    record Header(String name, String value) {}

    /// Reads the answer itself, after those that say that it is to come (RFC 9110 §15.2).
    static HttpAnswer read(InputStream in) throws IOException {
        for (int interim = 0; interim < MOST_INTERIM; interim++) {
            var answer = oneHead(in);
            if (answer.status >= 200) {
                return answer;
            }
        }
        throw new ProtocolException("never an answer");
    }

    /// How many bytes follow, as it says; empty where it doesn't, or says how they are parted
    /// instead (RFC 9112 §6.3).
    ///
    /// @throws ProtocolException where it says several things
    OptionalLong length() throws ProtocolException {
        var said = elements("content-length").distinct().toList();
        if (elements("transfer-encoding").findAny().isPresent() || said.isEmpty()) {
            return OptionalLong.empty();
        }
        var size = said.getFirst();
        if (said.size() > 1 || !SIZE.matcher(size).matches()) {
            throw new ProtocolException("no size");
        }
        return OptionalLong.of(size.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(size));
    }

    /// Whether what follows comes in chunks (RFC 9112 §7.1).
    boolean isChunked() {
        return elements("transfer-encoding").toList().equals(List.of("chunked"));
    }

    /// Whether what follows is something else made of what was asked for, as packing it.
    boolean isCoded() {
        return elements("content-encoding").anyMatch(it -> !it.equals("identity"))
                || (!isChunked() && elements("transfer-encoding").findAny().isPresent());
    }

    /// Where else to look (RFC 9110 §10.2.2); some write it in UTF-8.
    Optional<String> location() {
        return values("location")
                .filter(it -> !it.isEmpty())
                .map(it -> new String(it.getBytes(ISO_8859_1), UTF_8))
                .findFirst();
    }

    private Stream<String> values(String name) {
        return headers.stream().filter(each -> each.name.equals(name)).map(Header::value);
    }

    /// The elements of a list, in however many lines (RFC 9110 §5.6.1).
    private Stream<String> elements(String name) {
        return values(name)
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(element -> element.strip().toLowerCase(Locale.ROOT))
                .filter(element -> !element.isEmpty());
    }

    private static HttpAnswer oneHead(InputStream in) throws IOException {
        var first = line(in, LONGEST);
        var status = STATUS.matcher(first);
        if (!status.matches()) {
            throw new ProtocolException("no answer by HTTP/1.1");
        }
        int read = first.length();
        var headers = new ArrayList<Header>();
        for (var line = line(in, LONGEST); !line.isEmpty(); line = line(in, LONGEST)) {
            read += line.length();
            if (read > LONGEST) {
                throw new ProtocolException("a head without end");
            }
            take(line, headers);
        }
        return new HttpAnswer(Integer.parseInt(status.group(1)), headers);
    }

    /// What is no header is passed over. One that goes on in the next line (RFC 9112 §5.2) is as
    /// good as two.
    private static void take(String line, List<Header> headers) {
        int colon = line.indexOf(':');
        if (Character.isWhitespace(line.charAt(0))) {
            if (!headers.isEmpty()) {
                headers.add(new Header(headers.getLast().name, line.strip()));
            }
        } else if (colon > 0) {
            var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.add(new Header(name, line.substring(colon + 1).strip()));
        }
    }

    /// A line, without its end, in ISO-8859-1.
    static String line(InputStream in, int longest) throws IOException {
        var line = new StringBuilder();
        int read = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("no answer");
            }
            read++;
            if (read > longest + 1) { // with a CR
                throw new ProtocolException("a line without end");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
