package kith.model;

import java.util.List;

/// What a message says.
public sealed interface Content {

    /// Words.
    ///
    /// @param body as sent, whatever it holds
    record Text(String body) implements Content {}

    /// Other words for an earlier message of the same sender (XEP-0308).
    ///
    /// @param target the id that its sender gave to that one
    /// @param body what it is to say, as sent
    record Correction(String target, String body) implements Content {}

    /// The emoji that its sender puts to a message, all of them (XEP-0444); none takes back those
    /// of before.
    ///
    /// @param target the id of that message: its sender's, in a room the one that the room gave it
    /// @param emoji each once, as [Emoji#accepted] gives them
    record Reaction(String target, List<String> emoji) implements Content {

        public Reaction {
            emoji = List.copyOf(emoji);
        }
    }

    /// The room's subject was changed to this; empty takes it away (XEP-0045 §8.1).
    record Subject(String subject) implements Content {}

    /// It was something, and what the store has of it makes no sense any more: the disk has changed
    /// it.
    record Unreadable() implements Content {}

    Content UNREADABLE = new Unreadable();
}
