package kith.session.search;

/// How far what can be searched is what the history has.
public sealed interface SearchState {

    /// Nobody has searched yet, or the index is being opened.
    record Opening() implements SearchState {}

    /// Older history is being taken in; what is there can be searched.
    ///
    /// @param done how many rows of the store are in
    /// @param total how many there are
    record Filling(long done, long total) implements SearchState {}

    /// All of it can be searched.
    record Ready() implements SearchState {}

    /// Nothing can be searched now; it is tried again from time to time.
    record Unavailable(Reason reason) implements SearchState {}

    /// Why nothing can be searched.
    enum Reason {
        /// There is no room on the disk.
        DISK_FULL,
        /// The index can't be written or read, for another reason.
        DISK
    }

    Opening OPENING = new Opening();
    Ready READY = new Ready();
}
