package kith.session.chat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.SharedFlags;
import kith.store.SharedFlagStore;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What the servers last had of what the user has chosen for chats, as far as it was heard; kept
/// over restarts. Core lane only.
final class ServerFlags {

    private final SharedFlagStore store;
    private final Map<ChatKey, SharedFlags> newest = new HashMap<>();

    ServerFlags(SharedFlagStore store) {
        this.store = store;
    }

    void load() {
        newest.putAll(store.all());
    }

    SharedFlags of(ChatKey chat) {
        return newest.getOrDefault(chat, SharedFlags.NONE);
    }

    /// The chats of which they had something.
    Set<ChatKey> chats() {
        return Set.copyOf(newest.keySet());
    }

    void put(ChatKey chat, SharedFlags flags) {
        var before = of(chat);
        if (flags.equals(before)) {
            return;
        }
        if (flags.equals(SharedFlags.NONE)) {
            newest.remove(chat);
        } else {
            newest.put(chat, flags);
        }
        store.put(chat, flags);
    }

    void forget(AccountId account) {
        newest.keySet().removeIf(chat -> chat.account().equals(account));
    }

    /// The store may have lost what it was given: it is given all again.
    void storeLost() {
        store.replaceAll(newest);
    }
}
