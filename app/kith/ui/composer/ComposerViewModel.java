package kith.ui.composer;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import kith.base.Lane;
import kith.base.Subscription;
import kith.base.Timer;
import kith.model.MessageKey;
import kith.model.Refusal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the user is writing to one chat.
///
/// The draft outlives it: whoever opens the chat again finds it. FX thread only. [#close] with the
/// page.
public final class ComposerViewModel implements AutoCloseable {

    /// Whether the user may write here, and if not, why; `composer.closed.<value>` in the texts.
    public enum Access {
        OPEN,
        /// Not in the room.
        NOT_IN_ROOM,
        /// In the room as a visitor, who may only read (XEP-0045 §5.1).
        VISITOR
    }

    private final ComposerCommands commands;
    private final Lane fx;
    private final TypingSignal typing;
    private final CompletionViewModel completion;
    private final StringProperty draft = new SimpleStringProperty(this, "draft", "");
    private final ObjectProperty<Access> access =
            new SimpleObjectProperty<>(this, "access", Access.OPEN);
    private final ReadOnlyObjectWrapper<Complaint> complaint =
            new ReadOnlyObjectWrapper<>(this, "complaint", Complaint.NONE);
    private final IntegerProperty caret = new SimpleIntegerProperty(this, "caret");
    /// What came back and stands at the beginning of the draft.
    private String returned = "";

    private final ReadOnlyObjectWrapper<Optional<Editing>> editing =
            new ReadOnlyObjectWrapper<>(this, "editing", Optional.empty());

    /// What was written before a message was taken up to be changed.
    private String aside = "";

    private final BooleanBinding canSend =
            Bindings.createBooleanBinding(
                    () -> access.get() == Access.OPEN && !draft.get().isBlank(), draft, access);
    private final Subscription opened;
    private boolean isClosed;

    /// Whether the draft changes by other hands than the user's.
    private boolean isGiven;

    /// Whether the user has typed since the caret moved last: where it comes to rest something may
    /// be completed.
    private boolean hasTyped;

    private Consumer<Edit> editor = this::edit;

    /// @param sources what is completed while it is typed
    /// @param timer for how long the user may think before they count as no longer writing
    /// @param fx the FX lane; a test passes a lane that runs at once
    public ComposerViewModel(
            ComposerCommands commands, List<CompletionSource> sources, Timer timer, Lane fx) {
        this.commands = commands;
        this.fx = fx;
        typing = new TypingSignal(commands.setTyping(), timer, fx);
        completion = new CompletionViewModel(sources, change -> editor.accept(change));
        draft.subscribe((before, now) -> changed(now));
        caret.subscribe((before, now) -> moved());
        opened = commands.draft().open().apply(this::give);
    }

    /// What is written and not sent.
    public StringProperty draftProperty() {
        return draft;
    }

    /// Where the user writes on: how many `char`s of the draft are before it.
    public IntegerProperty caretProperty() {
        return caret;
    }

    /// What the letters before the caret could become.
    public CompletionViewModel completion() {
        return completion;
    }

    /// Says how a change is made so that the user can undo it.
    public void onEdit(Consumer<Edit> change) {
        editor = change;
    }

    /// Why what the user wrote was not done.
    public ReadOnlyObjectProperty<Complaint> complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /// The user types a colon: the name of an emoji before it becomes that.
    ///
    /// @return whether there was one; the colon belongs to it then
    public boolean closeName() {
        var closed = EmojiCompletion.closed(draft.get(), at());
        closed.ifPresent(editor);
        return closed.isPresent();
    }

    /// The user asks for what the letters before the caret could become.
    ///
    /// @return whether there is anything
    public boolean complete() {
        return completion.ask(draft.get(), at());
    }

    public ObjectProperty<Access> accessProperty() {
        return access;
    }

    /// Whether there is something to send, and the right to.
    public BooleanBinding canSendBinding() {
        return canSend;
    }

    /// The message that is being changed; empty while a new one is written.
    public ReadOnlyObjectProperty<Optional<Editing>> editingProperty() {
        return editing.getReadOnlyProperty();
    }

    /// Takes up a message of ours to be changed; what was being written comes back afterwards.
    ///
    /// @param words what it says up to now
    public void edit(MessageKey message, String words) {
        if (access.get() == Access.OPEN) {
            edit(new Editing(message, words), words);
        }
    }

    private void edit(Editing edited, String text) {
        if (editing.get().isEmpty()) {
            aside = draft.get();
        }
        quietly(() -> draft.set(text));
        editing.set(Optional.of(edited));
        caret.set(text.length());
    }

