package kith.desktop.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/// A line of the log file: time in UTC, level, logger, message; the stack of what was thrown
/// beneath it.
final class FileFormat extends Formatter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Override
    public String format(LogRecord line) {
        var text =
                new StringBuilder()
                        .append(TIME.format(line.getInstant()))
                        .append(' ')
                        .append(LogLevel.name(line.getLevel()))
                        .append(' ')
                        .append(line.getLoggerName())
                        .append(": ")
                        .append(oneLine(formatMessage(line)));
        var thrown = line.getThrown();
        if (ConnectionLoss.is(line)) {
            text.append(": ").append(oneLine(thrown.toString()));
        } else if (thrown != null) {
            text.append('\n').append(stack(thrown).stripTrailing());
        }
        return text.append('\n').toString();
    }

    /// Others' words must not look like lines of ours.
    private static String oneLine(String message) {
        return message.replaceAll("\\R", " ⏎ ");
    }

    private static String stack(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
