package kith.desktop.log;

import java.io.IOException;
import java.util.logging.LogRecord;

/// What Smack logs, with a stack, each time a connection is lost: on a train that is every few
/// minutes, and says nothing about where the mistake is, because there is none.
final class ConnectionLoss {

    private static final String SMACK = "org.jivesoftware.smack";

    private ConnectionLoss() {}

    static boolean is(LogRecord line) {
        var logger = line.getLoggerName();
        var thrown = line.getThrown();
        return logger != null
                && logger.startsWith(SMACK)
                && (thrown instanceof IOException
                        || (thrown != null && thrown.getClass().getName().startsWith(SMACK)));
    }
}
