package kith.session.file;

import kith.base.PictureHead;
import kith.model.ChosenFile;
import kith.model.ChosenFile.Reason;
import kith.model.LocalFile;
import kith.store.OwnerOnly;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// The files on this computer: what they are, and those that Kith itself keeps until they are sent,
/// because they were only in the clipboard. Blocks; any thread.
final class LocalFiles {

    private static final Logger LOG = LoggerFactory.getLogger(LocalFiles.class);

    private static final Pattern TYPE =
            Pattern.compile("[A-Za-z0-9.+-]{1,60}/[A-Za-z0-9.+-]{1,60}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}/\\\\]");
    private static final int LONGEST_NAME = 200;

    /// Bytes.
    private static final long LARGEST_SHOWN = 20_000_000;

    private final Path kept;

    /// @param kept the folder of what Kith keeps, which may not be there yet
    LocalFiles(Path kept) {
        this.kept = kept.toAbsolutePath().normalize();
    }

    /// What the user has chosen.
    ChosenFile look(Path path) {
        var name = name(path);
        try {
            if (Files.isDirectory(path)) {
                return new ChosenFile.Unusable(name, Reason.FOLDER);
            }
            if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
                return new ChosenFile.Unusable(name, Reason.UNREADABLE);
            }
            var file = of(path.toAbsolutePath().normalize(), name);
            return file.size() == 0
                    ? new ChosenFile.Unusable(name, Reason.EMPTY)
                    : new ChosenFile.Usable(file, isShown(file));
        } catch (IOException unreadable) {
            LOG.debug("Can't be looked at: {}", kind(unreadable));
            return new ChosenFile.Unusable(name, Reason.UNREADABLE);
        }
    }

    /// Whether it can be shown; one that says nothing of that, or too much, can be sent all the
    /// same.
    private static boolean isShown(LocalFile file) throws IOException {
        return file.size() <= LARGEST_SHOWN
                && head(file.path(), file.type()).filter(PictureHead::isDrawable).isPresent();
    }

    /// Keeps what isn't in a file.
    ///
    /// @param name what others are told that it is called
    LocalFile keep(byte[] content, String name) throws IOException {
        var end = name.substring(name.lastIndexOf('.'));
        var file = OwnerOnly.folder(kept).resolve(UUID.randomUUID() + end);
        boolean isKept = false;
        try {
            write(file, content);
            var found = of(file, name);
            isKept = true;
            return found;
        } finally {
            if (!isKept) {
                delete(file);
            }
        }
    }

    /// It is on the disk before a message says that it is there.
    private void write(Path file, byte[] content) throws IOException {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (var rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
        }
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var folder = FileChannel.open(kept, StandardOpenOption.READ)) {
                folder.force(true); // elsewhere a folder can't be opened, and needs no such thing
            }
        }
    }

    /// Forgets what was kept; a file that isn't Kith's own stays.
    void forget(Path path) {
        if (isKept(path)) {
            delete(path);
        }
    }

    /// Forgets all that was kept but this.
    ///
    /// @param needed names; where Kith's folder was moved, they are the same
    void forgetAllBut(Set<String> needed) {
        if (!Files.isDirectory(kept)) {
            return;
        }
        try (var found = Files.list(kept)) {
            found.filter(each -> !needed.contains(each.getFileName().toString()))
                    .forEach(LocalFiles::delete);
        } catch (IOException unreadable) {
            LOG.warn("Can't look at what was kept: {}", kind(unreadable));
        }
    }

    private boolean isKept(Path path) {
        return kept.equals(path.getParent());
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException stays) {
            LOG.warn("Can't remove what was kept: {}", kind(stays));
        }
    }

    /// All that a log may know: what the file system says has the path in it.
    private static String kind(IOException failure) {
        return failure.getClass().getSimpleName();
    }

    private static LocalFile of(Path path, String name) throws IOException {
        var changed = Files.getLastModifiedTime(path).toInstant().truncatedTo(ChronoUnit.MILLIS);
        var type = type(path);
        var picture = head(path, type).map(PictureHead::upright);
        return new LocalFile(path, name, Files.size(path), changed, type, picture);
    }

    /// What is said of the picture that it is; empty where it is none.
    private static Optional<PictureHead> head(Path path, String type) throws IOException {
        if (!type.startsWith("image/")) {
            return Optional.empty();
        }
        try (var file = new BufferedInputStream(Files.newInputStream(path))) {
            return PictureHead.of(file);
        }
    }

    private static String type(Path path) throws IOException {
        return Optional.ofNullable(Files.probeContentType(path))
                .filter(type -> TYPE.matcher(type).matches())
                .orElse(LocalFile.ANY_TYPE);
    }

    /// As others are to see it; a path of a file system may hold anything.
    private static String name(Path path) {
        var last = path.getFileName() == null ? "" : path.getFileName().toString();
        var name = INVISIBLE.matcher(last).replaceAll("").strip();
        if (name.isEmpty()) {
            return "file";
        }
        int most = Math.min(name.length(), LONGEST_NAME);
        return name.substring(
                0, Character.isHighSurrogate(name.charAt(most - 1)) ? most - 1 : most);
    }
}
