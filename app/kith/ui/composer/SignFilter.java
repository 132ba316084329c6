package kith.ui.composer;

import javafx.scene.control.TextFormatter.Change;

import java.util.function.UnaryOperator;

/// Puts signs for emoji into whatever comes into a text control, by key, clipboard, input method or
/// program.
///
/// What comes in may make an emoji only with what stands beside it, as a skin tone behind a hand
/// does, or the second half of a character; so what is beside it is looked at, too. While an input
/// method composes it counts the letters it has put in: these stay as they are until it is done.
final class SignFilter implements UnaryOperator<Change> {

    /// How far what stands beside it may join what comes in, in `char`s: more than any emoji has.
    private static final int REACH = 64;

    private final EmojiSigns signs;
    private boolean isComposing;

    SignFilter(EmojiSigns signs) {
        this.signs = signs;
    }

    /// Says whether an input method composes what comes in.
    void setComposing(boolean is) {
        isComposing = is;
    }

    @Override
    public Change apply(Change change) {
        if (isComposing && change.isContentChange()) {
            change.setText(signs.letters(change.getText()));
        } else if (change.isContentChange()) {
            putSigns(change);
        }
        return change;
    }

    private void putSigns(Change change) {
        var now = change.getControlText();
        int start = change.getRangeStart();
        int end = change.getRangeEnd();
        int from = joiningBefore(now, start);
        int to = joiningBehind(now, end);
        var before = now.substring(from, start);
        var behind = now.substring(end, to);
        var text = change.getText();
        if (isPlain(before) && isPlain(text) && isPlain(behind)) {
            return;
        }
        int lead = signs.written(before).length();
        var alone = signs.shown(text);
        var joined = signs.shown(signs.written(before) + text + signs.written(behind));
        if (joined.equals(before + alone + behind)) {
            replace(change, start, end, alone, start);
        } else {
            replace(change, from, to, joined, start - lead);
        }
    }

    /// Makes another change of it, with the caret at the same place of what is written.
    ///
    /// @param origin where what is shown now would have begun as it was written
    private void replace(Change change, int from, int to, String shown, int origin) {
        var text = ShownText.of(shown, signs);
        int anchor = from + text.toShown(change.getAnchor() - origin);
        int caret = from + text.toShown(change.getCaretPosition() - origin);
        change.setRange(from, to);
        change.setText(shown);
        change.setAnchor(anchor);
        change.setCaretPosition(caret);
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < EmojiSigns.FIRST_SPECIAL);
    }

    /// Where what may join what comes in behind it begins; a letter that a variation selector may
    /// make an emoji among it.
    private static int joiningBefore(String text, int place) {
        int least = Math.max(0, place - REACH);
        int start = place;
        while (start > least && joins(text.charAt(start - 1))) {
            start--;
        }
        if (start > 0) {
            start -= Character.charCount(text.codePointBefore(start));
        }
        return start;
    }

    private static int joiningBehind(String text, int place) {
        int most = Math.min(text.length(), place + REACH);
        int end = place;
        while (end < most && joins(text.charAt(end))) {
            end++;
        }
        boolean isHalf = end < text.length() && Character.isLowSurrogate(text.charAt(end));
        return isHalf ? end + 1 : end;
    }

    private static boolean joins(char character) {
        return character >= EmojiSigns.FIRST_SPECIAL;
    }
}
