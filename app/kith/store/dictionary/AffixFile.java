package kith.store.dictionary;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What the `.aff` file of a dictionary says of itself, as far as it matters before it is read.
final class AffixFile {

    private static final Charset LATIN = StandardCharsets.ISO_8859_1;

    private static final String SET = "SET";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final byte[] MARK = BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8);

    private final byte[] bytes;

    /// @param bytes all of it
    AffixFile(byte[] bytes) {
        boolean isMarked = Arrays.mismatch(bytes, MARK) == MARK.length;
        this.bytes = isMarked ? Arrays.copyOfRange(bytes, MARK.length, bytes.length) : bytes;
    }

    /// Fails where it promises more lines than it has, in its encoding or before that is known.
    void check() throws UnreadableDictionaryException {
        new PromisedLines(lines(LATIN)).check();
        var encoding = encoding();
        if (!encoding.equals(LATIN)) {
            new PromisedLines(lines(encoding)).check();
        }
    }

    /// In what the words are written; what isn't named or known counts as Latin.
    ///
    /// @throws UnreadableDictionaryException where it names several
    Charset encoding() throws UnreadableDictionaryException {
        var named =
                lines(LATIN).stream()
                        .map(PromisedLines::words)
                        .filter(words -> words.length > 1 && words[0].equals(SET))
                        .map(words -> charset(words[1]))
                        .distinct()
                        .toList();
        if (named.size() > 1) {
            throw new UnreadableDictionaryException("several encodings");
        }
        return named.isEmpty() ? LATIN : named.getFirst();
    }

    /// As they are in an encoding; a second mark isn't part of the first one.
    private List<String> lines(Charset encoding) {
        var text = new String(bytes, encoding);
        return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).lines().toList();
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(
                    name.toLowerCase(Locale.ROOT)
                            .replace("microsoft-cp", "windows-")
                            .replace("tis620-2533", "tis-620"));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return LATIN;
        }
    }
}
