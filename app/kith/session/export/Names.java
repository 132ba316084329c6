package kith.session.export;

import kith.model.AccountId;
import kith.model.ChatKey;

/// What accounts and chats are called. Any thread.
public interface Names {

    /// The account's address; of one that has been removed, the one it last had.
    String address(AccountId account);

    /// What the chat list calls the chat.
    String title(ChatKey chat);
}
