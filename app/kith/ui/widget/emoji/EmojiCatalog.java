package kith.ui.widget.emoji;

import kith.ui.widget.EmojiNames;
import kith.ui.widget.EmojiNames.Named;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// All emoji, each under the first of its names, in their sections; and those that some words find.
///
/// Made when the first picker opens.
final class EmojiCatalog {

    /// How well names fit words; what doesn't fit at all has none.
    private static final int EXACT = 0;

    private static final int BEGINS = 1;
    private static final int WORDS = 2;
    private static final int LETTERS = 3;
    private static final int NOT = 4;

    private static final Map<EmojiSection, List<Named>> SECTIONS = sections();

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private EmojiCatalog() {}

    /// Those of a section, in the order of Unicode; none for what was chosen lately.
    static List<Named> of(EmojiSection section) {
        return SECTIONS.getOrDefault(section, List.of());
    }

    /// An emoji, in whatever tone, with the name it has without one.
    static Named named(String emoji) {
        return new Named(emoji, EmojiNames.of(emoji).orElse(emoji));
    }

    /// Those that have all the words in their names, under the name that fits best, in the order of
    /// how well it fits.
    ///
    /// @param words in any case and with any accents
    static List<Named> find(String words) {
        var wanted = folded(words);
        var found = new ArrayList<List<Named>>();
        for (int rank = 0; rank < NOT; rank++) {
            found.add(new ArrayList<>());
        }
        for (var names : EmojiNames.all()) {
            int best = NOT;
            var fitting = names.getFirst();
            for (var each : names) {
                int rank = rank(each.name(), wanted);
                if (rank < best) {
                    best = rank;
                    fitting = each;
                }
            }
            if (best < NOT) {
                found.get(best).add(fitting);
            }
        }
        return found.stream().flatMap(List::stream).toList();
    }

    private static int rank(String name, List<String> words) {
        var whole = String.join("_", words);
        if (name.equals(whole)) {
            return EXACT;
        }
        if (name.startsWith(whole)) {
            return BEGINS;
        }
        var parts = name.split("[_-]", -1);
        if (words.stream()
                .allMatch(word -> Stream.of(parts).anyMatch(part -> part.startsWith(word)))) {
            return WORDS;
        }
        return words.stream().allMatch(name::contains) ? LETTERS : NOT;
    }

    /// The words as names are written: small letters without accents.
    private static List<String> folded(String words) {
        var apart = Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        var plain = ACCENTS.matcher(apart).replaceAll("");
        return Stream.of(plain.split("[\\s_:]+", -1)).filter(each -> !each.isEmpty()).toList();
    }

    private static Map<EmojiSection, List<Named>> sections() {
        var sections = new EnumMap<EmojiSection, List<Named>>(EmojiSection.class);
        var now = new ArrayList<Named>();
        for (var names : EmojiNames.all()) {
            var emoji = names.getFirst();
            for (var each : EmojiSection.values()) {
                if (each.first().equals(emoji.emoji())) {
                    now = new ArrayList<>();
                    sections.put(each, now);
                }
            }
            now.add(emoji);
        }
        return sections;
    }
}
