package kith.session;

import kith.model.LocalFile;
import kith.xmpp.Transfer;
import kith.xmpp.TransferException;
import kith.xmpp.UploadSlot;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;

/// A file on its way to a server that is the test.
final class ScriptedPut implements Transfer {

    final UploadSlot slot;
    final LocalFile file;
    private final LongConsumer progress;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private boolean isCancelled;

    ScriptedPut(UploadSlot slot, LocalFile file, LongConsumer progress) {
        this.slot = slot;
        this.file = file;
        this.progress = progress;
    }

    @Override
    public CompletionStage<Void> done() {
        return done;
    }

    @Override
    public void cancel() {
        isCancelled = true;
        fail(TransferException.Kind.INTERRUPTED);
    }

    boolean isCancelled() {
        return isCancelled;
    }

    /// So much of it has gone.
    void gone(long bytes) {
        progress.accept(bytes);
    }

    /// The server has it.
    void taken() {
        done.complete(null);
    }

    void fail(TransferException.Kind kind) {
        done.completeExceptionally(new TransferException(kind, "as the test says"));
    }
}
