package kith.session.picture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// Reads pictures and has them drawn, a few at once: each may take megabytes meanwhile. On io.
final class Drawing {

    private static final Logger LOG = LoggerFactory.getLogger(Drawing.class);

    private final Semaphore free = new Semaphore(2);
    private final long most;
    private final Executor io;

    /// @param most bytes that a file may have
    Drawing(long most, Executor io) {
        this.most = most;
        this.io = io;
    }

    /// Reads one and has it drawn.
    ///
    /// @param lost is run where the file isn't there
    /// @return completes on io; with nothing where it can't be drawn
    <T> CompletionStage<Optional<T>> draw(Path file, Function<byte[], T> draw, Runnable lost) {
        var drawn = new CompletableFuture<Optional<T>>();
        io.execute(
                () -> {
                    var result = Optional.<T>empty(); // also where a bug ends it
                    free.acquireUninterruptibly();
                    try {
                        result = read(file).map(it -> draw.apply(it.file()));
                    } catch (NoSuchFileException gone) {
                        lost.run();
                    } catch (IOException unreadable) {
                        LOG.info("Not drawn: {}", unreadable.getClass().getSimpleName());
                    } finally {
                        free.release();
                        drawn.complete(result);
                    }
                });
        return drawn;
    }

    /// Reads a picture; blocks.
    ///
    /// @return empty for what is no picture, or too large
    Optional<DrawablePicture> read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(Math.toIntExact(most + 1));
            return bytes.length > most ? Optional.empty() : DrawablePicture.of(bytes);
        }
    }
}
