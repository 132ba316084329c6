package kith.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files and folders that nobody but their owner may use.
///
/// The permissions are given at creation, so that there is no moment without them; the process's
/// umask can only take more away. Where the file system has no such permissions (Windows), what is
/// made inherits the access list of the user's own profile folder.
final class OwnerOnly {

    private static final Set<PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE =
            PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /// Makes a folder and what is missing above it; one that is there is closed to others.
    static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, attributes(folder, FOLDER));
        if (!isPrivate(folder)) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
    }

    /// What to give a file at its creation, in the file system of this path.
    static FileAttribute<?>[] fileAttributes(Path file) {
        return attributes(file, FILE);
    }

    /// Whether nobody else may read, write or enter it.
    static boolean isPrivate(Path path) throws IOException {
        return !hasPermissions(path) || FOLDER.containsAll(Files.getPosixFilePermissions(path));
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return hasPermissions(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
