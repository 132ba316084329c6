package kith.desktop;

import kith.base.Subscription;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Executor;

/// The Unix-domain socket at which the running instance listens: one connection for each request, a
/// line in, lines out.
///
/// It lies in the data folder, which is closed to others, or in a temporary folder closed to them
/// where that path is too long for a socket. A file in the data folder says which.
final class InstanceSocket implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceSocket.class);

    private static final String ADDRESS_FILE = "kith.socket.path";

    /// The shortest limit of the systems Kith runs on, in bytes (macOS; Linux has 107).
    private static final int LONGEST_PATH = 103;

    private final ServerSocketChannel channel;
    private final Path path;
    private final Path folder;

    private InstanceSocket(ServerSocketChannel channel, Path path, Path folder) {
        this.channel = channel;
        this.path = path;
        this.folder = folder;
    }

    /// Where the instance listens, or last did.
    ///
    /// @throws IOException where none has ever listened
    static Path read(Path folder) throws IOException {
        return Path.of(Files.readString(folder.resolve(ADDRESS_FILE)).strip());
    }

    /// Listens for the folder whose lock the caller holds, after clearing away what is left of one
    /// that was killed.
    static InstanceSocket bind(Path folder, Path temporary) throws IOException {
        var file = folder.resolve(ADDRESS_FILE);
        if (Files.exists(file)) {
            remove(read(folder), folder);
        }
        var path = choose(folder, temporary);
        var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        boolean isBound = false;
        try {
            channel.bind(UnixDomainSocketAddress.of(path));
            var draft = Files.writeString(folder.resolve(ADDRESS_FILE + ".new"), path.toString());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            isBound = true;
            return new InstanceSocket(channel, path, folder);
        } finally {
            if (!isBound) {
                channel.close();
                remove(path, folder);
            }
        }
    }

    /// Answers what comes, until closed.
    void listen(InstanceHandler handler, Executor io) {
        io.execute(() -> accept(handler, io));
    }

    @Override
    public void close() {
        try {
            channel.close();
            remove(path, folder);
        } catch (IOException failure) {
            LOG.warn("can't clear away {}", path, failure); // the next start does
        }
    }

    private void accept(InstanceHandler handler, Executor io) {
        try {
            while (true) {
                var caller = channel.accept();
                io.execute(() -> answer(caller, handler));
            }
        } catch (ClosedChannelException end) {
            LOG.debug("no longer listening at {}", path);
        } catch (IOException failure) {
            throw new UncheckedIOException("can't listen at " + path, failure);
        }
    }

    private static void answer(SocketChannel caller, InstanceHandler handler) {
        try (caller;
                var reader =
                        new BufferedReader(Channels.newReader(caller, StandardCharsets.UTF_8));
                var writer = Channels.newWriter(caller, StandardCharsets.UTF_8)) {
            var request = reader.readLine();
            if (request != null) {
                handler.handle(request, line -> write(writer, line));
            }
        } catch (IOException | UncheckedIOException gone) {
            LOG.info("whoever asked has gone: {}", gone.toString());
        }
    }

    private static void write(Writer writer, String line) {
        try {
            writer.write(line + "\n");
            writer.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Path choose(Path folder, Path temporary) throws IOException {
        var path = folder.resolve("kith.socket");
        if (path.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH) {
            return path;
        }
        return Files.createTempDirectory(temporary, "kith-").resolve("kith.socket");
    }

    private static void remove(Path socket, Path folder) throws IOException {
        Files.deleteIfExists(socket);
        var parent = socket.getParent();
        if (parent != null && !parent.equals(folder)) {
            Files.deleteIfExists(parent); // the temporary one, made for it
        }
    }
}
