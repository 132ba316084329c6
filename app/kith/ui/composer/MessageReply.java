package kith.ui.composer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import kith.model.MessageKey;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// The message that what is written answers (XEP-0461). It is kept with the draft. FX thread only.
final class MessageReply implements AutoCloseable {

    private final ReplyCommands commands;
    private final ReadOnlyObjectWrapper<Optional<Answering>> answering =
            new ReadOnlyObjectWrapper<>(this, "answering", Optional.empty());

    /// Whether the user has said what is answered, so that what is kept comes too late.
    private boolean isDecided;

    private boolean isClosed;

    MessageReply(ReplyCommands commands) {
        this.commands = commands;
    }

    ReadOnlyObjectProperty<Optional<Answering>> property() {
        return answering.getReadOnlyProperty();
    }

    /// Takes up what was being answered when the chat was left, unless the user has begun to answer
    /// something else meanwhile.
    void takeUp(Answering kept) {
        if (!isDecided) {
            set(Optional.of(kept));
        }
    }

    /// What is written answers this.
    void begin(Answering answered) {
        set(Optional.of(answered));
        commands.keep().accept(key());
    }

    /// What is written answers nothing; nor what was being answered when the chat was left, if word
    /// of that is still to come.
    void cancel() {
        if (answering.get().isPresent() || !isDecided) {
            set(Optional.empty());
            commands.keep().accept(key());
        }
    }

    /// A message is gone: what is written does not answer it any more.
    void gone(MessageKey message) {
        if (key().filter(message::equals).isPresent()) {
            cancel();
        }
    }

    /// Whoever wrote the message is called something else now.
    void rename(String author) {
        answering
                .get()
                .filter(it -> it.author().isPresent())
                .ifPresent(it -> answering.set(Optional.of(it.by(author))));
    }

    /// Sends an answer to it.
    ///
    /// @param answered what [#property] was
    CompletionStage<?> send(Answering answered, String text) {
        return commands.send().apply(answered.message(), text);
    }

    /// What could not be sent answered this; where it is closed, that is kept with the draft.
    void giveBack(Answering answered) {
        if (isClosed) {
            commands.keep().accept(Optional.of(answered.message()));
        } else if (answering.get().isEmpty()) {
            begin(answered);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        isDecided = true;
    }

    private void set(Optional<Answering> now) {
        isDecided = true;
        answering.set(now);
    }

    private Optional<MessageKey> key() {
        return answering.get().map(Answering::message);
    }
}
