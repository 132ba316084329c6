package kith.ui.composer;

import kith.model.Occupant;

/// One line of the list above the composer.
public sealed interface Suggestion {

    /// What is written when it is taken.
    String insertion();

    /// A command.
    record Command(SlashCommand command) implements Suggestion {

        @Override
        public String insertion() {
            return "/" + command.word() + (command.takesWords() ? " " : "");
        }
    }

    /// Someone in the room.
    record Person(Occupant occupant, String insertion) implements Suggestion {}

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
