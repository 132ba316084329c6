package kith.ui.chats;

import kith.base.Live;
import kith.model.ChatKey;
import kith.model.OpenTabs;
import kith.model.Room;

import java.util.List;
import java.util.Set;

/// What the list of rooms is made of.
///
/// @param neverEntered those among the rooms that the user merely has bookmarks of
public record RoomListSources(
        Live<List<Room>> rooms, Live<Set<ChatKey>> neverEntered, Live<OpenTabs> tabs) {}
