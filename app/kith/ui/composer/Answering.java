package kith.ui.composer;

import kith.model.MessageKey;

import java.util.Optional;

/// A message that is being answered in the composer.
///
/// @param author who wrote it; empty for us
/// @param words what it says
public record Answering(MessageKey message, Optional<String> author, String words) {

    /// The same by somebody of another name.
    Answering by(String name) {
        return new Answering(message, Optional.of(name), words);
    }
}
