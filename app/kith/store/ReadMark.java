package kith.store;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.MessageKey;

import java.util.Optional;

/// How far the user has read a chat, where others don't know it yet.
///
/// @param to the last message of others that they have read
/// @param archiveId that one's name in the chat's archive
/// @param markable the sender's id of the last one up to there whose sender wants to hear of it; in
///   a room the room's
public record ReadMark(
        ChatKey chat,
        Chat.Kind kind,
        MessageKey to,
        Optional<String> archiveId,
        Optional<String> markable) {}
