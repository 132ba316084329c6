package kith.desktop.log;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/// A line on the terminal, as commands print them there: who, and what is wrong. The log file has
/// the rest.
final class TerminalFormat extends Formatter {

    @Override
    public String format(LogRecord line) {
        return "kith: " + formatMessage(line).replaceAll("\\R", " ") + "\n";
    }
}
