package kith.session.chat;

import kith.base.BatchLane;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Hole;
import kith.model.Message;
import kith.store.MessageStore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// The windows that are open on chats, and what they are told.
public final class Timelines {

    private final MessageStore store;
    private final ToIntFunction<ChatKey> unread;
    private final Function<ChatKey, List<Hole>> holes;
    private final BatchLane core;
    private final List<TimelineWindow> windows = new ArrayList<>();

    /// @param unread how many messages of a chat came since the user last read; asked on the core
    ///   lane
    /// @param holes where messages of a chat are missing; asked on the core lane
    public Timelines(
            MessageStore store,
            ToIntFunction<ChatKey> unread,
            Function<ChatKey, List<Hole>> holes,
            BatchLane core) {
        this.store = store;
        this.unread = unread;
        this.holes = holes;
        this.core = core;
    }

    /// Opens a window on the newest messages of a chat. Any thread; the caller closes it.
    public TimelineWindow open(ChatKey chat) {
        var window = new TimelineWindow(chat, store, this, core);
        core.execute(
                () -> {
                    windows.add(window);
                    window.readNewest(unread.applyAsInt(chat));
                });
        return window;
    }

    /// An archive of the account's has been read further, or asked for the first time. Core lane
    /// only.
    public void archiveRead(AccountId account) {
        for (var window : windows) {
            if (window.chat().account().equals(account)) {
                window.archiveRead();
            }
        }
    }

    /// What the windows were told may never have been kept: they show what is in the store. Core
    /// lane only.
    public void reload() {
        windows.forEach(TimelineWindow::readAgain);
    }

    List<Hole> holes(ChatKey chat) {
        return holes.apply(chat);
    }

    void added(Message message) {
        each(message.chat(), window -> window.added(message));
    }

    /// Adds it where it isn't shown.
    void put(Message message) {
        each(message.chat(), window -> window.put(message));
    }

    void changed(Message message) {
        each(message.chat(), window -> window.changed(message));
    }

    /// A reaction has come, is otherwise or is gone.
    void reacted(Message reaction) {
        each(reaction.chat(), window -> window.reacted(reaction));
    }

    void removed(Message message) {
        each(message.chat(), window -> window.removed(message));
    }

    void closed(TimelineWindow window) {
        windows.remove(window);
    }

    private void each(ChatKey chat, Consumer<TimelineWindow> work) {
        for (var window : windows) {
            if (window.chat().equals(chat)) {
                work.accept(window);
            }
        }
    }
}
