package kith.ui.text;

import java.util.Optional;
import java.util.Set;

/// A piece of a line that looks the same throughout (XEP-0393 §6.2).
///
/// @param start in the text
/// @param end in the text, behind the last char
/// @param isDirective whether it is a sign that opens or closes a style; it has that style too
public record StyledSpan(int start, int end, Set<Style> styles, boolean isDirective) {

    /// What a span is drawn as.
    public enum Style {
        STRONG('*'),
        EMPHASIS('_'),
        STRIKE('~'),
        /// Preformatted: no other style begins inside it.
        CODE('`');

        private final char directive;

        Style(char directive) {
            this.directive = directive;
        }

        static Optional<Style> of(char directive) {
            return switch (directive) {
                case '*' -> Optional.of(STRONG);
                case '_' -> Optional.of(EMPHASIS);
                case '~' -> Optional.of(STRIKE);
                case '`' -> Optional.of(CODE);
                default -> Optional.empty();
            };
        }

        /// The sign that opens and closes it.
        public char directive() {
            return directive;
        }
    }
}
