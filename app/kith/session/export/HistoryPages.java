package kith.session.export;

import kith.model.HistoryFormat;

import java.io.PrintWriter;

/// Makes pages that history is written down on. Any thread.
@FunctionalInterface
public interface HistoryPages {

    /// An empty one.
    HistoryPage of(HistoryFormat format, Names names, PrintWriter out);
}
