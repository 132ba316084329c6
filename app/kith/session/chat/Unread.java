package kith.session.chat;

import kith.model.Chat;
import kith.model.Message;

/// A message of somebody else's that has just come, and that the user has not read.
///
/// @param isMention whether it speaks to the user; of a contact's it says nothing
public record Unread(Message message, Chat.Kind kind, boolean isMention) {}
