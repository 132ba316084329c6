package kith.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A page of a list of rooms (XEP-0059).
///
/// @param rooms in the order of whoever lists them, each once
/// @param next by what to ask for the page after it; empty where there is none
/// @param total how many there are on all pages, where that is said
public record RoomPage(List<FoundRoom> rooms, Optional<String> next, OptionalInt total) {

    public static final RoomPage NONE =
            new RoomPage(List.of(), Optional.empty(), OptionalInt.empty());

    public RoomPage {
        rooms = List.copyOf(rooms);
    }
}
