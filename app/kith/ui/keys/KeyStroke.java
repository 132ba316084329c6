package kith.ui.keys;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A key with those that are held down with it.
///
/// @param shortcut whether Ctrl is held; Command on macOS
/// @param key a name as in JavaFX's `KeyCode`, or [#ANY_DIGIT]; keys of the number pad go by the
///   names of those beside it
public record KeyStroke(boolean shortcut, boolean alt, boolean shift, String key) {

    /// Any key from 1 to 9.
    public static final String ANY_DIGIT = "DIGITS";

    private static final String SHORTCUT = "Shortcut";
    private static final String ALT = "Alt";
    private static final String SHIFT = "Shift";
    private static final String DIGIT = "DIGIT";

    /// The letters that, together with Ctrl, edit a text; with Shift only [#REDO] does.
    private static final Set<String> EDITING_LETTERS = Set.of("A", "C", "V", "X", "Y", "Z");

    private static final String REDO = "Z";

    /// The other keys with which, together with Ctrl, one edits and walks in a text, or selects in
    /// it if Shift is held too. Home and End are the only ones that lead to the ends of what is
    /// written. Up and Down are none: they go by paragraphs, which the arrows alone nearly do in a
    /// field of a few lines, while in other clients Ctrl+Up takes up the last message.
    private static final Set<String> EDITING =
            Set.of(
                    "LEFT",
                    "RIGHT",
                    "HOME",
                    "END",
                    "BACK_SPACE",
                    "DELETE",
                    "INSERT",
                    "ENTER",
                    "SPACE");

    /// Why keys can't be a shortcut of the window.
    public enum Unfit {
        /// Alone, or with Shift, a key types a letter or moves in a text.
        TYPES,
        /// Text fields need them.
        EDITS,
        /// Ctrl and Alt together are AltGr on many keyboards, which types letters too.
        TYPES_WITH_ALT,
        /// What they are to do depends on which digit it is.
        NO_DIGIT
    }

    /// Reads what [#written] wrote.
    ///
    /// @return empty for anything else
    public static Optional<KeyStroke> parse(String written) {
        var parts = Arrays.asList(written.split("\\+", -1));
        var held = new HashSet<>(parts.subList(0, parts.size() - 1));
        var stroke =
                new KeyStroke(
                        held.contains(SHORTCUT),
                        held.contains(ALT),
                        held.contains(SHIFT),
                        parts.getLast());
        return stroke.key.isEmpty() || !stroke.written().equals(written)
                ? Optional.empty()
                : Optional.of(stroke);
    }

    /// In words that don't depend on language and system: `Shortcut+Shift+W`.
    public String written() {
        return (shortcut ? SHORTCUT + "+" : "")
                + (alt ? ALT + "+" : "")
                + (shift ? SHIFT + "+" : "")
                + key;
    }

    /// The same with any digit from 1 to 9 in place of one; any other as it is.
    public KeyStroke withAnyDigit() {
        return digit() > 0 ? new KeyStroke(shortcut, alt, shift, ANY_DIGIT) : this;
    }

    /// The same with a certain digit.
    ///
    /// @param digit from 0 to 9
    public KeyStroke withDigit(int digit) {
        return new KeyStroke(shortcut, alt, shift, DIGIT + digit);
    }

    /// Which digit it is; -1 for any other key.
    public int digit() {
        boolean isDigit = key.startsWith(DIGIT) && key.length() == DIGIT.length() + 1;
        return isDigit ? Character.digit(key.charAt(DIGIT.length()), 10) : -1;
    }

    /// Whether pressing one could mean the other.
    public boolean overlaps(KeyStroke other) {
        return equals(other) || withAnyDigit().equals(other) || equals(other.withAnyDigit());
    }

    /// What keeps it from being a shortcut of the window; empty where it may be one.
    public Optional<Unfit> unfit() {
        if (shortcut && alt) {
            return Optional.of(Unfit.TYPES_WITH_ALT);
        }
        if (!shortcut && !alt && !isFunctionKey()) {
            return Optional.of(Unfit.TYPES);
        }
        return shortcut && edits() ? Optional.of(Unfit.EDITS) : Optional.empty();
    }

    private boolean edits() {
        return EDITING.contains(key) || (shift ? key.equals(REDO) : EDITING_LETTERS.contains(key));
    }

    private boolean isFunctionKey() {
        return key.length() > 1
                && key.charAt(0) == 'F'
                && key.chars().skip(1).allMatch(Character::isDigit);
    }
}
