package kith.model;

/// Something that a message must say to be found.
///
/// @param text as the user wrote it, without marks of syntax
public record SearchTerm(String text, Kind kind) {

    /// How much of the message's words the text has to be.
    public enum Kind {
        /// One word, or what is written like one: all of it.
        WORD,
        /// The beginning of a word.
        PREFIX,
        /// Words one after the other.
        PHRASE
    }
}
