package kith.session;

import kith.store.Journal;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// What has come in and did not get into the store: it is heard again. Core lane only.
public interface InboundReplay {

    /// Tells what an earlier run has left, each in a piece of work of its own.
    void replay(Executor core, Consumer<Journal.Entry> reader);

    /// As [#replay], of what this run has heard and not committed, too: the store has lost it.
    void replayAll(Executor core, Consumer<Journal.Entry> reader);

    /// The store has lost what it was given last: perhaps a part of what is being told again, which
    /// must not be forgotten then.
    void storeLost();
}
