package kith.session.chat;

import kith.base.BatchLane;
import kith.base.Cell;
import kith.base.Live;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.MessageRecord;
import kith.store.MessageStore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A window of a few hundred messages on one chat, which follows what comes while it shows the end
/// and moves when asked to.
///
/// Commands may be called on any thread. Whoever opened it closes it.
public final class TimelineWindow implements AutoCloseable {

    /// What one step of scrolling reads.
    private static final int PAGE = 60;

    /// The most that is held; beyond it the far side is let go, and read again when scrolled to.
    private static final int MOST = 300;

    private final ChatKey chat;
    private final MessageStore store;
    private final Timelines timelines;
    private final BatchLane core;
    private final Cell<Timeline> timeline;
    private final List<Message> messages = new ArrayList<>();
    private final WindowReactions reactions;
    private final WindowReplies replies;
    private Optional<MessageKey> firstUnread = Optional.empty();

    /// What others have said since the window shows what is older.
    private final List<Message> beyond = new ArrayList<>();

    private boolean isAtStart;
    private boolean isAtEnd = true;
    private boolean isStale;

    TimelineWindow(ChatKey chat, MessageStore store, Timelines timelines, BatchLane core) {
        this.chat = chat;
        this.store = store;
        this.timelines = timelines;
        this.core = core;
        this.timeline = new Cell<>(core, Timeline.EMPTY);
        this.reactions = new WindowReactions(chat, store);
        this.replies = new WindowReplies(store);
    }

    /// What the window shows.
    public Live<Timeline> timeline() {
        return timeline;
    }

    /// Moves towards the start by a page.
    public void older() {
        core.execute(this::readOlder);
    }

    /// Moves towards the end by a page.
    public void newer() {
        core.execute(this::readNewer);
    }

    /// Moves to the end.
    public void toNewest() {
        core.execute(() -> readNewest(0));
    }

    /// Moves to a message, with what is before and after it. For one that is not in the chat, or no
    /// more, it stays.
    public void around(MessageKey message) {
        core.execute(
                () ->
                        store.find(message)
                                .flatMap(this::shown)
                                .filter(found -> found.chat().equals(chat))
                                .ifPresent(this::readAround));
    }

    /// Moves to the first message from a time on, or to the newest where all are older; stays in a
    /// chat without any.
    ///
    /// @param moved is told on the core lane to which, once it has moved
    public void toTime(Instant time, Consumer<MessageKey> moved) {
        core.execute(
                () ->
                        store.firstFrom(chat, time)
                                .or(() -> store.newest(chat, 1).stream().findFirst())
                                .ifPresent(
                                        message -> {
                                            readAround(message);
                                            moved.accept(message.key());
                                        }));
    }

    /// Reads a message as it was sent, and after it all that its sender has put in its place,
    /// oldest first, and when what happened to it. Nothing is read of one that is gone.
    ///
    /// @param read is told on the core lane
    public void versions(MessageKey message, Consumer<MessageRecord> read) {
        core.execute(() -> store.find(message).map(this::record).ifPresent(read));
    }

    private MessageRecord record(Message first) {
        var versions = Stream.concat(Stream.of(first), store.corrections(first).stream()).toList();
        var steps = store.steps(List.of(first)).getOrDefault(first.key(), List.of());
        return new MessageRecord(versions, steps);
    }

    /// A correction is shown by the message that it is for, and so is a reaction, which is nothing
    /// by itself.
    private Optional<Message> shown(Message found) {
        return found.content() instanceof Content.Reaction
                ? store.reactedTo(found)
                : found.amends().flatMap(store::find).or(() -> Optional.of(found));
    }

    @Override
    public void close() {
        core.execute(() -> timelines.closed(this));
    }

    ChatKey chat() {
        return chat;
    }

    /// Reads the newest page, or more where there are more unread.
    ///
    /// @param unread how many came since the user last read
    void readNewest(int unread) {
        messages.clear();
        int wanted = Math.clamp(unread + PAGE / 2, PAGE, MOST);
        messages.addAll(store.newest(chat, wanted));
        isAtStart = messages.size() < wanted;
        isAtEnd = true;
        if (unread > 0) {
            firstUnread = nthNewestIncoming(unread);
        }
        publish();
    }

