package kith.session.chat;

import kith.base.Lane;
import kith.model.ChatKey;

import java.util.Optional;

/// Which chat the user is looking at: what comes there is read as it comes.
public final class Attention {

    private final ReadMarks reads;
    private final Lane core;
    private Optional<ChatKey> watched = Optional.empty();

    public Attention(ReadMarks reads, Lane core) {
        this.reads = reads;
        this.core = core;
    }

    /// Says which chat is on screen in a focused window, and marks it read. Any thread.
    ///
    /// @param chat empty when none is, or the window isn't focused
    public void watching(Optional<ChatKey> chat) {
        core.execute(
                () -> {
                    watched = chat;
                    chat.ifPresent(reads::see);
                });
    }

    /// Whether the user is looking at the chat. Core lane only.
    boolean isOn(ChatKey chat) {
        return watched.filter(chat::equals).isPresent();
    }
}
