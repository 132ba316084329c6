package kith.ui.composer;

import kith.model.Refusal;

/// Why what the user wrote was not done; it stands above the composer until they change it.
public sealed interface Complaint {

    /// There is nothing to complain of.
    record None() implements Complaint {}

    /// There is no such command here.
    ///
    /// @param word as it was typed, without the slash
    record UnknownCommand(String word) implements Complaint {}

    /// Something has to stand behind it.
    record Incomplete(SlashCommand command) implements Complaint {}

    /// There are several lines where a nick was to be.
    record SeveralLines() implements Complaint {}

    /// It was tried, and could not be done.
    ///
    /// @param words what stands behind it
    record Refused(SlashCommand command, String words, Refusal refusal) implements Complaint {}

    /// The message that was to be changed can be changed no more.
    record Unchangeable() implements Complaint {}

    Complaint NONE = new None();
}
