package kith.session.chat;

import kith.model.ChatKey;
import kith.model.SharedFlags;

import java.util.Optional;

/// One chat's flags on their way to the server, which tells them to us as to all devices. Core lane
/// only.
final class Telling {

    private final ChatKey chat;
    private SharedFlags wanted;
    private Optional<SharedFlags> sent = Optional.empty();

    /// @param chat whose they are
    Telling(ChatKey chat, SharedFlags wanted) {
        this.chat = chat;
        this.wanted = wanted;
    }

    ChatKey chat() {
        return chat;
    }

    boolean is(ChatKey other) {
        return chat.equals(other);
    }

    /// What is, or was, to be told.
    SharedFlags wanted() {
        return wanted;
    }

    /// They go out.
    SharedFlags send(SharedFlags flags) {
        wanted = flags;
        sent = Optional.of(flags);
        return flags;
    }

    /// The server has told something of the chat.
    ///
    /// @return whether that was ours; what it tells afterwards came later than ours
    boolean arrivedAs(SharedFlags heard) {
        boolean isOurs = sent.filter(heard::equals).isPresent();
        if (isOurs) {
            sent = Optional.empty();
        }
        return isOurs;
    }

    /// What was sent and not heard of yet.
    Optional<SharedFlags> unheard() {
        return sent;
    }
}
