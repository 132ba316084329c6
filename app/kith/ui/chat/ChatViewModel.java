package kith.ui.chat;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import kith.base.Lane;
import kith.base.Subscription;
import kith.base.Timer;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.Message;
import kith.model.Occupant;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.composer.Answering;
import kith.ui.composer.CommandCompletion;
import kith.ui.composer.CompletionSource;
import kith.ui.composer.ComposerViewModel;
import kith.ui.composer.ComposerViewModel.Access;
import kith.ui.composer.EmojiCompletion;
import kith.ui.composer.NickCompletion;
import kith.ui.room.RoomViewModel;
import kith.ui.timeline.TimelineRoom;
import kith.ui.timeline.TimelineRow.Bubble;
import kith.ui.timeline.TimelineViewModel;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One chat's page: who is on the other side, and the view-models of its parts.
///
/// FX thread only. [#close] with the page.
public final class ChatViewModel implements AutoCloseable {

    private final ChatSources sources;
    private final TimelineViewModel timeline;
    private final ComposerViewModel composer;
    private final Optional<RoomViewModel> room;
    private final Optional<SlowMode> slowMode;
    private final ReadOnlyStringWrapper title;
    private final ReadOnlyObjectWrapper<List<String>> typists =
            new ReadOnlyObjectWrapper<>(this, "typists", List.of());
    private final ReadOnlyObjectWrapper<Optional<Contact>> contact =
            new ReadOnlyObjectWrapper<>(this, "contact", Optional.empty());
    private final List<Subscription> states = new ArrayList<>();

    /// @param clock and zone say when days begin
    /// @param timer wakes what waits: midnight, the end of typing
    /// @param fx the FX lane; a test passes a lane that runs at once
    public ChatViewModel(
            ChatSources sources, InstantSource clock, ZoneId zone, Timer timer, Lane fx) {
        this.sources = sources;
        title = new ReadOnlyStringWrapper(this, "title", sources.key().peer().toString());
        timeline =
                new TimelineViewModel(
                        sources.timeline(),
                        sources.isRoom()
                                ? Optional.of(
                                        new TimelineRoom(
                                                sources.room(),
                                                sources.occupants(),
                                                sources.visitOf(),
                                                Optional.of(sources.notices())))
                                : Optional.empty(),
                        sources.timelineCommands(),
                        clock,
                        zone,
                        timer,
                        fx);
        timeline.followFiles(sources.files().moving());
        timeline.followPictures(sources.pictures());
        timeline.followReaders(sources.readers());
        if (!sources.isRoom()) {
            timeline.followNotices(sources.notices());
        }
        composer =
                new ComposerViewModel(
                        sources.composerCommands(), sources.files(), completions(), timer, fx);
        timeline.actions().onEdit(composer::edit);
        timeline.actions()
                .onReply(
                        (message, words) ->
                                message.confidant()
                                        .ifPresentOrElse(
                                                to -> composer.whisper(to, visitOf(message)),
                                                () -> reply(message, words)));
        states.add(sources.chat().watch(fx, chat -> chat.ifPresent(this::show)));
        if (sources.isRoom()) {
            room =
                    Optional.of(
                            new RoomViewModel(
                                    sources.room().get().orElseGet(this::untried),
                                    sources.room(),
                                    sources.occupants(),
                                    sources.roomCommands(),
                                    fx));
            states.add(sources.room().watch(fx, any -> decideAccess()));
            states.add(sources.occupants().watch(fx, any -> decideAccess()));
            slowMode = Optional.of(slowMode(room.get(), clock, timer, fx));
        } else {
            room = Optional.empty();
            slowMode = Optional.empty();
            states.add(sources.contact().watch(fx, this::show));
            title.subscribe(composer::renamePeer);
        }
        sources.composerCommands()
                .reply()
                .kept()
                .accept(message -> fx.execute(() -> resumeReply(message)));
    }

    public ChatKey key() {
        return sources.key();
    }

    public boolean isRoom() {
        return sources.isRoom();
    }

    public TimelineViewModel timeline() {
        return timeline;
    }

