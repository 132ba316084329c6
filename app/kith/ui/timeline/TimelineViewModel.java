package kith.ui.timeline;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.base.Timer;
import kith.model.Chat;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.MessageRecord;
import kith.model.Occupant;
import kith.model.Reader;
import kith.model.Room;
import kith.model.RoomNotice;
import kith.session.chat.Timeline;
import kith.ui.fx.ListPatch;

import org.jxmpp.jid.BareJid;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/// The rows of one chat's timeline, and what the reader does with them.
///
/// The line of new messages stands where the chat was read up to when it was opened, or where the
/// user looked away; it goes when they answer, press Escape, or look away again.
///
/// FX thread only. [#close] with the page.
public final class TimelineViewModel implements AutoCloseable {

    private static final ListPatch<TimelineRow> PATCH = new ListPatch<>(TimelineRow::key);

    private final TimelineCommands commands;
    private final Lane fx;
    private final Today today;
    private final MissingMessages missing;
    private final TimelineRows builder;
    private final RoomFaces faces = new RoomFaces();
    private Optional<String> ownNick = Optional.empty();
    private List<RoomNotice> notices = List.of();
    private final NewLine newLine = new NewLine();
    private final Map<MessageKey, Integer> folds = new HashMap<>();
    private final ObservableList<TimelineRow> rows = FXCollections.observableArrayList();
    private final ObservableList<TimelineRow> shown =
            FXCollections.unmodifiableObservableList(rows);
    private final UnseenBelow below = new UnseenBelow();
    private final ReadOnlyBooleanWrapper isLoading = new ReadOnlyBooleanWrapper(this, "loading");
    private final ReadOnlyBooleanWrapper isAtEnd = new ReadOnlyBooleanWrapper(this, "atEnd");
    private Consumer<MessageKey> show = _ -> {};
    private Consumer<BareJid> goToGroup = _ -> {};
    private final MessageActions actions;
    private final PicturesInSight pictures;
    private final ObservableMap<MessageKey, Long> moving = FXCollections.observableHashMap();
    private Subscription state;
    private List<Reader> readers = List.of();
    private Timeline timeline;
    private boolean isMoving;
    private boolean isClosed;

    /// @param room empty for a chat with one person
    /// @param zone in which days begin and end
    /// @param fx the FX lane; a test passes a lane that runs at once
    /// @param timer wakes the timeline at midnight, when “Today” becomes “Yesterday”
    public TimelineViewModel(
            Live<Timeline> timeline,
            Optional<TimelineRoom> room,
            TimelineCommands commands,
            InstantSource clock,
            ZoneId zone,
            Timer timer,
            Lane fx) {
        this.commands = commands;
        this.fx = fx;
        this.timeline = timeline.get();
        pictures = new PicturesInSight(fx, this::changed);
        actions = new MessageActions(commands, shown, this::hasNewer, this::moved);
        ownNick = room.flatMap(it -> it.room().get()).map(Room::nick);
        Function<MessageKey, OptionalInt> visitOf =
                room.map(TimelineRoom::visitOf).orElse(_ -> OptionalInt.empty());
        builder =
                new TimelineRows(
                        zone,
                        message ->
                                room.isPresent()
                                        ? Optional.of(
                                                faces.of(
                                                        message.author(),
                                                        visitOf.apply(message.key())))
                                        : Optional.empty(),
                        () -> ownNick,
                        message -> folds.getOrDefault(message, 1),
                        pictures::of,
                        () -> notices,
                        visitOf,
                        room.isPresent() ? Chat.Kind.ROOM : Chat.Kind.CONTACT);
        missing = new MissingMessages(commands.more(), fx, this::changed);
        today = new Today(clock, zone, timer, fx, this::changed);
        var messages = timeline.watch(fx, this::show);
        var people = room.map(it -> it.occupants().watch(fx, this::showPeople)).orElse(() -> {});
        var nick = room.map(it -> it.room().watch(fx, this::showNick)).orElse(() -> {});
        var happened =
                room.flatMap(TimelineRoom::notices)
                        .map(it -> it.watch(fx, this::showNotices))
                        .orElse(() -> {});
        state = Subscription.all(messages, people, nick, happened);
    }

    /// What is shown, oldest first. Read-only; keys are unique.
    public ObservableList<TimelineRow> rows() {
        return shown;
    }

    /// What the user does with one of the messages.
    public MessageActions actions() {
        return actions;
    }

    /// Whether there is anything to read.
    public boolean hasMessages() {
        return !timeline.messages().isEmpty();
    }

    /// How many messages of others came below what the reader sees.
    public ReadOnlyIntegerProperty belowProperty() {
        return below.countProperty();
    }

    /// Whether the first page is still being read.
    public ReadOnlyBooleanProperty loadingProperty() {
        return isLoading.getReadOnlyProperty();
    }

    /// Whether the reader sees the newest message; not before the timeline has been laid out.
    public ReadOnlyBooleanProperty atEndProperty() {
        return isAtEnd.getReadOnlyProperty();
    }

    /// Whether there is something newer than the last row.
    public boolean hasNewer() {
        return !timeline.isAtEnd();
    }

    /// Whether there is something older than the first row.
    boolean hasOlder() {
        return !timeline.isAtStart();
    }

    /// Says where the reader is: at the newest message, or further up.
    public void reading(boolean atBottom) {
        below.reading(atBottom, timeline);
        isAtEnd.set(atBottom && timeline.isAtEnd());
    }

    /// Says whether the chat is on screen in a focused window.
    public void attend(boolean isAttended) {
        newLine.attend(isAttended);
        newLine.follow(timeline); // what is there when the user comes is seen, too
        rebuild();
    }

