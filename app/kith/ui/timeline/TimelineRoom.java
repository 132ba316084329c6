package kith.ui.timeline;

import kith.base.Live;
import kith.model.Occupant;
import kith.model.Room;

import java.util.List;
import java.util.Optional;

/// The room that a timeline is of, as far as its rows show it.
///
/// @param room what we are called there; empty where nothing is known of it
/// @param occupants who is in it
public record TimelineRoom(Live<Optional<Room>> room, Live<List<Occupant>> occupants) {}
