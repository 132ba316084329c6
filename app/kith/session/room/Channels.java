package kith.session.room;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.RoomTraits;
import kith.store.ChannelStore;

import java.util.HashSet;
import java.util.Set;

/// Which of the user's rooms are open to strangers, where one is usually told of mentions alone
/// (XEP-0492 §3): all but those that let only members in and show everyone's address (XEP-0045
/// §4.2). What a room said last holds until it says otherwise, over restarts; one that has said
/// nothing yet is none.
///
/// The live value is any thread's, all else the core lane's.
public final class Channels {

    private final ChannelStore store;
    private final Set<ChatKey> known = new HashSet<>();
    private final Cell<Set<ChatKey>> rooms;

    public Channels(ChannelStore store, Lane core) {
        this.store = store;
        this.rooms = new Cell<>(core, Set.of());
    }

    /// Immutable.
    public Live<Set<ChatKey>> rooms() {
        return rooms;
    }

    /// Begins with what is in the store.
    public void load() {
        known.addAll(store.all());
        publish();
    }

    /// A room that the user knows has said what it is.
    void described(ChatKey room, RoomTraits traits) {
        if (traits.isPrivate() && known.remove(room)) {
            store.remove(room);
            publish();
        } else if (!traits.isPrivate() && known.add(room)) {
            store.add(room);
            publish();
        }
    }

    /// The account is gone, and its rows with it.
    public void forget(AccountId account) {
        if (known.removeIf(room -> room.account().equals(account))) {
            publish();
        }
    }

    /// The store may have lost what it was given: it is given all again.
    public void storeLost() {
        store.replaceAll(known);
    }

    private void publish() {
        rooms.set(Set.copyOf(known));
    }
}
