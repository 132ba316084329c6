package kith.model;

import java.util.Optional;

/// A chat that has a window of its own, and no tab.
///
/// @param bounds where the window was and how large, as it writes that; none: it was never shown
/// @param asked how often the user has asked for the chat since; each time it comes to the front
public record ChatWindow(ChatKey chat, Optional<String> bounds, int asked) {

    public ChatWindow withBounds(String newest) {
        return new ChatWindow(chat, Optional.of(newest), asked);
    }

    public ChatWindow askedAgain() {
        return new ChatWindow(chat, bounds, asked + 1);
    }
}
