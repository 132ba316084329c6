package kith.session.chat;

import kith.base.Lane;
import kith.base.Subscription;
import kith.model.ChatKey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the user has before their eyes: which chat, and whether they are at its end. What comes
/// there is read as it comes. Who reads further up hasn't read what comes below: that is read once
/// they get there, and no notice is raised of it, since the page says it.
public final class Attention {

    private final ReadMarks reads;
    private final Lane core;
    private final List<Page> pages = new ArrayList<>();
    private Optional<ChatKey> watched = Optional.empty();

    public Attention(ReadMarks reads, Lane core) {
        this.reads = reads;
        this.core = core;
    }

    /// Says which chat is on screen in a focused window. Any thread.
    ///
    /// @param chat empty when none is, or the window isn't focused
    public void watching(Optional<ChatKey> chat) {
        core.execute(
                () -> {
                    watched = chat;
                    chat.ifPresent(this::readIfSeen);
                });
    }

    /// A page of a chat, whose reader isn't at the end until the page says so. Of a chat without
    /// one, all is taken to be seen. Any thread; close it with the page.
    public Page open(ChatKey chat) {
        var page = new Page(chat);
        core.execute(() -> pages.add(page));
        return page;
    }

    /// Whether the user is looking at the chat, wherever in it. Core lane only.
    boolean isOn(ChatKey chat) {
        return watched.filter(chat::equals).isPresent();
    }

    /// Something has come there, or they have got to the end: it is read, if they see it. Core lane
    /// only.
    void readIfSeen(ChatKey chat) {
        if (isOn(chat) && seesEnd(chat)) {
            reads.see(chat);
        }
    }

    private boolean seesEnd(ChatKey chat) {
        var ofChat = pages.stream().filter(page -> page.chat.equals(chat)).toList();
        return ofChat.isEmpty() || ofChat.stream().anyMatch(page -> page.isAtEnd);
    }

    /// A page that shows a chat. Any thread.
    public final class Page implements Subscription {

        private final ChatKey chat;

        /// Core lane only.
        private boolean isAtEnd;

        private Page(ChatKey chat) {
            this.chat = chat;
        }

        /// Says whether the newest message is in sight.
        public void atEnd(boolean isThere) {
            core.execute(
                    () -> {
                        isAtEnd = isThere;
                        readIfSeen(chat);
                    });
        }

        @Override
        public void close() {
            core.execute(() -> pages.remove(this));
        }
    }
}
