package kith.session.picture;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import kith.store.OwnerOnly;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// The files of pictures on this computer, in a folder that is nobody else's. Blocks; any thread.
final class PictureFolder {

    private static final Logger LOG = LoggerFactory.getLogger(PictureFolder.class);

    private static final Pattern NAME = Pattern.compile("[0-9]{1,19}-[0-9a-f]{32}");

    private final Path folder;

    /// @param folder which may not be there yet
    PictureFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /// A file that is there.
    ///
    /// @param size in bytes
    record Kept(String name, long size) {}

    /// Those that are there, what was used last at the end. What is no picture is removed: it was
    /// being written when the power went.
    List<Kept> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.flatMap(file -> look(file).stream())
                    .sorted(Comparator.comparing(Aged::used))
                    .map(Aged::kept)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.warn("Kept pictures can't be looked at: {}", unreadable.getClass().getSimpleName());
            return List.of();
        }
    }

    /// What can't be looked at, or removed, is in nobody else's way.
    private static Optional<Aged> look(Path file) {
        var name = file.getFileName().toString();
        try {
            if (NAME.matcher(name).matches() && Files.isRegularFile(file, NOFOLLOW_LINKS)) {
                var kept = new Kept(name, Files.size(file));
                return Optional.of(new Aged(kept, Files.getLastModifiedTime(file)));
            }
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warn("Not a kept picture, and stays: {}", kind(stays));
        }
        return Optional.empty();
    }

    private record Aged(Kept kept, FileTime used) {}

    Path path(String name) {
        return folder.resolve(name);
    }

    /// Writes one whole or not at all.
    void write(String name, byte[] file) throws IOException {
        OwnerOnly.folder(folder);
        var part = folder.resolve(UUID.randomUUID().toString());
        try {
            writeToDisk(part, file);
            Files.move(part, path(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Otherwise it might be there and empty when the power has gone.
    private static void writeToDisk(Path part, byte[] file) throws IOException {
        try (var channel =
                FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (var rest = ByteBuffer.wrap(file); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /// It was shown.
    void use(String name, Instant now) {
        try {
            Files.setLastModifiedTime(path(name), FileTime.from(now));
        } catch (IOException gone) {
            LOG.debug("A picture isn't there any more: {}", kind(gone));
        }
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException stays) {
            LOG.warn("A kept picture can't be removed: {}", kind(stays));
        }
    }

    /// All that a log may know: what the file system says has the path in it.
    private static String kind(IOException failure) {
        return failure.getClass().getSimpleName();
    }
}
