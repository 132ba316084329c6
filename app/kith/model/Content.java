package kith.model;

/// What a message says.
public sealed interface Content {

    /// Words.
    ///
    /// @param body as sent, whatever it holds
    record Text(String body) implements Content {}

    /// The room's subject was changed to this; empty takes it away (XEP-0045 §8.1).
    record Subject(String subject) implements Content {}
}
