package kith.desktop;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The lock on a folder: on an empty file in it, which is never removed, because whoever waits for
/// it would be left with a lock on a file that isn't there.
final class FolderLock implements AutoCloseable {

    /// What this process holds. A lock belongs to the whole process, and closing any channel on the
    /// file gives it up (fcntl(2)), so we must not even open a file that we have locked.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Takes the lock; empty where somebody has it.
    ///
    /// @param folder its real path
    static Optional<FolderLock> take(Path folder) throws IOException {
        var file = folder.resolve("kith.lock");
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        Optional<FolderLock> lock = Optional.empty();
        try {
            lock = lock(file);
            return lock;
        } finally {
            if (lock.isEmpty()) {
                HELD.remove(file);
            }
        }
    }

    private static Optional<FolderLock> lock(Path file) throws IOException {
        var options = EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var channel = FileChannel.open(file, options, OwnerOnly.fileAttributes(file));
        boolean isTaken = false;
        try {
            isTaken = channel.tryLock() != null;
            return isTaken ? Optional.of(new FolderLock(file, channel)) : Optional.empty();
        } finally {
            if (!isTaken) {
                channel.close();
            }
        }
    }

    /// Gives the lock up.
    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(file);
    }
}
