package kith.desktop.log;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Sets up where the log goes and how much of it there is. Once, before anything logs.
public final class Logging {

    /// Libraries that tell more than is worth keeping.
    private static final List<LogLevel> QUIET =
            List.of(
                    new LogLevel("org.apache.lucene", Level.SEVERE), // warns of what it could use
                    new LogLevel("org.freedesktop", Level.WARNING),
                    new LogLevel("org.jivesoftware", Level.WARNING));

    /// Loggers are only held weakly by the runtime; one that is collected forgets its level.
    private static final List<Logger> HELD = new ArrayList<>();

    private Logging() {}

    /// Logs to a file in the state folder. Opens nothing yet.
    ///
    /// @param levels what the user asked for, the last wins; all else is at info
    public static void toFile(Path state, List<LogLevel> levels) {
        start(levels, new LogFile(state));
    }

    /// Logs to a file in the state folder, and warnings to the terminal.
    ///
    /// @param levels what the user asked for, the last wins; all else is at info
    public static void toFileAndTerminal(Path state, List<LogLevel> levels) {
        var terminal = new ConsoleHandler();
        terminal.setLevel(Level.WARNING);
        terminal.setFormatter(new TerminalFormat());
        terminal.setFilter(each -> !ConnectionLoss.is(each)); // told as the connection's state
        start(levels, new LogFile(state), terminal);
    }

    private static void start(List<LogLevel> levels, Handler... handlers) {
        // Else the runtime reads its own configuration file first, and logs to the terminal.
        System.setProperty("java.util.logging.config.class", Nothing.class.getName());
        var root = Logger.getLogger("");
        for (Handler present : root.getHandlers()) {
            root.removeHandler(present);
        }
        for (Handler handler : handlers) {
            root.addHandler(handler);
        }
        HELD.forEach(each -> each.setLevel(null));
        HELD.clear();
        QUIET.forEach(Logging::apply);
        levels.forEach(Logging::apply);
    }

    private static void apply(LogLevel wanted) {
        var logger = Logger.getLogger(wanted.logger());
        logger.setLevel(wanted.level());
        HELD.add(logger);
    }

    /// The configuration of the runtime's logging: none.
    public static final class Nothing {}
}
