package kith.session.export;

import kith.base.Live;

/// A chat that is being written to a file. Any thread.
public interface Export {

    /// How far it is.
    Live<ExportState> state();

    /// Ends it, and leaves no file behind. One that is done stays so.
    void cancel();
}
