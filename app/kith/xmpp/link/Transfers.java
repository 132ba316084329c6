package kith.xmpp.link;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/// The files of one account that are on their way, from here or to here: none goes on when the
/// account is to be away, or by a way that isn't the account's any more. Any thread.
final class Transfers {

    private final Set<Going> going = ConcurrentHashMap.newKeySet();
    private final Executor io;

    Transfers(Executor io) {
        this.io = io;
    }

    /// One of them; run once, where it may block.
    interface Going extends Runnable {

        /// Completes when it is over, however it ends.
        CompletionStage<?> done();

        /// Ends it, as interrupted.
        void cancel();
    }

    void begin(Going transfer) {
        going.add(transfer);
        transfer.done().whenComplete((_, _) -> going.remove(transfer));
        io.execute(transfer);
    }

    /// Ends all of them, as interrupted.
    void cancel() {
        going.forEach(Going::cancel);
    }
}
