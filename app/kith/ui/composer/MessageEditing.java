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

/// Changes the words of a message of ours in the composer (XEP-0308). Meanwhile what was being
/// written is laid aside; it comes back afterwards. How far the user has come is kept. FX thread
/// only.
final class MessageEditing implements AutoCloseable {

    private final DraftText draft;
    private final EditCommands commands;
    private final BiFunction<MessageKey, String, CompletionStage<?>> correct;
    private final ObjectProperty<Complaint> complaint;
    private final Lane fx;
    private final ReadOnlyObjectWrapper<Optional<Editing>> editing =
            new ReadOnlyObjectWrapper<>(this, "editing", Optional.empty());
    private Subscription opened = () -> {};

    /// Whether the user has said what is changed, so that what is kept comes too late.
    private boolean isDecided;

    /// @param correct puts other words in place of those of a message
    /// @param complaint where it says why a message was not changed
    MessageEditing(
            DraftText draft,
            EditCommands commands,
            BiFunction<MessageKey, String, CompletionStage<?>> correct,
            ObjectProperty<Complaint> complaint,
            Lane fx) {
        this.draft = draft;
        this.commands = commands;
        this.correct = correct;
        this.complaint = complaint;
        this.fx = fx;
    }

    /// Begins to be told what was being changed when the chat was left.
    void open() {
        opened = commands.open().apply(this::resume, this::gone);
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

    /// What is in the field while a message is changed is now this.
    void keep(String text) {
        commands.keep().accept(editing.get().map(it -> new EditDraft(it.message(), text)));
    }

    /// Stores how far it is: the user turns to something else.
    void settle() {
        commands.settle().run();
    }

    /// Leaves the message as it was.
    void cancel() {
        isDecided = true;
        if (editing.get().isPresent()) {
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
        opened.close();
    }

    private void take(Editing edited, String text) {
        isDecided = true;
        draft.layAside(text);
        editing.set(Optional.of(edited));
        draft.caretProperty().set(text.length());
    }

    private void resume(Editing kept, String text) {
        if (!isDecided) {
            take(kept, text);
        }
    }

    private void gone(MessageKey message) {
        if (editing.get().filter(it -> it.message().equals(message)).isPresent()) {
            cancel();
        }
    }
}
