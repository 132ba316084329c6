package kith.session.search;

import kith.model.SearchQuery.Has;

import java.util.Locale;

/// One condition of a search beside its words, such as `from:layla`.
///
/// @param value as people write it, without quotes; of [Kind#HAS] what it has
public record SearchFilter(Kind kind, String value) {

    /// That a message has something beside words.
    public static SearchFilter has(Has what) {
        return new SearchFilter(Kind.HAS, what.name().toLowerCase(Locale.ROOT));
    }

    /// What is asked.
    public enum Kind {
        FROM,
        IN,
        AFTER,
        BEFORE,
        HAS;

        /// Whether one message can hold several of it, or a search can ask for one of several.
        public boolean isRepeatable() {
            return this == FROM || this == IN || this == HAS;
        }
    }

    /// As it stands in a query.
    public String written() {
        var bare = value.replaceAll("[\"“”„«»]", " ").strip();
        var name = kind.name().toLowerCase(Locale.ROOT);
        return name + (bare.chars().allMatch(SearchFilter::isPlain) ? ":" + bare : quoted(bare));
    }

    private static boolean isPlain(int letter) {
        return Character.isLetterOrDigit(letter) || letter == '-';
    }

    private static String quoted(String bare) {
        return ":\"" + bare + "\"";
    }
}
