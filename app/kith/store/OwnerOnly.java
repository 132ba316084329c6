package kith.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Makes files and folders that nobody but their owner may read, from their first moment on. Where
/// the file system has no such permissions, the folder they are in must do.
public final class OwnerOnly {

    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final FileAttribute<?> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private OwnerOnly() {}

    /// Makes a folder where there is none, and those it is in, as the system makes them.
    ///
    /// @return the folder, absolute
    public static Path folder(Path folder) throws IOException {
        var absolute = folder.toAbsolutePath().normalize();
        var parent = absolute.getParent();
        if (Files.notExists(absolute) && parent != null) {
            Files.createDirectories(parent);
            Files.createDirectory(absolute, ifPosix(parent, FOLDER));
        }
        return absolute;
    }

    /// Makes an empty file where there is none.
    static void file(Path folder, String name) throws IOException {
        var file = folder.resolve(name);
        if (Files.notExists(file)) {
            Files.createFile(file, ifPosix(folder, FILE));
        }
    }

    /// Asks the file system and not the volume: in a root of its own a process may not find that.
    private static FileAttribute<?>[] ifPosix(Path where, FileAttribute<?> permissions) {
        return where.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {permissions}
                : new FileAttribute<?>[0];
    }
}
