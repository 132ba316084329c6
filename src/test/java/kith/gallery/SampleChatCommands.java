package kith.gallery;

import kith.model.Alerts;
import kith.model.Chat;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.Mute;
import kith.ui.chats.ChatCommands;
import kith.ui.tabs.WindowOpening;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Does in the sample world what the user chooses for chats, and writes it down.
record SampleChatCommands(SampleWorld world, List<String> commands, WindowOpening windows)
        implements ChatCommands {

    @Override
    public void pin(ChatKey chat) {
        commands.add("pin " + chat.peer());
        change(chat, it -> it.withPinned(Optional.of(world.flags.get().size())));
    }

    @Override
    public void unpin(ChatKey chat) {
        commands.add("unpin " + chat.peer());
        change(chat, it -> it.withPinned(Optional.empty()));
    }

    @Override
    public void movePinned(ChatKey chat, int index) {
        commands.add("move " + chat.peer() + " to " + index);
    }

    @Override
    public void mute(ChatKey chat, Optional<Duration> length) {
        commands.add("mute " + chat.peer() + length.map(it -> " for " + it).orElse(""));
        change(chat, it -> it.withMute(new Mute.Always()));
    }

    @Override
    public void unmute(ChatKey chat) {
        commands.add("unmute " + chat.peer());
        change(chat, it -> it.withMute(new Mute.Off()));
    }

    @Override
    public void choose(ChatKey chat, Alerts choice) {
        commands.add("choose " + choice + " " + chat.peer());
        change(chat, it -> it.choosing(choice));
    }

    @Override
    public void markRead(ChatKey chat) {
        commands.add("read " + chat.peer());
    }

    @Override
    public void markUnread(ChatKey chat) {
        commands.add("unread " + chat.peer());
        change(chat, it -> it.withMarkedUnread(true));
    }

    @Override
    public void archive(ChatKey chat) {
        commands.add("archive " + chat.peer());
        var archived = new ChatFlags.Archived(Optional.empty());
        change(chat, it -> it.withArchived(Optional.of(archived)).withPinned(Optional.empty()));
    }

    @Override
    public void unarchive(ChatKey chat) {
        commands.add("unarchive " + chat.peer());
        change(chat, it -> it.withArchived(Optional.empty()));
    }

    @Override
    public void forgetRoom(ChatKey room) {
        commands.add("forget " + room.peer());
    }

    @Override
    public void openWindow(ChatKey chat, Chat.Kind kind) {
        windows.open(chat, kind, Optional.empty());
    }

    private void change(ChatKey chat, UnaryOperator<ChatFlags> change) {
        var changed = new HashMap<>(world.flags.get());
        changed.put(chat, change.apply(changed.getOrDefault(chat, ChatFlags.NONE)));
        world.set(world.flags, java.util.Map.copyOf(changed));
    }
}
