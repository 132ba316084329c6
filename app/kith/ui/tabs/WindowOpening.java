package kith.ui.tabs;

import kith.model.Chat;
import kith.model.ChatKey;

import java.util.Optional;

/// How a chat gets a window of its own.
@FunctionalInterface
public interface WindowOpening {

    /// Opens it.
    ///
    /// @param bounds where, as windows write that; none: where windows usually come
    void open(ChatKey chat, Chat.Kind kind, Optional<String> bounds);
}
