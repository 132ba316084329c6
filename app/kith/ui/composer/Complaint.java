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

    /// It does not go to whom alone it was to go to.
    record NotPrivate(Whisper to) implements Complaint {}

    /// Files would go to all in the room.
    record FilesNotPrivate() implements Complaint {}

    /// What is to be read by one person alone stands where all would read it: behind other words,
    /// or in place of what was said to all.
    record Mixed() implements Complaint {}

    /// The message that was to be changed can be changed no more.
    record Unchangeable() implements Complaint {}

    Complaint NONE = new None();
}
