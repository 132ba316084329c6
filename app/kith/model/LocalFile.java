package kith.model;

import java.nio.file.Path;
import java.time.Instant;

/// A file on this computer as it was when it was looked at.
///
/// @param name what others are told that it is called
/// @param size in bytes
/// @param changed when it was last written, UTC, milliseconds
/// @param type what kind of thing it is, as `image/png`
public record LocalFile(Path path, String name, long size, Instant changed, String type) {

    /// What nobody knows better.
    public static final String ANY_TYPE = "application/octet-stream";
}
