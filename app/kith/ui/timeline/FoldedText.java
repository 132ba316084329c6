package kith.ui.timeline;

import kith.model.Mentions;
import kith.ui.text.StyledText;

/// What is shown of a message's text: all of it, or the beginning of one that is so long that
/// laying it out would hold up the window.
///
/// @param whole as it was sent
/// @param shown how many chars of it are shown, from 0 to its length
/// @param isStyled whether signs in it style it
/// @param named who is marked where it names them; empty where that is nobody
record FoldedText(String whole, int shown, boolean isStyled, String named) {

    /// More than this is folded, and each “Show more” adds as much.
    static final int MOST_CHARS = 2_000;

    static final int MOST_LINES = 30;

    /// As much as fits into so many folds.
    ///
    /// @param folds at least 1
    static FoldedText of(String whole, int folds) {
        int shown = 0;
        for (int fold = 0; fold < folds && shown < whole.length(); fold++) {
            shown = endOfFold(whole, shown);
        }
        return new FoldedText(whole, shown, true, "");
    }

    /// The same where signs in it style nothing (XEP-0393 §7).
    FoldedText unstyled() {
        return new FoldedText(whole, shown, false, named);
    }

    /// The same where somebody is marked, if it names them.
    FoldedText naming(String nick) {
        return Mentions.of(nick, visible()).isEmpty()
                ? this
                : new FoldedText(whole, shown, isStyled, nick);
    }

    /// What is read of it, or of a part of it.
    ///
    /// @param literal how many chars at its beginning mean nothing but themselves
    StyledText styled(String part, int literal) {
        return isStyled ? StyledText.of(part, literal) : StyledText.plain(part);
    }

    boolean isCut() {
        return shown < whole.length();
    }

    String visible() {
        return isCut() ? whole.substring(0, shown).stripTrailing() + "…" : whole;
    }

    private static int endOfFold(String whole, int from) {
        int limit = Math.min(whole.length(), from + MOST_CHARS);
        int end = from;
        for (int line = 0; line < MOST_LINES && end < limit; line++) {
            int newline = whole.indexOf('\n', end);
            end = newline < 0 || newline >= limit ? limit : newline + 1;
        }
        boolean splitsPair =
                end < whole.length()
                        && Character.isLowSurrogate(whole.charAt(end))
                        && end > from + 1;
        return splitsPair ? end - 1 : end;
    }
}
