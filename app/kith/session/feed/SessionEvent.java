package kith.session.feed;

import kith.model.AccountId;
import kith.model.ConnectionState;
import kith.model.Contact;
import kith.model.Fault;
import kith.model.Message;
import kith.model.Room;

/// Something that has happened in the session and is in the store, where it is something that is
/// stored.
public sealed interface SessionEvent {

    /// An account's connection does something else now.
    record ConnectionChanged(AccountId account, ConnectionState state) implements SessionEvent {}

    /// The roster is what the server has.
    record RosterLoaded(AccountId account, int contacts) implements SessionEvent {}

    /// A contact's presence, combined of all their devices, is another.
    record PresenceChanged(Contact contact) implements SessionEvent {}

    /// A message is in the store that was not.
    record MessageAdded(Message message) implements SessionEvent {}

    /// A stored message is otherwise than it was.
    record MessageChanged(Message message) implements SessionEvent {}

    /// A message that the user took back is in the store no more.
    ///
    /// @param message as it was
    record MessageRemoved(Message message) implements SessionEvent {}

    /// A room's state, subject, name or number of people is another.
    record RoomChanged(Room room) implements SessionEvent {}

    /// All that the account's archive had is in the store.
    record CaughtUp(AccountId account) implements SessionEvent {}

    /// Something failed that nobody could handle.
    record Faulted(Fault fault) implements SessionEvent {}
}
