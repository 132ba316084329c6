package kith.ui.shell;

import kith.model.Alerts;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.ui.chats.ChatCommands;

import java.time.Duration;
import java.util.Optional;

/// What the user does with chats in the list, done by the services of the running session.
record SessionChatCommands(SessionServices session) implements ChatCommands {

    @Override
    public void pin(ChatKey chat) {
        session.flags().pin(chat);
    }

    @Override
    public void unpin(ChatKey chat) {
        session.flags().unpin(chat);
    }

    @Override
    public void movePinned(ChatKey chat, int index) {
        session.flags().movePinned(chat, index);
    }

    @Override
    public void mute(ChatKey chat, Optional<Duration> length) {
        session.flags().mute(chat, length);
    }

    @Override
    public void unmute(ChatKey chat) {
        session.flags().unmute(chat);
    }

    @Override
    public void choose(ChatKey chat, Alerts choice) {
        session.flags().choose(chat, choice);
    }

    @Override
    public void markRead(ChatKey chat) {
        session.chatting().markRead(chat);
        session.flags().seen(chat);
    }

    @Override
    public void markUnread(ChatKey chat) {
        session.flags().markUnread(chat);
    }

    @Override
    public void archive(ChatKey chat) {
        session.flags().archive(chat);
    }

    @Override
    public void unarchive(ChatKey chat) {
        session.flags().unarchive(chat);
    }

    @Override
    public void forgetRoom(ChatKey room) {
        session.roomServices().bookmarks().forget(room);
    }

    @Override
    public void openWindow(ChatKey chat, Chat.Kind kind) {
        session.tabs().openWindow(chat, kind, Optional.empty());
    }
}
