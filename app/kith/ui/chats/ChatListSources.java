package kith.ui.chats;

import kith.base.Live;
import kith.model.Chat;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.OpenTabs;
import kith.model.Room;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the list of chats is made of.
///
/// @param chats the newest message first
/// @param drafts what the user has begun to write
/// @param flags what the user has chosen for each chat
/// @param channels the rooms in which one is usually told of mentions
/// @param rooms what we are called in them
/// @param asked the rooms in which somebody waits for the user's answer
public record ChatListSources(
        Live<List<Chat>> chats,
        Live<List<Contact>> contacts,
        Live<OpenTabs> tabs,
        Live<Map<ChatKey, String>> drafts,
        Live<Map<ChatKey, ChatFlags>> flags,
        Live<Set<ChatKey>> channels,
        Live<List<Room>> rooms,
        Live<Set<ChatKey>> asked) {}
