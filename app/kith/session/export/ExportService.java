package kith.session.export;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.model.ChatKey;
import kith.model.HistoryFormat;
import kith.session.export.ExportState.Reason;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/// Writes chats to files that the user has chosen. Any thread.
public final class ExportService {

    private final HistoryService history;
    private final HistoryPages pages;
    private final Names names;
    private final Lane core;
    private final Executor io;
    private final Set<Running> all = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosed;

    public ExportService(
            HistoryService history, HistoryPages pages, Names names, Lane core, Executor io) {
        this.history = history;
        this.pages = pages;
        this.names = names;
        this.core = core;
        this.io = io;
    }

    /// What is called how in what is given out.
    public Names names() {
        return names;
    }

    /// Begins to write a chat to a file, in the place of one that is there.
    public Export start(ChatKey chat, HistoryFormat format, Path file) {
        var running = new Running(core);
        var writer =
                new ExportFile(
                        history.walk(chat), out -> pages.of(format, names, out), file, running);
        all.add(running);
        if (isClosed) {
            running.cancel();
        }
        io.execute(() -> write(writer, running));
        return running;
    }

    private void write(ExportFile writer, Running running) {
        ExportState end = new ExportState.Failed(Reason.BUG, "");
        try {
            end = writer.write();
        } finally {
            running.end(end);
            all.remove(running);
            running.ended.complete(null);
        }
    }

    /// Cancels what goes on, and all that is begun from now on.
    ///
    /// @return completes once none of them has anything on the disk that is not whole
    public CompletionStage<Void> close() {
        isClosed = true;
        all.forEach(Running::cancel);
        return CompletableFuture.allOf(
                all.stream().map(each -> each.ended).toArray(CompletableFuture[]::new));
    }

    /// One that goes on, and how far it is.
    static final class Running implements Export {

        private final Lane core;
        private final Cell<ExportState> state;
        private final AtomicBoolean isCancelled = new AtomicBoolean();
        private final CompletableFuture<Void> ended = new CompletableFuture<>();

        Running(Lane core) {
            this.core = core;
            state = new Cell<>(core, new ExportState.Writing(0));
        }

        @Override
        public Live<ExportState> state() {
            return state;
        }

        @Override
        public void cancel() {
            isCancelled.set(true);
        }

        boolean isCancelled() {
            return isCancelled.get();
        }

        void written(long done) {
            end(new ExportState.Writing(done));
        }

        void end(ExportState now) {
            core.execute(() -> state.set(now));
        }
    }
}
