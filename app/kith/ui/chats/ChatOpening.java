package kith.ui.chats;

import kith.model.Chat;
import kith.model.ChatKey;

import java.util.function.BiConsumer;

/// How a list opens a chat in a tab.
///
/// @param inFront opens its tab, or goes to it
/// @param inBackground opens its tab and stays where the user is
public record ChatOpening(
        BiConsumer<ChatKey, Chat.Kind> inFront, BiConsumer<ChatKey, Chat.Kind> inBackground) {

    void open(ChatKey chat, Chat.Kind kind) {
        inFront.accept(chat, kind);
    }

    void openInBackground(ChatKey chat, Chat.Kind kind) {
        inBackground.accept(chat, kind);
    }
}
