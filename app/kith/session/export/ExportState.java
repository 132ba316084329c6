package kith.session.export;

import java.nio.file.Path;

/// How far a chat has been written to a file.
public sealed interface ExportState {

    /// It goes on.
    ///
    /// @param done how many messages are written; 0 until there is more to come than was read at
    ///   once. How many there will be nobody knows before all are read
    record Writing(long done) implements ExportState {}

    /// The file is there, whole.
    record Done(Path file) implements ExportState {}

    /// The user has ended it; there is no file.
    record Cancelled() implements ExportState {}

    /// It couldn't be done; there is no file, or the one of before.
    ///
    /// @param words what the system said
    record Failed(Reason reason, String words) implements ExportState {}

    /// Why it couldn't be done.
    enum Reason {
        DISK_FULL,
        NOT_PERMITTED,
        NO_FOLDER,
        /// The history, not the file.
        UNREADABLE,
        /// The chat was removed meanwhile.
        GONE,
        /// A bug of ours, of which the user is told besides.
        BUG,
        OTHER
    }
}
