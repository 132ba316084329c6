package kith.cli;

import kith.model.HistoryFormat;
import kith.session.export.HistoryPage;
import kith.session.export.HistoryPages;
import kith.session.export.Names;

import java.io.PrintWriter;

/// The forms in which history is given out: to a command, and to a file that a window writes. Any
/// thread.
public final class HistoryForms implements HistoryPages {

    @Override
    public HistoryPage of(HistoryFormat format, Names names, PrintWriter out) {
        return switch (format) {
            case JSONL -> new JsonHistory(names, out);
            case HTML -> new HtmlHistory(names, out);
            case TXT -> new TextHistory(names, out);
        };
    }
}
