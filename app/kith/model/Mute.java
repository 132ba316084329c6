package kith.model;

import java.time.Instant;

/// Whether the user wants to be told of what comes into a chat.
public sealed interface Mute {

    /// What of it holds at a time: a mute whose end has come is none.
    default Mute at(Instant now) {
        return this instanceof Until(var end) && !end.isAfter(now) ? new Off() : this;
    }

    /// They do.
    record Off() implements Mute {}

    /// They don't, for a while.
    record Until(Instant end) implements Mute {}

    /// They don't, until they say otherwise.
    record Always() implements Mute {}
}
