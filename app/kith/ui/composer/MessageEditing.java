package kith.ui.composer;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import kith.base.Lane;
import kith.base.Subscription;
import kith.model.EditDraft;
import kith.model.MessageKey;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// Changes the words of a message of ours in the composer (XEP-0308). Meanwhile what was being
/// written is laid aside; it comes back afterwards. How far the user has come is kept. FX thread
/// only.
final class MessageEditing implements EditWatcher, AutoCloseable {

    private final DraftText draft;
    private final EditCommands commands;
    private final BiFunction<MessageKey, String, CompletionStage<?>> correct;
    private final TypingSignal typing;
    private final ObjectProperty<Complaint> complaint;
    private final Lane fx;
    private final ReadOnlyObjectWrapper<Optional<Editing>> editing =
            new ReadOnlyObjectWrapper<>(this, "editing", Optional.empty());
    private Subscription opened = () -> {};
    private Consumer<MessageKey> goneWatcher = _ -> {};

    /// What is kept of it, as far as that was said here.
    private Optional<EditDraft> kept = Optional.empty();

    /// Whether the user has begun something, so that what is kept comes too late.
    private boolean isDecided;

    private boolean isClosed;

    /// @param correct puts other words in place of those of a message
    /// @param complaint where it says why a message was not changed
    MessageEditing(
            DraftText draft,
            EditCommands commands,
            BiFunction<MessageKey, String, CompletionStage<?>> correct,
            TypingSignal typing,
            ObjectProperty<Complaint> complaint,
            Lane fx) {
        this.draft = draft;
        this.commands = commands;
        this.correct = correct;
        this.typing = typing;
        this.complaint = complaint;
        this.fx = fx;
    }

    /// Begins to be told what was being changed when the chat was left.
    ///
    /// @param whenGone is told of each message that is gone, too: it may be answered
    void open(Consumer<MessageKey> whenGone) {
        goneWatcher = whenGone;
        opened = commands.open().apply(this);
    }

    ReadOnlyObjectProperty<Optional<Editing>> property() {
        return editing.getReadOnlyProperty();
    }

    /// The message that is being changed.
    Optional<Editing> get() {
        return editing.get();
    }

    /// @param text what the field is to hold: the words up to now, or others that could not be sent
    void begin(Editing edited, String text) {
        take(edited, text);
        keep(text);
    }

    /// The user has written something else than this, so that the field is theirs.
    void decide() {
        isDecided = true;
    }

    /// What is in the field while a message is changed is now this. Nothing is kept while these are
    /// its words.
    void keep(String text) {
        var now =
                editing.get()
                        .filter(it -> !it.words().equals(text))
                        .map(it -> new EditDraft(it.message(), text));
        if (!now.equals(kept)) {
            kept = now;
            commands.keep().accept(now);
        }
    }

    /// Stores how far it is: the user turns to something else.
    void settle() {
        commands.settle().run();
    }

    /// Leaves the message as it was.
    void cancel() {
        isDecided = true;
        if (editing.get().isPresent()) {
            typing.stop();
            editing.set(Optional.empty());
            draft.takeBack();
            keep("");
        }
    }

    /// Sends other words for it, where they are others. Of a message that can be changed no more
    /// they come back as words to send.
    void finish(Editing edited, String text) {
        if (text.equals(edited.words())) {
            cancel();
            return;
        }
        typing.stop();
        var sending = correct.apply(edited.message(), text);
        cancel(); // not before: whatever happens, one of them has the words
        sending.whenCompleteAsync(
                (sent, failure) -> {
                    if (failure instanceof CancellationException) {
                        giveBack(text);
                    } else if (failure != null) {
                        takeUpAgain(edited, text);
                    }
                },
                fx);
    }

    /// What could not be kept. Another that is being changed by now keeps its place.
    private void takeUpAgain(Editing edited, String text) {
        if (editing.get().isEmpty()) {
            begin(edited, text);
        } else {
            draft.giveBack(text);
        }
    }

    private void giveBack(String words) {
        draft.giveBack(words);
        complaint.set(new Complaint.Unchangeable());
    }

    @Override
    public void close() {
        isDecided = true;
        isClosed = true;
        opened.close();
    }

    private void take(Editing edited, String text) {
        isDecided = true;
        draft.layAside(text);
        editing.set(Optional.of(edited));
        draft.caretProperty().set(text.length());
    }

    @Override
    public void resume(Editing edited, String text) {
        if (!isDecided) {
            take(edited, text);
            kept = Optional.of(new EditDraft(edited.message(), text));
        }
    }

    @Override
    public void unchangeable(String text) {
        if (isClosed) {
            return; // it stays kept
        }
        if (!text.isBlank()) {
            giveBack(text);
            draft.settle(); // first: whatever happens, one of them has it
        }
        commands.keep().accept(kept);
    }

    @Override
    public void gone(MessageKey message) {
        if (editing.get().filter(it -> it.message().equals(message)).isPresent()) {
            cancel();
        }
        goneWatcher.accept(message);
    }
}
