package kith.desktop.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/// The log files `kith.0.log` (the newest) to `kith.2.log`, opened at the first line.
final class LogFile extends Handler {

    private static final int BYTES = 4_000_000;
    private static final int FILES = 3;

    private final Path folder;
    private Optional<FileHandler> file = Optional.empty();
    private boolean isBroken;

    LogFile(Path folder) {
        this.folder = folder;
    }

    @Override
    public void publish(LogRecord line) {
        if (isLoggable(line)) {
            open().ifPresent(open -> open.publish(line));
        }
    }

    @Override
    public void flush() {
        file().ifPresent(Handler::flush);
    }

    @Override
    public synchronized void close() {
        isBroken = true; // nothing opens it again
        file.ifPresent(Handler::close);
        file = Optional.empty();
    }

    private synchronized Optional<FileHandler> file() {
        return file;
    }

    private synchronized Optional<FileHandler> open() {
        if (file.isEmpty() && !isBroken) {
            try {
                var pattern = folder.toString().replace("%", "%%") + "/kith.%g.log";
                var opened = new FileHandler(pattern, BYTES, FILES, true);
                opened.setLevel(Level.ALL);
                opened.setFormatter(new FileFormat());
                file = Optional.of(opened);
            } catch (IOException failure) {
                isBroken = true;
                reportError("can't log to " + folder, failure, ErrorManager.OPEN_FAILURE);
            }
        }
        return file;
    }
}
