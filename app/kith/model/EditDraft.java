package kith.model;

/// Other words for a message of ours, begun and not sent.
///
/// @param text as far as the user has come; may be blank
public record EditDraft(MessageKey message, String text) {}
