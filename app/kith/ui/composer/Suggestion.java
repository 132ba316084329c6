package kith.ui.composer;

/// One line of the list above the composer.
public sealed interface Suggestion {

    /// What is written when it is taken.
    String insertion();

    /// An emoji.
    ///
    /// @param name without the colons
    record Emoji(String emoji, String name) implements Suggestion {

        @Override
        public String insertion() {
            return emoji;
        }
    }
}
