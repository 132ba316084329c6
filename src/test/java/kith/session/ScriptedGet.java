package kith.session;

import kith.xmpp.Download;
import kith.xmpp.TransferException;

import java.net.URI;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A file that is fetched from a server that is the test.
final class ScriptedGet implements Download {

    final URI place;
    final long most;
    private final CompletableFuture<byte[]> done = new CompletableFuture<>();
    private OptionalLong size = OptionalLong.empty();
    private boolean isCancelled;

    ScriptedGet(URI place, long most) {
        this.place = place;
        this.most = most;
    }

    @Override
    public CompletionStage<byte[]> done() {
        return done;
    }

    @Override
    public OptionalLong size() {
        return size;
    }

    /// It ends when the test says so: a real one ends later, too.
    @Override
    public void cancel() {
        isCancelled = true;
    }

    boolean isCancelled() {
        return isCancelled;
    }

    /// The server says how large it is.
    void says(long bytes) {
        size = OptionalLong.of(bytes);
    }

    /// All of it has come.
    void came(byte[] bytes) {
        done.complete(bytes.clone());
    }

    void fail(TransferException.Kind kind) {
        done.completeExceptionally(new TransferException(kind, "as the test says"));
    }
}
