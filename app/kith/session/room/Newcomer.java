package kith.session.room;

/// What somebody who is in a room now is to whoever had their nick before.
enum Newcomer {

    /// Nobody is known to have had it.
    FIRST,

    /// The same person: the room vouches for it, or they never left.
    SAME,

    /// Somebody else, as the room lets us see.
    OTHER,

    /// The same or somebody else: the room doesn't say.
    UNKNOWN
}
