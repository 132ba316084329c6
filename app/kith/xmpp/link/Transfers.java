package kith.xmpp.link;

import kith.xmpp.Transfer;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/// The files of one account that are on their way: none goes on when the account is to be away, or
/// by a way that isn't the account's any more. Any thread.
final class Transfers {

    private final Set<Transfer> going = ConcurrentHashMap.newKeySet();
    private final Executor io;

    Transfers(Executor io) {
        this.io = io;
    }

    void begin(HttpTransfer transfer) {
        going.add(transfer);
        transfer.done().whenComplete((_, _) -> going.remove(transfer));
        io.execute(transfer);
    }

    /// Ends all of them, as interrupted.
    void cancel() {
        going.forEach(Transfer::cancel);
    }
}
