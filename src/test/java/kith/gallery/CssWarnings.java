package kith.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What JavaFX complains about while it applies stylesheets: a looked-up colour that doesn't exist,
/// a value it can't use. It only logs them, and goes on with something else.
final class CssWarnings extends Handler implements AutoCloseable {

    /// Held, or the log manager would forget the handler with the logger.
    private final Logger logger = Logger.getLogger("javafx.css");

    private final List<String> messages = new ArrayList<>();

    CssWarnings() {
        logger.addHandler(this);
    }

    /// All so far, in order.
    List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void publish(LogRecord complaint) {
        messages.add(complaint.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
