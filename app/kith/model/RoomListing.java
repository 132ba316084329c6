package kith.model;

import java.util.List;

/// What a room answers when it is asked for one of its lists.
public sealed interface RoomListing {

    /// Who is on it.
    ///
    /// @param entries by address; each address once; immutable
    record Known(List<Affiliated> entries) implements RoomListing {}

    /// It doesn't say.
    record Refused(Refusal refusal) implements RoomListing {}
}
