package kith.store;

import kith.model.Message;

/// What a message that came in was to the store.
public sealed interface Arrival {

    /// As it is in the store now.
    Message message();

    /// It was not there.
    ///
    /// @param isUnread whether it counts as unread
    record Added(Message message, boolean isUnread) implements Arrival {}

    /// It was there, and this copy of it has taught something: that the server has it, its name in
    /// the archive, its time or place.
    record Changed(Message message) implements Arrival {}

    /// It was there, and nothing changed.
    record Known(Message message) implements Arrival {}
}
