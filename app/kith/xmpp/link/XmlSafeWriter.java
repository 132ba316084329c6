package kith.xmpp.link;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/// Replaces what XML 1.0 can't carry (§2.2) on its way out. A server would close the stream over a
/// single such character, and over the same message again after each reconnect.
final class XmlSafeWriter extends FilterWriter {

    private static final char REPLACEMENT = '\uFFFD';

    /// So many brackets before a `>` end a section.
    private static final int END = 2;

    private int brackets;

    XmlSafeWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int character) throws IOException {
        write(String.valueOf((char) character));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length));
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        var safe = sectionsUnended(safe(text.substring(from, from + length)), brackets);
        brackets = bracketsAfter(safe, brackets);
        super.write(safe, 0, safe.length());
    }

    /// The text without `]]>`, which Smack leaves as it is and no XML may have outside of a CDATA
    /// section (XML 1.0 §2.4): somebody only has to write it to end the stream. The same XML in
    /// other words.
    static String sectionsUnended(String text) {
        return sectionsUnended(text, 0);
    }

    /// @param before how many brackets stand before the text
    private static String sectionsUnended(String text, int before) {
        int at = text.indexOf('>');
        if (at < 0 || (before == 0 && text.indexOf(']') < 0)) {
            return text;
        }
        var unended = new StringBuilder(text);
        for (; at >= 0; at = unended.indexOf(">", at + 1)) {
            if (bracketsAfter(unended.substring(0, at), before) == END) {
                unended.replace(at, at + 1, "&gt;");
            }
        }
        return unended.toString();
    }

    /// With how many brackets, at most [#END], a text ends.
    private static int bracketsAfter(String text, int before) {
        int count = 0;
        while (count < END
                && count < text.length()
                && text.charAt(text.length() - 1 - count) == ']') {
            count++;
        }
        return count == text.length() ? Math.min(END, count + before) : count;
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
