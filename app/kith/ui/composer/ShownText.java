package kith.ui.composer;

import kith.model.TextRange;

import java.util.Arrays;
import java.util.stream.IntStream;

/// A text that was written and what is shown for it, with a sign in place of each emoji; and which
/// place of the one is where in the other.
final class ShownText {

    private final String shown;
    private final String written;

    /// The places of the signs in what is shown, ascending.
    private final int[] signs;

    /// Where in what was written ends what each stands for.
    private final int[] ends;

    private ShownText(String shown, String written, int[] signs, int[] ends) {
        this.shown = shown;
        this.written = written;
        this.signs = signs;
        this.ends = ends;
    }

    static ShownText of(String shown, EmojiSigns known) {
        var written = known.written(shown);
        int[] signs =
                shown.chars().allMatch(c -> c < EmojiSigns.FIRST_SPECIAL)
                        ? new int[0]
                        : IntStream.range(0, shown.length())
                                .filter(i -> known.written(shown.charAt(i)).isPresent())
                                .toArray();
        int[] ends = new int[signs.length];
        int more = 0;
        for (int i = 0; i < signs.length; i++) {
            more += known.written(shown.charAt(signs[i])).map(String::length).orElse(1) - 1;
            ends[i] = signs[i] + 1 + more;
        }
        return new ShownText(shown, written, signs, ends);
    }

    String shown() {
        return shown;
    }

    String written() {
        return written;
    }

    boolean hasSigns() {
        return signs.length > 0;
    }

    /// The places of the signs that a stretch of what is shown has, ascending.
    int[] signsIn(TextRange stretch) {
        return Arrays.copyOfRange(signs, signsBefore(stretch.start()), signsBefore(stretch.end()));
    }

    /// How many `char`s were written before a place of what is shown.
    int toWritten(int place) {
        int before = signsBefore(place);
        return before == 0 ? place : ends[before - 1] + place - signs[before - 1] - 1;
    }

    TextRange toWritten(TextRange range) {
        return new TextRange(toWritten(range.start()), toWritten(range.end()));
    }

    /// How many `char`s are shown before a place of what was written; the end of an emoji, where it
    /// is inside of one.
    int toShown(int place) {
        int found = Arrays.binarySearch(ends, place);
        int before = found >= 0 ? found + 1 : -found - 1;
        int base = before == 0 ? place : signs[before - 1] + 1 + place - ends[before - 1];
        boolean isInside = before < signs.length && base > signs[before];
        return isInside ? signs[before] + 1 : base;
    }

    TextRange toShown(TextRange range) {
        return new TextRange(toShown(range.start()), toShown(range.end()));
    }

    private int signsBefore(int place) {
        int found = Arrays.binarySearch(signs, place);
        return found >= 0 ? found : -found - 1;
    }
}
