package kith.desktop;

import kith.base.Subscription;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;

/// This process works in the data folder, until it closes this or ends.
public final class ClaimedInstance implements SingleInstance, AutoCloseable {

    private final Path folder;
    private final FolderLock lock;

    ClaimedInstance(Path folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Listens for what later starts hand over, until the subscription is closed. They wait
    /// meanwhile, so it need not be the first thing a start does.
    ///
    /// Blocks for some milliseconds; meant for io.
    ///
    /// @param io does the listening and the answering
    /// @throws IOException where no socket can be made; all else works without it
    public Subscription listen(InstanceHandler handler, Executor io) throws IOException {
        var socket = InstanceSocket.bind(folder, temporaryFolder());
        socket.listen(handler, io);
        return socket;
    }

    /// Lets another process work in the folder.
    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static Path temporaryFolder() {
        return Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR"))
                .map(Path::of)
                .filter(Files::isDirectory)
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    }
}
