package kith.session.export;

import kith.model.ChatKey;
import kith.model.MessageKey;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/// A chat read from its beginning to its end, some hundred messages at a time; the program goes on
/// between one page and the next.
///
/// On one thread at a time, never the core lane: it blocks while a page is read there. What can't
/// be read shows as [CompletionException]; a thread that is interrupted, as an [IOException].
public final class HistoryWalk {

    private final HistoryService history;
    private final ChatKey chat;

    /// A message of ours may take another place meanwhile, after which it is met again.
    private final Set<MessageKey> ours = new HashSet<>();

    private Optional<HistoryEntry> last = Optional.empty();
    private OptionalInt begun = OptionalInt.empty();
    private boolean isBegun;
    private boolean isDone;

    HistoryWalk(HistoryService history, ChatKey chat) {
        this.history = history;
        this.chat = chat;
    }

    /// Whether it isn't at the end. What comes after the last page was read keeps nobody waiting.
    public boolean hasNext() {
        return !isDone;
    }

    /// The next of them, each message once.
    ///
    /// @return in the order of the timeline; may be empty
    public List<HistoryEntry> next() throws IOException {
        if (!isBegun) {
            begun = await(history.incarnation(chat));
            isBegun = true;
        }
        var page = await(history.after(chat, last));
        isDone = page.size() < HistoryService.PAGE;
        if (!page.isEmpty()) {
            last = Optional.of(page.getLast());
        }
        return page.stream().filter(this::isNew).toList();
    }

    private boolean isNew(HistoryEntry entry) {
        var message = entry.message();
        return !message.isMine() || ours.add(message.key());
    }

    /// Whether the chat was removed since it was begun, so that what was read isn't all of it.
    public boolean isCutOff() throws IOException {
        return begun.isPresent() && !begun.equals(await(history.incarnation(chat)));
    }

    /// Ends when the program does, too.
    private static <T> T await(CompletionStage<T> read) throws IOException {
        try {
            return read.toCompletableFuture().get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(stop);
        } catch (ExecutionException failure) {
            throw new CompletionException(failure.getCause());
        }
    }
}
