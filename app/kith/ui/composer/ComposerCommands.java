package kith.ui.composer;

import java.util.function.Consumer;

/// What a composer asks for. The outcome comes back as state of the chat.
///
/// @param send sends a message
/// @param setTyping says whether the user is writing (XEP-0085)
public record ComposerCommands(Consumer<String> send, Consumer<Boolean> setTyping) {}
