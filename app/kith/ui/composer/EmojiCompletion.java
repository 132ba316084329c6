package kith.ui.composer;

import kith.ui.widget.EmojiNames;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Emoji by their names: `:smi` becomes 😃 when that is chosen, and `:smile:` 😄 at once.
public final class EmojiCompletion implements CompletionSource {

    /// Fewer letters match too much, and `:D` is no name.
    private static final int FEWEST = 2;

    @Override
    public Optional<Completion> at(String text, int caret) {
        int colon = colon(text, caret);
        if (colon < 0 || caret - colon - 1 < FEWEST) {
            return Optional.empty();
        }
        var letters = text.substring(colon + 1, caret).toLowerCase(Locale.ROOT);
        List<Suggestion> found =
                EmojiNames.matching(letters, CompletionViewModel.MOST).stream()
                        .<Suggestion>map(each -> new Suggestion.Emoji(each.emoji(), each.name()))
                        .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Completion(colon, caret, found));
    }

    /// What becomes of the letters before the caret when a colon is typed behind them.
    static Optional<Edit> closed(String text, int caret) {
        int colon = colon(text, caret);
        return colon < 0
                ? Optional.empty()
                : EmojiNames.find(text.substring(colon + 1, caret).toLowerCase(Locale.ROOT))
                        .map(emoji -> new Edit(colon, caret, emoji));
    }

    /// Where the colon is that begins the name before the caret; −1 where there is none. One behind
    /// a letter or a digit begins none: `10:30`.
    private static int colon(String text, int caret) {
        int start = caret;
        while (start > 0 && isOfName(text.charAt(start - 1))) {
            start--;
        }
        int colon = start - 1;
        boolean begins =
                colon >= 0
                        && text.charAt(colon) == ':'
                        && (colon == 0 || !isInWord(text.charAt(colon - 1)))
                        && !Verbatim.isAt(text, colon);
        return begins ? colon : -1;
    }

    private static boolean isInWord(char before) {
        return Character.isLetterOrDigit(before) || before == ':';
    }

    private static boolean isOfName(char character) {
        return (character < 0x80 && Character.isLetterOrDigit(character))
                || "_+-".indexOf(character) >= 0;
    }
}
