package kith.ui.composer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import kith.base.Lane;
import kith.model.MessageKey;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/// Changes the words of a message of ours in the composer (XEP-0308). Meanwhile what was being
/// written is laid aside; it comes back afterwards. FX thread only.
final class MessageEditing {

    private final DraftText draft;
    private final BiFunction<MessageKey, String, CompletionStage<?>> correct;
    private final Lane fx;
    private final ReadOnlyObjectWrapper<Optional<Editing>> editing =
            new ReadOnlyObjectWrapper<>(this, "editing", Optional.empty());

    /// What was written before a message was taken up.
    private String aside = "";

    /// @param correct puts other words in place of those of a message
    MessageEditing(
            DraftText draft, BiFunction<MessageKey, String, CompletionStage<?>> correct, Lane fx) {
        this.draft = draft;
        this.correct = correct;
        this.fx = fx;
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
        if (editing.get().isEmpty()) {
            aside = draft.get();
        }
        draft.replace(text);
        editing.set(Optional.of(edited));
        draft.caretProperty().set(text.length());
    }

    /// Leaves the message as it was.
    void cancel() {
        if (editing.get().isPresent()) {
            editing.set(Optional.empty());
            draft.takeUp(aside);
            aside = "";
        }
    }

    /// Sends other words for it, where they are others.
    void finish(Editing edited, String text) {
        cancel();
        if (text.equals(edited.words())) {
            return;
        }
        correct.apply(edited.message(), text)
                .whenCompleteAsync(
                        (sent, failure) -> {
                            if (failure != null) {
                                begin(edited, text);
                            }
                        },
                        fx);
    }
}
