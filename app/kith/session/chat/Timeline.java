package kith.session.chat;

import kith.model.Message;
import kith.model.MessageKey;

import java.util.List;
import java.util.Optional;

/// The part of a chat that is on screen and around it.
///
/// @param messages oldest first
/// @param isAtStart whether nothing older is in the store
/// @param isAtEnd whether nothing newer is in the store
/// @param isLoading whether a page is being read
/// @param firstUnread the first that came since the user last read, when the chat was opened
public record Timeline(
        List<Message> messages,
        boolean isAtStart,
        boolean isAtEnd,
        boolean isLoading,
        Optional<MessageKey> firstUnread) {

    static final Timeline EMPTY = new Timeline(List.of(), false, true, true, Optional.empty());
}
