package kith.ui.composer;

import kith.ui.widget.EmojiPictures;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The signs that stand for emoji in a text control, one `char` each, however long the emoji is.
///
/// A text control draws all of its text with one font and can't hold pictures. In the fonts of the
/// field (`packaging/fonts/make.py`) all signs are blank and as wide as the picture that
/// [SignPictures] lays over each. They are characters that hardly anybody writes, and that have no
/// direction of their own, as emoji have none; of no script either, for JavaFX on Linux puts what
/// is of two scripts in the wrong order where words run from right to left. A field gives them out
/// as it meets emoji and never takes one back: what can be undone holds them still.
///
/// Who does write one of these characters gets it back: it has a sign, too, itself if it is free.
/// An emoji that comes after too many others stays as it is, and is shown as any text control does.
///
/// FX thread only.
final class EmojiSigns {

    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    /// Below it there are neither signs nor emoji but those that a variation selector makes, which
    /// is above.
    static final char FIRST_SPECIAL = '\u2000';

    /// Lines, blocks, rare arrows and operators, hexagrams. Only what DejaVu Sans has, too: JavaFX
    /// looks for what a font lacks in all that are loaded, and would find the blank ones.
    private static final int[] SIGNS =
            Stream.of(
                            IntStream.rangeClosed(0x4DC0, 0x4DFF),
                            IntStream.rangeClosed(0x22A0, 0x22C3),
                            IntStream.rangeClosed(0x22C7, 0x22EE),
                            IntStream.rangeClosed(0x22F0, 0x22FF),
                            IntStream.rangeClosed(0x21AB, 0x21CF),
                            IntStream.rangeClosed(0x21D5, 0x21FF),
                            IntStream.rangeClosed(0x27F0, 0x27FF),
                            IntStream.rangeClosed(0x2500, 0x259F))
                    .flatMapToInt(range -> range)
                    .toArray();

    private static final BitSet IS_BLANK = new BitSet(Character.MAX_VALUE);

    static {
        IntStream.of(SIGNS).forEach(IS_BLANK::set);
    }

    /// So many leave as many for the characters themselves.
    private static final int MOST_EMOJI = SIGNS.length / 2;

    /// Where even these are too few, letters stand for letters that no font has: not nice to see,
    /// but nothing is lost.
    private static final int FIRST_SPARE = 0xE000;

    private static final int LAST_SPARE = 0xF8FF;

    private static final char LOST = '\uFFFD';

    private final Map<String, Character> signs = new HashMap<>();
    private final Map<Character, String> written = new HashMap<>();
    private int next;
    private int spare = FIRST_SPARE;
    private int emoji;

    /// What is shown for a text: with signs in place of its emoji.
    String shown(String text) {
        if (text.chars().allMatch(c -> c < FIRST_SPECIAL)) {
            return text;
        }
        var shown = new StringBuilder(text.length());
        var graphemes = GRAPHEME.matcher(text);
        while (graphemes.find()) {
            var grapheme = graphemes.group();
            if (EmojiPictures.has(grapheme)) {
                sign(grapheme).ifPresentOrElse(shown::append, () -> shown.append(grapheme));
            } else {
                shown.append(letters(grapheme));
            }
        }
        return shown.toString();
    }

    /// What is shown for a text whose emoji stay as they are. As long as the text.
    String letters(String text) {
        if (text.chars().noneMatch(c -> isSign((char) c))) {
            return text;
        }
        var shown = new StringBuilder(text.length());
        text.chars().forEach(c -> shown.append(isSign((char) c) ? letter((char) c) : (char) c));
        return shown.toString();
    }

    /// What was written where this is shown.
    String written(String shown) {
        if (written.isEmpty()) {
            return shown;
        }
        var text = new StringBuilder(shown.length());
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            written(c).ifPresentOrElse(text::append, () -> text.append(c));
        }
        return text.toString();
    }

    /// What a sign stands for; empty for what is none.
    Optional<String> written(char shown) {
        return Optional.ofNullable(written.get(shown))
                .filter(text -> IS_BLANK.get(shown) || text.charAt(0) != shown);
    }

    private Optional<Character> sign(String grapheme) {
        var given = Optional.ofNullable(signs.get(grapheme));
        if (given.isPresent() || emoji == MOST_EMOJI) {
            return given;
        }
        emoji++;
        return blank().map(sign -> give(sign, grapheme));
    }

    private char letter(char letter) {
        var text = String.valueOf(letter);
        var given = signs.get(text);
        if (given != null) {
            return given;
        }
        var sign = written.containsKey(letter) ? blank().or(this::spare) : Optional.of(letter);
        return sign.map(it -> give(it, text)).orElse(LOST);
    }

    private Optional<Character> spare() {
        while (spare <= LAST_SPARE && written.containsKey((char) spare)) {
            spare++;
        }
        return spare <= LAST_SPARE ? Optional.of((char) spare) : Optional.empty();
    }

    private Optional<Character> blank() {
        while (next < SIGNS.length && written.containsKey((char) SIGNS[next])) {
            next++;
        }
        return next < SIGNS.length ? Optional.of((char) SIGNS[next]) : Optional.empty();
    }

    private char give(char sign, String text) {
        signs.put(text, sign);
        written.put(sign, text);
        return sign;
    }

    private static boolean isSign(char character) {
        return IS_BLANK.get(character) || (character >= FIRST_SPARE && character <= LAST_SPARE);
    }
}
