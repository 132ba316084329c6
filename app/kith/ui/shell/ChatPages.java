package kith.ui.shell;

import kith.model.Chat;
import kith.model.ChatKey;

/// Makes the page of a chat when its tab is shown.
@FunctionalInterface
public interface ChatPages {

    ChatPage make(ChatKey chat, Chat.Kind kind, ChatFrame frame);
}
