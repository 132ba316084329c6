package kith.ui.room;

import kith.model.Occupant;

import org.jxmpp.jid.BareJid;

import java.util.Optional;

/// One line of the list of people in a room.
public sealed interface OccupantRow {

    /// What stays the same while the row changes its looks.
    Object key();

    /// What the user picks in it: nobody who comes by a nick later is picked for who had it.
    default Object picked() {
        return key();
    }

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

        @Override
        public Object picked() {
            return new Picked(
                    occupant.nick(), occupant.address(), occupant.occupantId(), occupant.visit());
        }

        /// Who somebody is by all that the room tells of them.
        private record Picked(
                String nick, Optional<BareJid> address, Optional<String> occupantId, int visit) {}
    }
}
