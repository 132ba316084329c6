package kith.ui.room;

import kith.model.Occupant;

/// One line of the list of people in a room.
public sealed interface OccupantRow {

    /// What stays the same while the row changes its looks.
    Object key();

    /// The head of a section.
    ///
    /// @param count how many people are in it, at least 1
    record Section(Occupant.Role role, int count) implements OccupantRow {

        @Override
        public Object key() {
            return role;
        }
    }

    /// Someone who is in the room.
    record Person(Occupant occupant) implements OccupantRow {

        @Override
        public Object key() {
            return occupant.nick();
        }
    }
}
