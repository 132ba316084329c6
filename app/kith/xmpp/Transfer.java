package kith.xmpp;

import java.util.concurrent.CompletionStage;

/// A file on its way. Any thread.
public interface Transfer {

    /// Its end.
    ///
    /// @return completes on the core lane once the server has all of it; fails there with
    ///   [TransferException]
    CompletionStage<Void> done();

    /// Stops it, unless it is over; it fails then as one that was interrupted.
    void cancel();
}
