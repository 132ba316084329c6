package kith.session.chat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.SharedFlags;
import kith.xmpp.XmppEvent.FlagsElsewhere;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What other devices have chosen for chats that aren't here: it waits until they are. Core lane
/// only.
final class ChatsToCome {

    /// Nobody has pinned or muted more; the rest is left out.
    private static final int MOST = 10_000;

    private final ChatList chats;
    private final Map<Place, SharedFlags> waiting = new HashMap<>();
    private int seen;

    ChatsToCome(ChatList chats) {
        this.chats = chats;
    }

    /// Keeps it until there is such a chat.
    void put(AccountId account, FlagsElsewhere theirs) {
        var place = new Place(new ChatKey(account, theirs.peer()), theirs.kind());
        if (theirs.flags().equals(SharedFlags.NONE)) {
            waiting.remove(place);
        } else if (waiting.size() < MOST || waiting.containsKey(place)) {
            waiting.put(place, theirs.flags());
        }
    }

    /// Those that are here now.
    ///
    /// @param count how many chats there are
    List<ChatKey> arrived(int count) {
        if (count == seen) {
            return List.of(); // one has only changed, as with each message
        }
        seen = count;
        return waiting.keySet().stream()
                .filter(place -> chats.has(place.chat(), place.kind()))
                .map(Place::chat)
                .toList();
    }

    /// What was chosen for one that is here; it waits no more.
    SharedFlags take(ChatKey chat) {
        var place = new Place(chat, chats.kind(chat));
        var flags = waiting.remove(place);
        return flags == null ? SharedFlags.NONE : flags;
    }

    void forget(AccountId account) {
        waiting.keySet().removeIf(place -> place.chat().account().equals(account));
    }

    private record Place(ChatKey chat, Chat.Kind kind) {}
}
