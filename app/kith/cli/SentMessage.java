package kith.cli;

import kith.base.Subscription;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageKey;
import kith.session.feed.EventFeed;
import kith.session.feed.SessionEvent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A message that is being sent, from before it is written until the server has it or it failed.
final class SentMessage implements AutoCloseable {

    /// No row is numbered so.
    private static final MessageKey NONE = new MessageKey(0);

    private final ChatKey chat;
    private final Content content;
    private final CompletableFuture<MessageKey> written = new CompletableFuture<>();
    private final CompletableFuture<Delivery> settled = new CompletableFuture<>();
    private final Subscription listening;

    /// Begins to listen; the next message of ours in this chat with this text is it.
    SentMessage(ChatKey chat, String text, EventFeed feed) {
        this.chat = chat;
        this.content = new Content.Text(text);
        this.listening = feed.listen(this::heard);
    }

    /// Waits until it is in the store.
    void awaitWritten() {
        written.join();
    }

    /// Waits until the server has it or it failed.
    ///
    /// @return empty where the time is over before
    Optional<Delivery> outcome(Duration patience) {
        return settled.thenApply(Optional::of)
                .completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    @Override
    public void close() {
        listening.close();
    }

    private void heard(SessionEvent event) {
        switch (event) {
            case SessionEvent.MessageAdded(var message) -> {
                if (!written.isDone() && isIt(message)) {
                    written.complete(message.key());
                }
            }
            case SessionEvent.MessageChanged(var message) -> {
                if (message.key().equals(written.getNow(NONE)) && isSettled(message.delivery())) {
                    settled.complete(message.delivery());
                }
            }
            default -> {} // says nothing about a message
        }
    }

    private boolean isIt(Message message) {
        return message.isMine()
                && message.chat().equals(chat)
                && message.content().equals(content)
                && message.delivery() instanceof Delivery.Queued;
    }

    private static boolean isSettled(Delivery delivery) {
        return switch (delivery) {
            case Delivery.OnServer on -> true;
            case Delivery.Delivered delivered -> true;
            case Delivery.Read read -> true;
            case Delivery.Failed failed -> true;
            case Delivery.Received received -> false;
            case Delivery.Queued queued -> false;
            case Delivery.Sending sending -> false;
        };
    }
}
