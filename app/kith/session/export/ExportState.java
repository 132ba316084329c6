package kith.session.export;

import java.nio.file.Path;

/// How far a chat has been written to a file.
public sealed interface ExportState {

    /// It goes on.
    ///
    /// @param all how many messages there were at the beginning; more may come
    record Writing(long done, long all) implements ExportState {}

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
        OTHER
    }
}