    /// Leaves the message as it was.
    public void cancelEdit() {
        if (editing.get().isPresent()) {
            editing.set(Optional.empty());
            quietly(() -> draft.set(aside));
            caret.set(aside.length());
            aside = "";
        }
    }

    /// Sends the draft and empties it, or does what it asks for by a slash; does nothing where
    /// [#canSendBinding] is false. Blank lines before and blanks behind the text stay out. A text
    /// that can't be kept comes back; one that can't be done stays, and [#complaintProperty] says
    /// why.
    public void send() {
        if (!canSend.get()) {
            return;
        }
        var text = draft.get().replaceFirst("^(?:\\h*\\R)+", "").stripTrailing();
        if (editing.get().isPresent()) {
            correct(editing.get().get(), text);
            return;
        }
        switch (SlashLine.of(text, commands.slash().known())) {
            case SlashLine.Words(var words) -> deliver(words, text);
            case SlashLine.Command(var command, var words) -> run(command, words, text);
            case SlashLine.Unknown(var word) -> complaint.set(new Complaint.UnknownCommand(word));
        }
    }

    private void correct(Editing edited, String text) {
        cancelEdit();
        if (text.equals(edited.words())) {
            return;
        }
        commands.correct()
                .apply(edited.message(), text)
                .whenCompleteAsync(
                        (sent, failure) -> {
                            if (failure != null) {
                                edit(edited, text);
                            }
                        },
                        fx);
    }

    /// @param typed comes back where it can't be kept
    private void deliver(String words, String typed) {
        returned = "";
        quietly(() -> draft.set(""));
        typing.stop();
        var sending = commands.send().apply(words);
        commands.draft().write().accept(""); // not before: whatever happens, one of them has it
        sending.whenCompleteAsync(
                (sent, failure) -> {
                    if (failure != null) {
                        giveBack(typed);
                    }
                },
                fx);
    }

    private void run(SlashCommand command, String words, String typed) {
        if (command == SlashCommand.HELP) {
            editor.accept(new Edit(0, draft.get().length(), "/")); // the list has them all
        } else if (command.takesWords() && words.isEmpty()) {
            complaint.set(new Complaint.Incomplete(command));
        } else if (command == SlashCommand.ME) {
            deliver(typed, typed);
        } else {
            quietly(() -> draft.set(""));
            typing.stop();
            commands.draft().write().accept("");
            commands.slash()
                    .run(command, words)
                    .thenAcceptAsync(
                            refusal -> refusal.ifPresent(it -> refused(command, it, typed)), fx);
        }
    }

    private void refused(SlashCommand command, Refusal refusal, String typed) {
        giveBack(typed);
        complaint.set(new Complaint.Refused(command, refusal));
    }

    /// Says that the user turns to something else.
    public void leave() {
        commands.draft().settle().run();
    }

    @Override
    public void close() {
        isClosed = true;
        typing.close();
        opened.close();
    }

    private void giveBack(String text) {
        if (!give(text)) {
            commands.draft().giveBack().accept(text);
        }
    }

    /// Takes a text that the user wrote earlier; they may have begun another meanwhile, and another
    /// may have come back before.
    ///
    /// @return whether it did
    private boolean give(String text) {
        if (isClosed) {
            return false;
        }
        var now = draft.get();
        var before = now.startsWith(returned) ? returned : "";
        var own = now.substring(before.length()).stripLeading();
        returned = before.isEmpty() ? text : before + "\n" + text;
        var both = own.isBlank() ? returned : returned + "\n" + own;
        quietly(() -> draft.set(both));
        caret.set(both.length());
        commands.draft().write().accept(both);
        return true;
    }

    /// Nobody is typing meanwhile.
    private void quietly(Runnable change) {
        complaint.set(Complaint.NONE);
        isGiven = true;
        change.run();
        isGiven = false;
        completion.close();
    }

    private void edit(Edit change) {
        draft.set(change.applied(draft.get()));
        caret.set(change.start() + change.text().length());
    }

    private int at() {
        return Math.clamp(caret.get(), 0, draft.get().length());
    }

    private void changed(String now) {
        if (isGiven) {
            return;
        }
        complaint.set(Complaint.NONE);
        if (now.isBlank()) {
            typing.stop();
        } else {
            typing.stroke();
        }
        if (editing.get().isEmpty()) { // what is being changed is no draft
            commands.draft().write().accept(now);
        }
        hasTyped = true; // the caret follows
        if (completion.isOpen()) {
            completion.look(now, at());
        }
    }

    private void moved() {
        if (hasTyped || completion.isOpen()) {
            hasTyped = false;
            completion.look(draft.get(), at());
        }
    }
}
