package kith.ui.composer;

import kith.model.TextRange;

/// Where words begin and end in what is written.
final class WordEdges {

    private WordEdges() {}

    /// The word that a place is in or at the edge of; empty where there is none.
    ///
    /// @param place how many `char`s are before it
    static TextRange around(String text, int place) {
        int start = Math.clamp(place, 0, text.length());
        while (isInWord(text, start) || isPartBefore(text, start)) {
            start -= Character.charCount(text.codePointBefore(start));
        }
        int end = start;
        while (end < text.length() && (end == start ? isPart(text, end) : isInWord(text, end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return new TextRange(start, Math.max(end, start));
    }

    /// Whether a word goes on over a place.
    static boolean isInWord(String text, int place) {
        boolean isInText = place > 0 && place < text.length();
        if (!isInText) {
            return false;
        }
        boolean isJoinerBehind = isJoiner(text.charAt(place)) && isPart(text, place + 1);
        boolean isJoinerBefore = isJoiner(text.charAt(place - 1)) && isPartBefore(text, place - 1);
        return (isPartBefore(text, place) || isJoinerBefore)
                && (isPart(text, place) || isJoinerBehind);
    }

    private static boolean isPartBefore(String text, int place) {
        return place > 0 && isPart(text.codePointBefore(place));
    }

    private static boolean isPart(String text, int place) {
        return place < text.length() && isPart(text.codePointAt(place));
    }

    private static boolean isPart(int character) {
        int type = Character.getType(character);
        return Character.isLetterOrDigit(character)
                || character == '_'
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /// What belongs to a word between two letters of it.
    private static boolean isJoiner(char character) {
        return "'’·״׳\u00AD\u200C\u200D".indexOf(character) >= 0;
    }
}
