package kith.ui.composer;

import kith.model.MessageKey;

/// A message that is being answered in the composer.
///
/// @param author who wrote it; empty for us
/// @param words what it says
public record Answering(MessageKey message, String author, String words) {}
