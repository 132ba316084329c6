package kith.xmpp;

import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/// A file that is being fetched. Any thread.
public interface Download {

    /// Its end.
    ///
    /// @return completes on the core lane with all of it; fails there with [TransferException]
    CompletionStage<byte[]> done();

    /// How large it is in bytes, as the server said; empty as long as it has not said.
    OptionalLong size();

    /// Stops it, unless it is over; it fails then as one that was interrupted.
    void cancel();
}
