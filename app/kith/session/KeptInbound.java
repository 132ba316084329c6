package kith.session;

import kith.model.AccountId;
import kith.store.Journal;
import kith.store.StoreException;
import kith.xmpp.InboundJournal;
import kith.xmpp.JournalException;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// What has come in and is not committed yet, in the store's [Journal].
public final class KeptInbound implements InboundJournal, InboundReplay {

    private final Journal journal;
    private final Executor afterCommit;
    private final InstantSource clock;

    /// Counts replays, and what ended them early.
    private int replays;

    /// @param afterCommit runs work on the core lane once the present batch is committed
    public KeptInbound(Journal journal, Executor afterCommit, InstantSource clock) {
        this.journal = journal;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    @Override
    public long keep(AccountId account, String xml) {
        try {
            return journal.append(account, clock.instant(), xml);
        } catch (StoreException failure) {
            throw new JournalException(failure);
        }
    }

    @Override
    public void done(List<Long> kept) {
        if (!kept.isEmpty()) {
            afterCommit.execute(() -> journal.done(kept));
        }
    }

    @Override
    public void replayAll(Executor core, Consumer<Journal.Entry> reader) {
        journal.leaveOpen();
        replay(core, reader);
    }

    /// What was told is forgotten once that is committed: one that can't be understood must not
    /// keep the others from being heard, or come again at every start.
    @Override
    public void replay(Executor core, Consumer<Journal.Entry> reader) {
        int mine = ++replays;
        journal.replay(entry -> core.execute(() -> reader.accept(entry)));
        core.execute(() -> afterCommit.execute(() -> forget(mine)));
    }

    @Override
    public void storeLost() {
        replays++;
    }

    /// All of it may have taken several batches, of which one was lost.
    private void forget(int replay) {
        if (replay == replays) {
            journal.forgetLeft();
        }
    }
}