    /// Reads what it shows once more, at the place where it is.
    void readAgain() {
        int shown = Math.max(messages.size(), PAGE);
        reactions.clear();
        replies.clear();
        if (isAtEnd || messages.isEmpty()) {
            messages.clear();
            messages.addAll(store.newest(chat, shown));
        } else {
            var first = messages.getFirst();
            messages.clear();
            store.find(first.key()).ifPresent(messages::add);
            messages.addAll(store.newer(chat, first, shown));
        }
        publish();
    }

    void added(Message message) {
        showAnswered(message);
        if (isBeyond(message)) {
            addBeyond(message); // read when scrolled to
            return;
        }
        int place = place(message);
        if (place == 0 && !isAtStart && !messages.isEmpty()) {
            return; // before its start
        }
        messages.add(place, message);
        if (message.isMine()) {
            firstUnread = Optional.empty();
        }
        if (messages.size() > MOST) {
            messages.subList(0, messages.size() - MOST + PAGE).clear();
            isAtStart = false;
        }
        publish();
    }

    private boolean isBeyond(Message message) {
        return !isAtEnd
                && (messages.isEmpty()
                        || Message.IN_ORDER.compare(message, messages.getLast()) > 0);
    }

    private void addBeyond(Message message) {
        if (!message.isMine() && beyond.size() < MOST) {
            beyond.add(message);
            publish();
        }
    }

    void put(Message message) {
        if (messages.stream().anyMatch(each -> each.key().equals(message.key()))) {
            changed(message);
        } else {
            added(message);
        }
    }

    void changed(Message message) {
        reactions.forget(message.key());
        replies.forget(message.key());
        showAnswered(message);
        for (int at = messages.size() - 1; at >= 0; at--) {
            if (messages.get(at).key().equals(message.key())) {
                messages.remove(at);
                messages.add(place(message), message);
                publish();
                return;
            }
        }
    }

    void reacted(Message reaction) {
        if (reactions.forgetThoseOf(reaction, messages)) {
            publish();
        }
    }

    void removed(Message message) {
        showAnswered(message);
        if (messages.removeIf(each -> each.key().equals(message.key()))) {
            publish();
        }
    }

    /// Whoever answers it shows it, too.
    private void showAnswered(Message message) {
        if (replies.forgetThoseTo(message, messages)) {
            publish();
        }
    }

    /// Something else may be missing now.
    void archiveRead() {
        publish();
    }

    private void readOlder() {
        if (isAtStart || messages.isEmpty()) {
            return;
        }
        var page = store.older(chat, messages.getFirst(), PAGE);
        isAtStart = page.size() < PAGE;
        messages.addAll(0, page);
        if (messages.size() > MOST) {
            messages.subList(MOST, messages.size()).clear();
            isAtEnd = false;
        }
        publish();
    }

    private void readNewer() {
        if (isAtEnd || messages.isEmpty()) {
            return;
        }
        var page = store.newer(chat, messages.getLast(), PAGE);
        isAtEnd = page.size() < PAGE;
        messages.addAll(page);
        if (messages.size() > MOST) {
            messages.subList(0, messages.size() - MOST).clear();
            isAtStart = false;
        }
        publish();
    }

    private void readAround(Message message) {
        if (messages.stream().anyMatch(each -> each.key().equals(message.key()))) {
            return; // it is there already
        }
        var before = store.older(chat, message, PAGE);
        var after = store.newer(chat, message, PAGE);
        messages.clear();
        messages.addAll(before);
        messages.add(message);
        messages.addAll(after);
        isAtStart = before.size() < PAGE;
        isAtEnd = after.size() < PAGE;
        publish();
    }

    private int place(Message message) {
        int place = messages.size();
        while (place > 0 && Message.IN_ORDER.compare(messages.get(place - 1), message) > 0) {
            place--;
        }
        return place;
    }

    private Optional<MessageKey> nthNewestIncoming(int nth) {
        int left = nth;
        for (var message : messages.reversed()) {
            if (!message.isMine() && --left == 0) {
                return Optional.of(message.key());
            }
        }
        return messages.isEmpty() ? Optional.empty() : Optional.of(messages.getFirst().key());
    }

    private void publish() {
        if (!isStale) {
            isStale = true;
            core.atBatchEnd(
                    () -> {
                        isStale = false;
                        beyond.removeIf(message -> !isBeyond(message));
                        timeline.set(
                                new Timeline(
                                        List.copyOf(messages),
                                        isAtStart,
                                        isAtEnd,
                                        false,
                                        firstUnread,
                                        timelines.holes(chat),
                                        reactions.at(messages),
                                        replies.at(messages),
                                        List.copyOf(beyond)));
                    });
        }
    }
}
