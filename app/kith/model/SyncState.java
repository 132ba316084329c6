package kith.model;

import java.time.Instant;

/// How many of an account's messages are here, of those that its archive has.
public sealed interface SyncState {

    /// All up to now.
    record Whole() implements SyncState {}

    /// All up to now since then; what was before is being read.
    record ReadingBack(Instant since) implements SyncState {}

    /// All until then; what was missed since is being read.
    record CatchingUp(Instant until) implements SyncState {}

    /// All until then; there is no session.
    record Behind(Instant until) implements SyncState {}

    SyncState WHOLE = new Whole();
}
