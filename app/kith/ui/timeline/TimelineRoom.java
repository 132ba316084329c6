package kith.ui.timeline;

import kith.base.Live;
import kith.model.MessageKey;
import kith.model.Occupant;
import kith.model.Room;
import kith.model.RoomNotice;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// The room that a timeline is of, as far as its rows show it.
///
/// @param room what we are called there; empty where nothing is known of it
/// @param occupants who is in it
/// @param visitOf in which [Occupant#visit] a message was said; empty where nobody knows
/// @param notices what happened to them; none where only what was said is shown
public record TimelineRoom(
        Live<Optional<Room>> room,
        Live<List<Occupant>> occupants,
        Function<MessageKey, OptionalInt> visitOf,
        Optional<Live<List<RoomNotice>>> notices) {

    /// One of which only what was said is shown.
    public TimelineRoom(
            Live<Optional<Room>> room,
            Live<List<Occupant>> occupants,
            Function<MessageKey, OptionalInt> visitOf) {
        this(room, occupants, visitOf, Optional.empty());
    }
}