    public ComposerViewModel composer() {
        return composer;
    }

    /// Empty for a chat with one person.
    public Optional<RoomViewModel> room() {
        return room;
    }

    /// How long to wait between two messages; empty for a chat with one person.
    public Optional<SlowMode> slowMode() {
        return slowMode;
    }

    /// The name of who is on the other side.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// Who on the other side is writing now: in a room their nicks.
    public ReadOnlyObjectProperty<List<String>> typistsProperty() {
        return typists.getReadOnlyProperty();
    }

    /// The one on the other side, with presence; empty for a stranger and for a room.
    public ReadOnlyObjectProperty<Optional<Contact>> contactProperty() {
        return contact.getReadOnlyProperty();
    }

    @Override
    public void close() {
        states.forEach(Subscription::close);
        slowMode.ifPresent(SlowMode::close);
        room.ifPresent(RoomViewModel::close);
        composer.close();
        timeline.close();
        sources.done().run();
    }

    private SlowMode slowMode(RoomViewModel in, InstantSource clock, Timer timer, Lane fx) {
        var people = in.moderation();
        var slow = new SlowMode(people::isExemptFromPause, clock, timer, fx);
        people.pauseProperty().subscribe(slow::pause);
        states.add(sources.occupants().watch(fx, any -> slow.peopleChanged()));
        states.add(sources.timeline().watch(fx, slow::said));
        slow.stateProperty().subscribe(state -> composer.pausedProperty().set(state.isPaused()));
        return slow;
    }

    /// In which visit whoever a private message is with was there, where they said it themselves.
    private OptionalInt visitOf(Bubble message) {
        return message.isMine() ? OptionalInt.empty() : sources.visitOf().apply(message.message());
    }

    private void reply(Bubble message, String words) {
        composer.reply(
                new Answering(message.message(), name(message.isMine(), message.author()), words));
    }

    private void resumeReply(Message message) {
        var author = message.author();
        message.words()
                .map(
                        words ->
                                new Answering(
                                        message.key(),
                                        name(author.isMine(), author.shortName()),
                                        words))
                .ifPresent(composer::resumeReply);
    }

    /// Empty for us. In a chat with one person, they are called what the chat is.
    private Optional<String> name(boolean isMine, String author) {
        if (isMine) {
            return Optional.empty();
        }
        return Optional.of(sources.isRoom() ? author : title.get());
    }

    private void show(Chat chat) {
        title.set(chat.title());
        typists.set(chat.typists());
    }

    private void show(Optional<Contact> newest) {
        contact.set(newest);
        newest.ifPresent(known -> title.set(known.name()));
    }

    private List<CompletionSource> completions() {
        var commands = new CommandCompletion(sources.composerCommands().slash()::known);
        return sources.isRoom()
                ? List.of(
                        commands,
                        new NickCompletion(sources.occupants()::get, this::speakers),
                        new EmojiCompletion())
                : List.of(commands, new EmojiCompletion());
    }

    /// The nicks of those who spoke in what is on screen and around it, the last first.
    private List<String> speakers() {
        return sources.timeline().get().messages().reversed().stream()
                .map(message -> message.author().nick())
                .distinct()
                .toList();
    }

    /// Writing goes on while the room is being entered, also without a connection: what is sent
    /// waits.
    private void decideAccess() {
        var state = sources.room().get().map(Room::state).orElse(RoomState.LEFT);
        boolean isIn = state instanceof RoomState.Joined || state instanceof RoomState.Joining;
        boolean mayOnlyRead =
                sources.occupants().get().stream()
                        .anyMatch(each -> each.isMe() && each.role() == Occupant.Role.VISITOR);
        composer.accessProperty()
                .set(!isIn ? Access.NOT_IN_ROOM : mayOnlyRead ? Access.VISITOR : Access.OPEN);
    }

    private Room untried() {
        var address = sources.key().peer();
        var local = address.getLocalpartOrNull();
        var name = local == null ? address.toString() : local.toString();
        return new Room(sources.key(), name, "", RoomState.LEFT, "", 0);
    }
}
