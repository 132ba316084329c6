package kith.session.room;

import kith.model.ChatKey;
import kith.model.Occupant;
import kith.model.Room;
import kith.model.RoomState;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One room while the program runs: its state and who is in it. Core lane only.
final class RoomVisit {

    private final Map<String, Occupant> occupants = new LinkedHashMap<>();
    private Room room;
    private Optional<String> password = Optional.empty();
    private boolean hasBeenIn;

    RoomVisit(Room room) {
        this.room = room;
    }

    Room room() {
        return new Room(
                room.key(),
                room.name(),
                room.nick(),
                room.state(),
                room.subject(),
                occupants.size());
    }

    List<Occupant> occupants() {
        return List.copyOf(occupants.values());
    }

    /// How many are in it.
    int size() {
        return occupants.size();
    }

    ChatKey key() {
        return room.key();
    }

    Optional<String> password() {
        return password;
    }

    /// Whether the user wants to be in: they are, they are waiting to be, or are out by nobody's
    /// wish.
    boolean isWanted() {
        return room.state() instanceof RoomState.Joined
                || isAsking()
                || (hasBeenIn && RoomReturns.isPassing(room.state()));
    }

    /// Whether the room was asked, or is to be.
    boolean isAsking() {
        return room.state() instanceof RoomState.Joining;
    }

    void ask(String nick, Optional<String> withPassword) {
        password = withPassword;
        occupants.clear();
        room = new Room(room.key(), room.name(), nick, RoomState.JOINING, room.subject(), 0);
    }

    void state(RoomState state) {
        if (!(state instanceof RoomState.Joined)) {
            occupants.clear();
        }
        room = new Room(room.key(), room.name(), room.nick(), state, room.subject(), 0);
    }

    /// The user was in it once: there is such a room.
    void wasIn() {
        hasBeenIn = true;
    }

    void joined(String nick) {
        hasBeenIn = true;
        room = new Room(room.key(), room.name(), nick, RoomState.JOINED, room.subject(), 0);
    }

    void subject(String subject) {
        room = new Room(room.key(), room.name(), room.nick(), room.state(), subject, 0);
    }

    void name(String name) {
        room = new Room(room.key(), name, room.nick(), room.state(), room.subject(), 0);
    }

    /// Someone is there, maybe in place of who was there under their nick.
    ///
    /// @return who that was
    Optional<Occupant> put(Occupant occupant) {
        return Optional.ofNullable(occupants.put(occupant.nick(), occupant));
    }

    /// Whoever is there under this nick has gone.
    ///
    /// @return whether anybody was
    boolean remove(String nick) {
        return occupants.remove(nick) != null;
    }

    void rename(String from, String to) {
        var known = occupants.remove(from);
        if (known == null) {
            return; // their presence under the new nick follows and says who they are
        }
        occupants.put(
                to,
                new Occupant(
                        to,
                        known.role(),
                        known.affiliation(),
                        known.address(),
                        known.presence(),
                        known.isMe()));
        if (known.isMe()) {
            room = new Room(room.key(), room.name(), to, room.state(), room.subject(), 0);
        }
    }
}
