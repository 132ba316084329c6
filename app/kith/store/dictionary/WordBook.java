package kith.store.dictionary;

import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.analysis.hunspell.TimeoutPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// A dictionary that was read. Blocks. Any thread.
public final class WordBook {

    private static final Logger LOG = LoggerFactory.getLogger(WordBook.class);

    /// Longer ones are no words, and take long.
    private static final int LONGEST_WORD = 60;

    /// As many words as a long text has.
    private static final int MOST_REMEMBERED = 50_000;

    /// A thousand times as long as a word takes, as the first may take longer.
    private static final Duration TIME_FOR_ONE = Duration.ofMillis(500);

    /// Who is that far behind is asked no more: ten words in a row that took too long.
    private static final int MOST_BEHIND = 1000;

    /// A word that took too long.
    private static final int BEHIND = 100;

    private static final Duration TIME_TO_SUGGEST = Duration.ofMillis(250);

    private final Dictionary dictionary;
    private final Letters letters;
    private final Map<String, Boolean> remembered = new ConcurrentHashMap<>();

    /// A word in time makes good for a part of one that wasn't.
    private final AtomicInteger behind = new AtomicInteger();

    WordBook(Dictionary dictionary, Letters letters) {
        this.dictionary = dictionary;
        this.letters = letters;
    }

    /// Whether a word is misspelt, as far as the dictionary can say: not where it has no such
    /// letters, or takes too long.
    public boolean isMisspelt(String word) {
        if (word.length() > LONGEST_WORD || isTooSlow() || !letters.has(word)) {
            return false;
        }
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        var known = remembered.get(word);
        if (known != null) {
            return known;
        }
        var deadline = Deadline.in(TIME_FOR_ONE);
        boolean isMisspelt = look(word, deadline);
        if (deadline.isOver()) {
            behind.addAndGet(BEHIND);
        } else {
            behind.updateAndGet(it -> it >= MOST_BEHIND ? it : Math.max(0, it - 1));
            remembered.put(word, isMisspelt);
        }
        return isMisspelt;
    }

    /// Whether so many words took too long that it is asked no more.
    public boolean isTooSlow() {
        return behind.get() >= MOST_BEHIND;
    }

    /// What may have been meant, the likeliest first.
    ///
    /// @param most how many
    public List<String> suggest(String word, int most) {
        if (word.length() > LONGEST_WORD) {
            return List.of();
        }
        // it keeps to the time by itself, and gives what it has by then; twice that is an emergency
        var deadline = Deadline.in(TIME_TO_SUGGEST.multipliedBy(2));
        var speller = new Hunspell(dictionary, TimeoutPolicy.RETURN_PARTIAL_RESULT, deadline);
        return unharmed(
                () ->
                        speller.suggest(plain(word), TIME_TO_SUGGEST.toMillis()).stream()
                                .filter(each -> !each.isBlank() && each.length() <= LONGEST_WORD)
                                .distinct()
                                .limit(most)
                                .toList(),
                List.of());
    }

    private boolean look(String word, Deadline deadline) {
        var speller = new Hunspell(dictionary, TimeoutPolicy.RETURN_PARTIAL_RESULT, deadline);
        var normal = Normalizer.normalize(word, Normalizer.Form.NFC);
        return unharmed(() -> !speller.spell(normal) && !speller.spell(plain(normal)), false);
    }

    /// Most dictionaries have only the apostrophe of typewriters, and no hyphen that isn't seen.
    private static String plain(String word) {
        return word.replace('’', '\'').replace("\u00AD", "");
    }

    /// That a dictionary is damaged may show only when it is asked.
    private static <T> T unharmed(Supplier<T> question, T otherwise) {
        try {
            return question.get();
        } catch (RuntimeException | Error damaged) { // whatever Lucene stumbles over
            LOG.debug("A dictionary has no answer", damaged);
            return otherwise;
        }
    }
}
