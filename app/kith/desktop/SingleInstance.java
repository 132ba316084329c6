package kith.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Who works in a data folder: this process, or another that is there already.
///
/// The one that works there holds a lock and listens at a socket, by which later starts hand it
/// what they were asked for. The operating system takes the lock away from a process that ends in
/// whatever way, so nothing that a killed one leaves behind keeps the next from starting.
public sealed interface SingleInstance permits ClaimedInstance, RunningInstance {

    /// How long the other may take until it listens, or to end, before we give up.
    Duration PATIENCE = Duration.ofSeconds(10);

    /// Takes the data folder, or finds who has it. A matter of milliseconds; but where another has
    /// the folder and doesn't listen, because it is starting or ending, it blocks for up to
    /// [#PATIENCE].
    ///
    /// @param data must be there
    /// @throws IOException where the folder can't be locked, or who has it doesn't answer
    static SingleInstance claim(Path data) throws IOException {
        return claim(data, PATIENCE);
    }

    /// As [#claim(Path)], with another patience.
    static SingleInstance claim(Path data, Duration patience) throws IOException {
        var folder = data.toRealPath();
        long start = System.nanoTime();
        while (true) {
            var lock = FolderLock.take(folder);
            if (lock.isPresent()) {
                return new ClaimedInstance(folder, lock.get());
            }
            var running = running(folder);
            if (running.isPresent()) {
                return running.get();
            }
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new IOException("another Kith works in " + folder + " and doesn't answer");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static Optional<RunningInstance> running(Path folder) {
        try {
            return Optional.of(RunningInstance.connect(InstanceSocket.read(folder)));
        } catch (IOException notListening) {
            return Optional.empty(); // no address yet, or that of one that was killed
        }
    }
}
