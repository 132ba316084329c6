package kith.ui.composer;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;

import kith.base.Lane;
import kith.base.Subscription;
import kith.base.Timer;
import kith.model.Confidant;
import kith.model.MessageKey;
import kith.model.SendKey;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

    private final TypingSignal typing;
    private final CompletionViewModel completion;
    private final SpellingViewModel spelling;
    private final DraftText draft;
    private final MessageEditing editing;
    private final MessageReply reply;
    private final Whispering whispering;
    private final Sending sending;
    private final AttachedFiles files;
    private final ObjectProperty<Access> access =
            new SimpleObjectProperty<>(this, "access", Access.OPEN);
    private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused", false);
    private final ReadOnlyObjectWrapper<Complaint> complaint =
            new ReadOnlyObjectWrapper<>(this, "complaint", Complaint.NONE);
    private final ReadOnlyObjectWrapper<SendKey> sendKey;
    private final Subscription keyWatch;
    private final BooleanBinding canSend;

    /// Whether the user has typed since the caret moved last: where it comes to rest something may
    /// be completed.
    private boolean hasTyped;

    private Consumer<Edit> editor;
    private Runnable begun = () -> {};

    /// @param sources what is completed while it is typed
    /// @param timer for how long the user may think before they count as no longer writing
    /// @param fx the FX lane; a test passes a lane that runs at once
    public ComposerViewModel(
            ComposerCommands commands, List<CompletionSource> sources, Timer timer, Lane fx) {
        this(commands, FileCommands.NONE, sources, timer, fx);
    }

    /// The same where files can be sent, too.
    public ComposerViewModel(
            ComposerCommands commands,
            FileCommands fileCommands,
            List<CompletionSource> sources,
            Timer timer,
            Lane fx) {
        files = new AttachedFiles(fileCommands, fx);
        typing = new TypingSignal(commands.setTyping(), timer, fx);
        completion = new CompletionViewModel(sources, this::edit);
        spelling = new SpellingViewModel(commands.spelling(), this::edit, fx);
        draft = new DraftText(commands.draft(), this::replaced);
        editor = draft::apply;
        editing =
                new MessageEditing(
                        draft, commands.edits(), commands.correct(), typing, complaint, fx);
        reply = new MessageReply(commands.reply());
        whispering = new Whispering(commands.slash().whisper(), fx);
        sending =
                new Sending(commands, draft, reply, whispering, typing, complaint, this::edit, fx);
        sendKey = new ReadOnlyObjectWrapper<>(this, "sendKey", commands.sendKey().get());
        keyWatch = commands.sendKey().watch(fx, sendKey::set);
        canSend =
                Bindings.createBooleanBinding(
                        () -> access.get() == Access.OPEN && !paused.get() && isSomethingToSend(),
                        draft.textProperty(),
                        files.chosen(),
                        files.canSendBinding(),
                        editing.property(),
                        access,
                        paused);
        draft.textProperty().subscribe((before, now) -> changed(now));
        draft.caretProperty().subscribe((before, now) -> moved());
        draft.open();
        editing.open(reply::gone);
    }

    /// What is written and not sent.
    public StringProperty draftProperty() {
        return draft.textProperty();
    }

    /// Where the user writes on: how many `char`s of the draft are before it.
    public IntegerProperty caretProperty() {
        return draft.caretProperty();
    }

    /// What the letters before the caret could become.
    public CompletionViewModel completion() {
        return completion;
    }

    /// Which words are misspelt.
    public SpellingViewModel spelling() {
        return spelling;
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
        var closed = EmojiCompletion.closed(draft.get(), draft.at());
        closed.ifPresent(this::edit);
        return closed.isPresent();
    }

    /// The user asks for what the letters before the caret could become.
    ///
    /// @return whether there is anything
    public boolean complete() {
        return completion.ask(draft.get(), draft.at());
    }

    public ObjectProperty<Access> accessProperty() {
        return access;
    }

    /// Whether the user has to wait before they can send; what they write stays meanwhile.
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /// Whether there is something to send, and the right to, now.
    public BooleanBinding canSendBinding() {
        return canSend;
    }

    /// The key that sends.
    public ReadOnlyObjectProperty<SendKey> sendKeyProperty() {
        return sendKey.getReadOnlyProperty();
    }

    /// The message that is being changed; empty while a new one is written.
    public ReadOnlyObjectProperty<Optional<Editing>> editingProperty() {
        return editing.property();
    }

    /// Takes up a message of ours to be changed; what was being written comes back afterwards.
    ///
    /// @param words what it says up to now
    public void edit(MessageKey message, String words) {
        if (access.get() == Access.OPEN) {
            editing.begin(new Editing(message, words), words);
            begun.run();
        }
    }

    /// Leaves the message as it was.
    public void cancelEdit() {
        editing.cancel();
    }

    /// The message that what is written answers; empty while it answers none.
    public ReadOnlyObjectProperty<Optional<Answering>> answeringProperty() {
        return reply.property();
    }

    /// Takes up a message to be answered by what is written; one that was being changed stays as it
    /// was.
    public void reply(Answering message) {
        if (access.get() == Access.OPEN) {
            editing.cancel();
            reply.begin(message);
            begun.run();
        }
    }

    /// Says what is done once the user has chosen a message to answer or to change.
    public void onBegin(Runnable newBegun) {
        begun = newBegun;
    }

    /// Takes up the message that was being answered when the chat was left; comes too late once the
    /// user has chosen another, or none.
    public void resumeReply(Answering message) {
        reply.takeUp(message);
    }

    /// The one on the other side, whose message may be being answered, is called this now.
    public void renamePeer(String name) {
        reply.rename(name);
    }

    /// What is written answers no message.
    public void cancelReply() {
        reply.cancel();
    }

    /// To whom alone what is written goes; empty where it goes to all.
    public ReadOnlyObjectProperty<Optional<Whisper>> whisperProperty() {
        return whispering.property();
    }

    /// What is written, and what the user goes on to write, is for one person alone.
    ///
    /// @param visit the [kith.model.Occupant#visit] of theirs; empty where nobody knows
    public void whisper(Confidant to, OptionalInt visit) {
        if (access.get() == Access.OPEN) {
            editing.cancel();
            reply.cancel();
            edit(whispering.begin(to, visit, draft.get()));
            begun.run();
        }
    }

    /// What is written is for all.
    public void cancelWhisper() {
        edit(whispering.end(draft.get()));
    }

    /// The files that are to be sent with it.
    public AttachedFiles files() {
        return files;
    }

    /// A file that can't be sent holds back what would go with it.
    private boolean isSomethingToSend() {
        return areFilesDue() ? files.canSendBinding().get() : !draft.get().isBlank();
    }

    /// What is being changed goes without them.
    private boolean areFilesDue() {
        return !files.chosen().isEmpty() && editing.get().isEmpty();
    }

    /// Sends the files, then the draft as a message of its own, and empties it, or does what it
    /// asks for by a slash; does nothing where [#canSendBinding] is false. Blank lines before and
    /// blanks behind the text stay out. A text that can't be kept comes back; one that can't be
    /// done stays, and [#complaintProperty] says why.
    public void send() {
        if (!canSend.get() || isPrivateForAll()) {
            return;
        }
        if (areFilesDue()) {
            files.send();
        }
        if (draft.get().isBlank()) {
            return;
        }
        var text = draft.get().replaceFirst("^(?:\\h*\\R)+", "").stripTrailing();
        editing.get()
                .ifPresentOrElse(edited -> editing.finish(edited, text), () -> sending.send(text));
    }

    /// Whether what is for one person alone would be read by all, which it must not.
    private boolean isPrivateForAll() {
        boolean isPrivate = whispering.isPrivate(draft.get());
        if (isPrivate && editing.get().isPresent()) {
            complaint.set(new Complaint.Mixed());
        } else if (isPrivate && areFilesDue()) {
            complaint.set(new Complaint.FilesNotPrivate());
        } else {
            return false;
        }
        return true;
    }

    /// Says that the user turns to something else.
    public void leave() {
        spelling.left();
        draft.settle();
        editing.settle();
    }

    @Override
    public void close() {
        keyWatch.close();
        typing.close();
        editing.close();
        spelling.close();
        draft.close();
        reply.close();
        whispering.close();
        files.close();
    }

    private void edit(Edit change) {
        editor.accept(change);
    }

    private void replaced() {
        complaint.set(Complaint.NONE);
        completion.close();
    }

    private void changed(String now) {
        spelling.changed(now, !draft.isGiven());
        whispering.changed(now);
        if (draft.isGiven()) {
            return;
        }
        complaint.set(Complaint.NONE);
        editing.decide();
        if (now.isBlank() || whispering.isPrivate(now)) {
            typing.stop(); // nobody else there is to know
        } else {
            typing.stroke();
        }
        if (editing.get().isPresent()) {
            editing.keep(now); // what is being changed is no draft
        } else {
            draft.keep(now);
        }
        hasTyped = true; // the caret follows
        if (completion.isOpen()) {
            completion.look(now, draft.at());
        }
    }

    private void moved() {
        spelling.moved(draft.at());
        if (hasTyped || completion.isOpen()) {
            hasTyped = false;
            completion.look(draft.get(), draft.at());
        }
    }
}
