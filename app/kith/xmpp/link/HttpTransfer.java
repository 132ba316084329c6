package kith.xmpp.link;

import kith.base.GuardedFuture;
import kith.base.Lane;
import kith.model.LocalFile;
import kith.xmpp.Transfer;
import kith.xmpp.TransferException;
import kith.xmpp.TransferException.Kind;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// A file on its way by HTTP. Runs on io, where it blocks; never more of the file in memory than a
/// piece.
final class HttpTransfer implements Transfer, Transfers.Going {

    private static final Logger LOG = LoggerFactory.getLogger(HttpTransfer.class);

    private final HttpPut put;
    private final LocalFile file;
    private final Progress progress;
    private final Lane core;
    private final GuardedFuture<Void> done;
    private Optional<Socket> socket = Optional.empty();
    private boolean isCancelled;

    /// @param core where its end is told
    HttpTransfer(HttpPut put, LocalFile file, Progress progress, Lane core) {
        this.put = put;
        this.file = file;
        this.progress = progress;
        this.core = core;
        this.done = new GuardedFuture<>(core);
    }

    @Override
    public CompletionStage<Void> done() {
        return done;
    }

    @Override
    public void cancel() {
        Optional<Socket> open;
        synchronized (this) {
            isCancelled = true;
            open = socket;
        }
        open.ifPresent(HttpLine::cut);
    }

    @Override
    public void run() {
        try {
            int status = transfer();
            core.execute(() -> end(status));
        } catch (TransferException known) {
            core.execute(() -> done.completeExceptionally(known));
        } catch (RuntimeException | Error bug) {
            core.execute(() -> done.completeExceptionally(interrupted("a bug")));
            throw bug;
        }
    }

    private int transfer() {
        try {
            checkUnchanged();
            try (var body = open();
                    var line = put.connect(this::opened)) {
                int status =
                        put.send(line.secure(), body, file.size(), file.type(), progress::gone);
                if (status < 300) {
                    checkUnchanged(); // it may have been written while we read
                }
                return status;
            }
        } catch (HttpPut.BodyException changed) {
            throw new TransferException(Kind.FILE_GONE, String.valueOf(changed.getMessage()));
        } catch (IOException broken) {
            LOG.info("Not brought there: {}", broken.toString());
            throw interrupted(String.valueOf(broken.getMessage()));
        }
    }

    /// Before anybody is connected to. What the file system says has the file's path in it, which
    /// no log is to have.
    private InputStream open() throws HttpPut.BodyException {
        try {
            return Files.newInputStream(file.path());
        } catch (IOException unreadable) {
            LOG.info("A file can't be opened: {}", unreadable.getClass().getSimpleName());
            throw new HttpPut.BodyException("can't be opened");
        }
    }

    private void checkUnchanged() throws HttpPut.BodyException {
        try {
            if (Files.size(file.path()) != file.size()
                    || !changed().equals(file.changed())
                    || !Files.isRegularFile(file.path())) {
                throw new HttpPut.BodyException("changed");
            }
        } catch (HttpPut.BodyException known) {
            throw known;
        } catch (IOException gone) {
            throw (HttpPut.BodyException) new HttpPut.BodyException("gone").initCause(gone);
        }
    }

    private Instant changed() throws IOException {
        return Files.getLastModifiedTime(file.path()).toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    private synchronized void opened(Socket opened) throws IOException {
        if (isCancelled) {
            throw new IOException("cancelled");
        }
        socket = Optional.of(opened);
    }

    private void end(int status) {
        switch (status) {
            case 200, 201, 204 -> done.complete(null);
            case 413, 507 -> fail(Kind.TOO_LARGE, status);
            default -> fail(status >= 500 ? Kind.BUSY : Kind.REFUSED, status);
        }
    }

    private void fail(Kind kind, int status) {
        done.completeExceptionally(new TransferException(kind, "HTTP " + status));
    }

    private static TransferException interrupted(String why) {
        return new TransferException(Kind.INTERRUPTED, why);
    }
}