    /// Takes away the line of new messages.
    public void dismissNewLine() {
        newLine.dismiss();
        rebuild();
    }

    /// The reader comes near the oldest row.
    public void nearStart() {
        if (!timeline.isAtStart() && !isMoving && !timeline.messages().isEmpty()) {
            isMoving = true;
            commands.older().run();
        }
    }

    /// The reader sees that messages are missing.
    public void nearMissing() {
        missing.near(timeline);
    }

    /// Asks for the messages that are missing.
    public void fetch() {
        missing.fetch(timeline);
    }

    /// The reader comes near the newest row.
    public void nearEnd() {
        if (!timeline.isAtEnd() && !isMoving) {
            isMoving = true;
            commands.newer().run();
        }
    }

    /// Goes to the newest message, wherever that is.
    public void toNewest() {
        if (!timeline.isAtEnd()) {
            commands.toNewest().run();
        }
    }

    /// Goes to the first message of a day, or after it.
    public void goTo(LocalDate day) {
        commands.toTime().accept(today.begin(day), message -> fx.execute(() -> moved(message)));
    }

    /// Goes to the first message that is kept.
    ///
    /// @param reached is told which that is, before it is shown
    void toFirst(Consumer<MessageKey> reached) {
        commands.toTime()
                .accept(
                        Instant.EPOCH,
                        message ->
                                fx.execute(
                                        () -> {
                                            if (!isClosed) {
                                                reached.accept(message);
                                                moved(message);
                                            }
                                        }));
    }

    /// Goes to the oldest message that is new, if the line of new messages is there.
    ///
    /// @return which that is
    Optional<MessageKey> toOldestUnread() {
        var unread = newLine.from();
        unread.ifPresent(
                message -> {
                    commands.around().accept(message);
                    moved(message);
                });
        return unread;
    }

    private void moved(MessageKey to) {
        if (!isClosed) {
            show.accept(to);
        }
    }

    /// Asks for all that is kept of a message.
    ///
    /// @param read is told; never for a message that is gone
    public void versions(MessageKey message, Consumer<MessageRecord> read) {
        commands.versions()
                .accept(
                        message,
                        versions ->
                                fx.execute(
                                        () -> {
                                            if (!isClosed) {
                                                read.accept(versions);
                                            }
                                        }));
    }

    /// Says what shows a message in its place once the timeline has moved there.
    public void onMoved(Consumer<MessageKey> newShow) {
        show = newShow;
    }

    /// The day it is now, and so the last that one can go to.
    public LocalDate today() {
        return today.date();
    }

    /// Shows more of a long message.
    public void unfold(MessageKey message) {
        folds.merge(message, 2, (folds, ignored) -> folds + 1);
        rebuild();
    }

    /// Follows how far the files are that are on their way.
    public void followFiles(Live<Map<MessageKey, Long>> files) {
        state = Subscription.all(state, files.watch(fx, this::showMoving));
    }

    /// Says where the pictures of messages come from.
    public void followPictures(TimelinePictures source) {
        pictures.follow(source);
    }

    /// The pictures of messages that are in sight.
    PicturesInSight pictures() {
        return pictures;
    }

    /// Follows who in the room has seen what.
    public void followReaders(Live<List<Reader>> live) {
        state = Subscription.all(state, live.watch(fx, this::showReaders));
    }

    /// Follows what happened to the chat beside what was said.
    public void followNotices(Live<List<RoomNotice>> live) {
        state = Subscription.all(state, live.watch(fx, this::showNotices));
    }

    /// Says what takes the user to a group in which the chat goes on.
    public void onGroup(Consumer<BareJid> go) {
        goToGroup = go;
    }

    /// Takes the user there.
    void goToGroup(BareJid group) {
        goToGroup.accept(group);
    }

    /// Who says to have seen a message of the user's, who said so last first; none of a chat with
    /// one person.
    List<String> readersOf(Message message) {
        return message.isMine()
                ? Reader.ofMessage(message, readers.reversed()).stream().map(Reader::nick).toList()
                : List.of();
    }

    private void showReaders(List<Reader> now) {
        if (!now.equals(readers)) {
            readers = now;
            rebuild();
        }
    }

    /// How many bytes of a message's file have gone; negative while it isn't on its way.
    ObservableValue<Number> movingOf(MessageKey message) {
        return Bindings.createLongBinding(() -> moving.getOrDefault(message, -1L), moving);
    }

    private void showMoving(Map<MessageKey, Long> now) {
        moving.keySet().retainAll(now.keySet());
        moving.putAll(now);
    }

    /// Opens a link of a message.
    public void open(URI link) {
        commands.open().accept(link);
    }

    @Override
    public void close() {
        isClosed = true;
        state.close();
        today.close();
        pictures.close();
    }

    private void show(Timeline newest) {
        timeline = newest;
        isMoving = false;
        newLine.follow(newest);
        rebuild();
    }

    private void showPeople(List<Occupant> people) {
        if (faces.follow(people)) {
            rebuild();
        }
    }

    private void showNotices(List<RoomNotice> newest) {
        notices = newest;
        rebuild();
    }

    private void showNick(Optional<Room> room) {
        var nick = room.map(Room::nick);
        if (!nick.equals(ownNick)) {
            ownNick = nick;
            rebuild();
        }
    }

    private void changed() {
        if (!isClosed) {
            rebuild();
        }
    }

    private void rebuild() {
        isLoading.set(timeline.isLoading());
        faces.showAnew();
        var next = builder.of(timeline, newLine.from(), missing.isFetching(), today());
        PATCH.apply(rows, SeenRows.in(next, timeline, readers, faces));
        below.follow(timeline);
    }
}
