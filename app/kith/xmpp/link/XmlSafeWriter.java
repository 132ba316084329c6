package kith.xmpp.link;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/// Replaces what XML 1.0 can't carry (§2.2) on its way out. A server would close the stream over a
/// single such character, and over the same message again after each reconnect.
final class XmlSafeWriter extends FilterWriter {

    private static final char REPLACEMENT = '\uFFFD';

    XmlSafeWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int character) throws IOException {
        super.write(isSafe((char) character) ? character : REPLACEMENT);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        for (int at = from; at < from + length; at++) {
            if (!isSafe(text[at])) {
                write(new String(text, from, length), 0, length);
                return;
            }
        }
        super.write(text, from, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        super.write(safe(text.substring(from, from + length)), 0, length);
    }

    /// The text with each character that can't be carried replaced, as long as before.
    static String safe(String text) {
        int at = 0;
        while (at < text.length() && isSafeAt(text, at)) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        var safe = new StringBuilder(text);
        for (; at < text.length(); at++) {
            if (!isSafeAt(text, at)) {
                safe.setCharAt(at, REPLACEMENT);
            }
        }
        return safe.toString();
    }

    private static boolean isSafeAt(String text, int at) {
        char here = text.charAt(at);
        if (Character.isHighSurrogate(here)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(here)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return isSafe(here);
    }

    private static boolean isSafe(char character) {
        return character >= ' '
                ? character < '\uFFFE'
                : character == '\t' || character == '\n' || character == '\r';
    }
}
