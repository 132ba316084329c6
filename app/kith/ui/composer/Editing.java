package kith.ui.composer;

import kith.model.MessageKey;

/// A message of ours whose words are being changed in the composer.
///
/// @param words what it says up to now
public record Editing(MessageKey message, String words) {}
