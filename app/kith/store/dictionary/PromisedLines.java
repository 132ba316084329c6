package kith.store.dictionary;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// How many lines an `.aff` file says that follow, and whether they do: Lucene makes room for as
/// many as are promised.
///
/// Counts are found as Lucene finds them, with the same lines left out as belonging to others, so
/// that what is a count for it is one here and nothing else is.
final class PromisedLines {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /// Behind each of these follow the lines that it counts.
    private static final Set<String> TABLES =
            Set.of("REP", "MAP", "ICONV", "OCONV", "BREAK", "COMPOUNDRULE", "CHECKCOMPOUNDPATTERN");

    /// Counted once for all; each further line of the kind is one of them.
    private static final Set<String> ALIASES = Set.of("AF", "AM");

    private static final Set<String> AFFIXES = Set.of("PFX", "SFX");

    private final List<String> lines;

    /// @param lines all of the file's
    PromisedLines(List<String> lines) {
        this.lines = lines;
    }

    /// Fails where there are fewer.
    void check() throws UnreadableDictionaryException {
        var counted = new HashSet<String>();
        int at = 0;
        while (at < lines.size()) {
            var words = words(lines.get(at));
            at++;
            boolean isAlias = ALIASES.contains(words[0]) && counted.add(words[0]);
            boolean isTable = TABLES.contains(words[0]);
            boolean isAffix = AFFIXES.contains(words[0]);
            var count =
                    isAlias || isTable
                            ? number(words, 1)
                            : isAffix ? number(words, 3) : OptionalInt.empty();
            if (count.orElse(0) > lines.size() - at) {
                throw new UnreadableDictionaryException("more lines promised than there are");
            }
            at += isAlias ? 0 : Math.max(0, count.orElse(0));
        }
    }

    /// Without what is no space for others: Lucene's idea of it.
    static String[] words(String line) {
        return SPACE.split(line.trim(), 0);
    }

    /// What is no number ends Lucene's reading by itself.
    private static OptionalInt number(String[] words, int at) {
        if (words.length <= at) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(words[at]));
        } catch (NumberFormatException none) {
            return OptionalInt.empty();
        }
    }
}
