package kith.session.export;

import kith.model.HistoryFormat;

import java.io.PrintWriter;

/// A form in which history is written down. On one thread at a time.
public interface HistoryPage {

    /// One that writes in a form.
    static HistoryPage of(HistoryFormat format, Names names, PrintWriter out) {
        return switch (format) {
            case JSONL -> new JsonHistory(names, out);
            case HTML -> new HtmlHistory(names, out);
            case TXT -> new TextHistory(names, out);
        };
    }

    /// What stands before all messages.
    default void begin() {}

    /// The next message, chat by chat, oldest first.
    void message(HistoryEntry entry);

    /// What stands after all messages.
    default void end() {}
}
