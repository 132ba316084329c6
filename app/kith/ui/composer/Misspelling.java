package kith.ui.composer;

import kith.model.TextRange;

/// A word that the dictionary doesn't know.
///
/// @param range where it stands in what is written
public record Misspelling(TextRange range, String word) {

    static Misspelling of(TextRange range, String text) {
        return new Misspelling(range, text.substring(range.start(), range.end()));
    }

    boolean isIn(String text) {
        return text.startsWith(word, range.start()); // the same place, the same word
    }
}
