package kith.model;

import kith.base.PictureSize;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// A file on this computer as it was when it was looked at.
///
/// @param name what others are told that it is called
/// @param size in bytes
/// @param changed when it was last written, UTC, milliseconds
/// @param type what kind of thing it is, as `image/png`
/// @param picture how large it is to be seen, where it is a picture
public record LocalFile(
        Path path,
        String name,
        long size,
        Instant changed,
        String type,
        Optional<PictureSize> picture) {

    /// What nobody knows better.
    public static final String ANY_TYPE = "application/octet-stream";

    /// One that is no picture.
    public LocalFile(Path path, String name, long size, Instant changed, String type) {
        this(path, name, size, changed, type, Optional.empty());
    }
}
