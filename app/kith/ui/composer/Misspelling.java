package kith.ui.composer;

import kith.model.TextRange;

/// A word that the dictionary doesn't know, or one of the user's own.
///
/// @param range where it stands in what is written
/// @param isJoinedBefore whether letters stand right before it, as in languages without spaces
/// @param isJoinedBehind whether letters stand right behind it
public record Misspelling(
        TextRange range, String word, boolean isJoinedBefore, boolean isJoinedBehind) {

    static Misspelling of(TextRange range, String text) {
        return new Misspelling(
                range,
                text.substring(range.start(), range.end()),
                WordEdges.isInWord(text, range.start()),
                WordEdges.isInWord(text, range.end()));
    }

    /// Whether the same word stands at the same place, and is no part of a longer one now.
    boolean isIn(String text) {
        return text.startsWith(word, range.start())
                && (isJoinedBefore || !WordEdges.isInWord(text, range.start()))
                && (isJoinedBehind || !WordEdges.isInWord(text, range.end()));
    }
}
