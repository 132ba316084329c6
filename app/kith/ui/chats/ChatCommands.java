package kith.ui.chats;

import kith.model.Alerts;
import kith.model.Chat;
import kith.model.ChatKey;

import java.time.Duration;
import java.util.Optional;

/// What the user can do with a chat in the list, beside opening it.
public interface ChatCommands {

    void pin(ChatKey chat);

    void unpin(ChatKey chat);

    /// Moves it among the pinned.
    ///
    /// @param index from 0, counted without the chat itself
    void movePinned(ChatKey chat, int index);

    /// Mutes it.
    ///
    /// @param length from now; none: until the user says otherwise
    void mute(ChatKey chat, Optional<Duration> length);

    void unmute(ChatKey chat);

    /// Chooses of which of its messages the user is told.
    void choose(ChatKey chat, Alerts choice);

    void markRead(ChatKey chat);

    void markUnread(ChatKey chat);

    void archive(ChatKey chat);

    void unarchive(ChatKey chat);

    /// Leaves a room on all devices, and keeps it in no list of theirs.
    void forgetRoom(ChatKey room);

    /// Opens it in a window of its own.
    void openWindow(ChatKey chat, Chat.Kind kind);
}
