package kith.session.export;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.model.ChatKey;
import kith.model.HistoryFormat;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/// Writes chats to files that the user has chosen. Any thread.
public final class ExportService {

    private final HistoryService history;
    private final Names names;
    private final Lane core;
    private final Executor io;

    public ExportService(HistoryService history, Names names, Lane core, Executor io) {
        this.history = history;
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
        var writer = new ExportFile(history, names, chat, format, file, running);
        io.execute(() -> running.end(writer.write()));
        return running;
    }

    /// One that goes on, and how far it is.
    static final class Running implements Export {

        private final Lane core;
        private final Cell<ExportState> state;
        private final AtomicBoolean isCancelled = new AtomicBoolean();

        Running(Lane core) {
            this.core = core;
            state = new Cell<>(core, new ExportState.Writing(0, 0));
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

        void written(long done, long all) {
            end(new ExportState.Writing(done, all));
        }

        void end(ExportState now) {
            core.execute(() -> state.set(now));
        }
    }
}
