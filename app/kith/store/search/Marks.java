package kith.store.search;

import kith.model.SearchTerm;
import kith.model.TextRange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Where in a text is what was looked for.
final class Marks {

    private static final FoldingAnalyzer STORED = new FoldingAnalyzer(true);

    private Marks() {}

    /// Looks for the terms.
    ///
    /// @return in order, apart from each other; what only a space or a sign parts is one
    static List<TextRange> in(String text, List<SearchTerm> terms) {
        var words = Word.of(text, STORED);
        var found = new ArrayList<TextRange>();
        for (var term : terms) {
            var asked = LuceneQuery.words(term);
            boolean isOpen = term.kind() == SearchTerm.Kind.PREFIX;
            var whole = inARow(asked, isOpen, words);
            found.addAll(whole.isEmpty() ? each(asked, isOpen, words) : whole);
        }
        return joined(text, found);
    }

    private static List<TextRange> each(List<Word> asked, boolean isOpen, List<Word> words) {
        var found = new ArrayList<TextRange>();
        for (int nth = 0; nth < asked.size(); nth++) {
            boolean isLast = nth == asked.size() - 1;
            found.addAll(inARow(asked.subList(nth, nth + 1), isOpen && isLast, words));
        }
        return found;
    }

    private static List<TextRange> inARow(List<Word> asked, boolean isOpen, List<Word> words) {
        var found = new ArrayList<TextRange>();
        if (asked.isEmpty()) {
            return found;
        }
        for (int at = 0; at < words.size(); at++) {
            int end = endOfRow(asked, isOpen, words, at);
            if (end >= 0) {
                found.add(new TextRange(words.get(at).start(), end));
            }
        }
        return found;
    }

    /// Where the asked words end that begin with this one of the text; less than 0 where they
    /// don't.
    private static int endOfRow(List<Word> asked, boolean isOpen, List<Word> words, int from) {
        int end = -1;
        for (int next = 0; next < asked.size(); next++) {
            var word = asked.get(next);
            int place = words.get(from).place() + word.place() - asked.getFirst().place();
            int match = find(words, from, place, word.text(), isOpen && next == asked.size() - 1);
            if (match < 0) {
                return -1;
            }
            end = words.get(match).end();
        }
        return end;
    }

    private static int find(List<Word> words, int from, int place, String text, boolean isOpen) {
        for (int at = from; at < words.size() && words.get(at).place() <= place; at++) {
            var word = words.get(at);
            boolean isIt = isOpen ? word.text().startsWith(text) : word.text().equals(text);
            if (word.place() == place && isIt) {
                return at;
            }
        }
        return -1;
    }

    private static List<TextRange> joined(String text, List<TextRange> found) {
        found.sort(Comparator.comparingInt(TextRange::start).thenComparingInt(TextRange::end));
        var joined = new ArrayList<TextRange>();
        for (var range : found) {
            if (!joined.isEmpty() && isClose(text, joined.getLast().end(), range.start())) {
                var last = joined.removeLast();
                joined.add(new TextRange(last.start(), Math.max(last.end(), range.end())));
            } else {
                joined.add(range);
            }
        }
        return List.copyOf(joined);
    }

    private static boolean isClose(String text, int end, int start) {
        return start <= end
                || (start == end + 1 && !Character.isLetterOrDigit(text.codePointAt(end)));
    }
}
