package kith.ui.timeline;

import javafx.collections.ObservableList;

import kith.model.MessageKey;
import kith.ui.timeline.TimelineRow.Bubble;
import kith.ui.timeline.TimelineRow.Quote;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What the user does with a message of a timeline: answers it, forwards it, changes it, puts emoji
/// to it, takes it back, sends it again, sees the rest of its thread. What a message can't have
/// done to it does nothing. FX thread only.
public final class MessageActions {

    private final TimelineCommands commands;
    private final ObservableList<TimelineRow> rows;
    private final BooleanSupplier hasNewer;
    private final Consumer<MessageKey> show;
    private BiConsumer<MessageKey, String> editor = (_, _) -> {};
    private Optional<BiConsumer<Bubble, String>> replier = Optional.empty();
    private Optional<BiConsumer<String, MessageKey>> threads = Optional.empty();
    private Consumer<Bubble> chooser = _ -> {};
    private Optional<Consumer<List<Bubble>>> forwarder = Optional.empty();
    private Consumer<Bubble> confirmer = _ -> {};
    private BooleanSupplier mayRemove = () -> false;
    private Consumer<List<Bubble>> remover = _ -> {};

    /// @param rows what is shown, oldest first
    /// @param hasNewer whether there is something newer than the last of them
    /// @param show shows a message in its place once it is among them
    MessageActions(
            TimelineCommands commands,
            ObservableList<TimelineRow> rows,
            BooleanSupplier hasNewer,
            Consumer<MessageKey> show) {
        this.commands = commands;
        this.rows = rows;
        this.hasNewer = hasNewer;
        this.show = show;
    }

    /// Goes to the message that another answers, if it is here.
    public void goToAnswered(Bubble reply) {
        reply.quote()
                .flatMap(Quote::message)
                .ifPresent(
                        answered -> {
                            commands.around().accept(answered);
                            show.accept(answered);
                        });
    }

    /// Shows all messages of the thread that one belongs to, and which of them it is.
    public void showThread(Bubble message) {
        message.thread()
                .ifPresent(name -> threads.ifPresent(it -> it.accept(name, message.message())));
    }

    /// Whether it belongs to a thread that can be shown here.
    public boolean isThreadShown(Bubble message) {
        return threads.isPresent() && message.thread().isPresent();
    }

    /// Says what shows a thread: told its name and the message that the user is at.
    public void onShowThread(BiConsumer<String, MessageKey> newThreads) {
        threads = Optional.of(newThreads);
    }

    /// Takes up a message to be answered, where it can be: one that has failed is nowhere else.
    public void reply(Bubble message) {
        if (isRepliable(message)) {
            replier.ifPresent(it -> it.accept(message, message.text().whole()));
        }
    }

    /// Whether it can be answered here.
    public boolean isRepliable(Bubble message) {
        return replier.isPresent() && message.isRepliable();
    }

    /// Takes up the last message of others, if it is here.
    public void replyToLast() {
        last().filter(it -> !it.isMine()).findFirst().ifPresent(this::reply);
    }

    /// The messages from the newest on; none where that isn't here.
    private Stream<Bubble> last() {
        return hasNewer.getAsBoolean()
                ? Stream.empty()
                : rows.reversed().stream().filter(Bubble.class::isInstance).map(Bubble.class::cast);
    }

    /// Says what takes up a message to be answered, and its words.
    public void onReply(BiConsumer<Bubble, String> newReplier) {
        replier = Optional.of(newReplier);
    }

    /// Whether messages can be forwarded from here.
    public boolean isForwarding() {
        return forwarder.isPresent();
    }

    /// Has the user choose where messages go, too.
    ///
    /// @param messages oldest first
    public void forward(List<Bubble> messages) {
        if (!messages.isEmpty()) {
            forwarder.ifPresent(it -> it.accept(messages));
        }
    }

    /// Says what has the user choose that.
    public void onForward(Consumer<List<Bubble>> newForwarder) {
        forwarder = Optional.of(newForwarder);
    }

    /// Takes up a message of ours to be changed, where it can be.
    public void edit(Bubble message) {
        if (message.isEditable()) {
            editor.accept(message.message(), message.text().whole());
        }
    }

    /// Takes up the last message of ours that can be changed, if one is here. Not one before
    /// something private of ours: that would be meant, and all would read what it says now.
    public void editLast() {
        rows.reversed().stream()
                .filter(Bubble.class::isInstance)
                .map(Bubble.class::cast)
                .takeWhile(message -> !(message.isMine() && message.isPrivate()))
                .filter(Bubble::isEditable)
                .findFirst()
                .ifPresent(this::edit);
    }

    /// Says what takes up a message of ours: its key and its words.
    public void onEdit(BiConsumer<MessageKey, String> newEditor) {
        editor = newEditor;
    }

    /// Puts an emoji of ours to a message, or takes it back; a message that can't have any stays as
    /// it is.
    public void react(Bubble message, String emoji) {
        if (message.isReactable()) {
            commands.react().accept(message.message(), emoji);
        }
    }

    /// Has the user choose any emoji for a message that can have some.
    public void chooseReaction(Bubble message) {
        if (message.isReactable()) {
            chooser.accept(message);
        }
    }

    /// Has the user choose any emoji for the last message of others, if it is here and can have
    /// some.
    public void chooseReactionToLast() {
        last().filter(it -> !it.isMine()).findFirst().ifPresent(this::chooseReaction);
    }

    /// Says what has the user choose an emoji for a message.
    public void onChooseReaction(Consumer<Bubble> newChooser) {
        chooser = newChooser;
    }

    /// Has the user confirm that a message of ours is taken back for everyone, or one of others is
    /// removed, where it can be.
    public void askToRetract(Bubble message) {
        if (message.isRetractable()) {
            confirmer.accept(message);
        } else {
            askToRemove(List.of(message));
        }
    }

    /// Has the user confirm that our last message is taken back for everyone, if it is here and can
    /// be.
    public void askToRetractLast() {
        last().filter(Bubble::isMine).findFirst().ifPresent(this::askToRetract);
    }

    /// Whether a moderator can have the room remove it: it is another's, and the room has named it.
    public boolean isRemovable(Bubble message) {
        return !message.isMine() && message.isReactable() && mayRemove.getAsBoolean();
    }

    /// Has the user confirm that messages of others are removed, where all can be.
    public void askToRemove(List<Bubble> messages) {
        if (!messages.isEmpty() && messages.stream().allMatch(this::isRemovable)) {
            remover.accept(messages);
        }
    }

    /// Says whether we may have the room remove what others say, and what has the user confirm it.
    public void onAskToRemove(BooleanSupplier newMayRemove, Consumer<List<Bubble>> newRemover) {
        mayRemove = newMayRemove;
        remover = newRemover;
    }

    /// Takes it back.
    public void retract(Bubble message) {
        commands.retract().accept(message.message());
    }

    /// Says what has the user confirm it.
    public void onAskToRetract(Consumer<Bubble> newConfirmer) {
        confirmer = newConfirmer;
    }

    public void retry(MessageKey message) {
        commands.retry().accept(message);
    }

    public void discard(MessageKey message) {
        commands.discard().accept(message);
    }
}
