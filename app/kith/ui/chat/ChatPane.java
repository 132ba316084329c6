package kith.ui.chat;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import kith.model.Confidant;
import kith.model.HistoryFormat;
import kith.model.MessageKey;
import kith.model.Occupant;
import kith.ui.composer.ComposerView;
import kith.ui.composer.FilePicker;
import kith.ui.room.RoomGateView;
import kith.ui.room.RoomPictureCommands;
import kith.ui.room.RoomViewModel;
import kith.ui.room.moderation.AskForVoiceView;
import kith.ui.room.moderation.RegistrationRequestsView;
import kith.ui.room.moderation.VoiceRequestsView;
import kith.ui.search.FindViewModel;
import kith.ui.text.StyledSpan.Style;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.timeline.TimelineView;
import kith.ui.widget.emoji.EmojiHabits;

import org.jxmpp.jid.BareJid;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The page of one chat.
///
/// From top to bottom: header, the place for the window's banner, messages, the line that says who
/// is writing, composer. For a room, the details beside them; and what says why the user isn't in
/// it, in the composer's place, or in the middle where there are no messages to see.
///
/// FX thread only. [#close] with its tab; it closes its view-model too.
public final class ChatPane implements AutoCloseable {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /// How much of the page's height the composer's field may take.
    private static final double COMPOSER_PART = 0.4;

    /// As much of a name as the composer's prompt shows, in code points.
    private static final int MOST_OF_NAME = 24;

    private final ChatViewModel model;
    private final Texts texts;
    private final ChatHeader header;
    private final VBox bannerSlot = new VBox();
    private final TimelineView timeline;
    private final StackPane middle;
    private final ComposerView composer;
    private final TypingLine typing;
    private final VBox bottom;
    private final VBox column;
    private final DetailsSplit split;
    private final Optional<RoomGateView> gate;
    private final WritingPlace writing;
    private final Optional<AskForVoiceView> voice;
    private final Optional<RoomSide> side;
    private final FindInChat find;

    /// Of the window, which stays when the page is closed.
    private final Subscription window;

    public ChatPane(ChatViewModel model, Texts texts, Times times, PageFrame frame) {
        this.model = model;
        this.texts = texts;
        header = new ChatHeader(model, texts, frame);
        header.onFind(this::find);
        timeline =
                new TimelineView(
                        model.timeline(), texts, times, model.titleProperty()::get, model.isRoom());
        composer = new ComposerView(model.composer(), texts);
        gate = model.room().map(room -> new RoomGateView(room, texts));
        middle = new StackPane(timeline);
        typing = new TypingLine(model, texts);
        bottom = new VBox(typing, composer);
        var moderation = model.room().map(RoomViewModel::moderation);
        voice = moderation.map(people -> new AskForVoiceView(people, texts));
        voice.ifPresent(bottom.getChildren()::add);
        model.slowMode()
                .map(slow -> new SlowModeLine(slow, texts))
                .ifPresent(line -> bottom.getChildren().add(1, line));
        bottom.getStyleClass().add("chat-bottom");
        column = new VBox(header, bannerSlot, middle, bottom);
        moderation
                .map(people -> new VoiceRequestsView(people, texts))
                .ifPresent(view -> column.getChildren().add(2, view));
        moderation
                .map(people -> new RegistrationRequestsView(people.registrations(), texts))
                .ifPresent(view -> column.getChildren().add(2, view));
        moderation.ifPresent(people -> new MessageRemoval(people, texts, timeline).install());
        writing = new WritingPlace(model, timeline, composer, typing, gate, middle, bottom);
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        column.getStyleClass().add("chat-page");
        split = new DetailsSplit(column);
        side =
                model.room()
                        .map(
                                room ->
                                        new RoomSide(
                                                room,
                                                texts,
                                                split,
                                                this::dismissDetails,
                                                this::whisper));
        find = new FindInChat(column, middle, timeline, texts, this::requestFocus);
        new DropZone(model, texts, composer::requestFocus, composer::attach)
                .install(column, middle);

        composer.mostHeightProperty().bind(column.heightProperty().multiply(COMPOSER_PART));
        composer.onSent(timeline::toEnd);
        composer.onUp(model.timeline().actions()::editLast);
        composer.onPageKey(timeline::takesPageKey);
        timeline.onLeave(composer::requestFocus);
        timeline.addEventHandler(KeyEvent.KEY_TYPED, this::typedInTimeline);
        column.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        model.titleProperty().subscribe(this::showPrompt);
        model.titleProperty().subscribe(any -> timeline.retitle());
        model.room().ifPresent(this::followRoom);
        window = Subscription.combine(frame.isNarrow().subscribe(this::setNarrow), header::close);
        var isFocused =
                split.sceneProperty()
                        .flatMap(scene -> scene.windowProperty())
                        .flatMap(window -> window.focusedProperty());
        split.visibleProperty() // else it is kept behind the page of another chat
                .flatMap(isInFront -> isFocused.map(is -> is && isInFront))
                .orElse(false)
                .subscribe(model.timeline()::attend);
    }

    public Parent node() {
        return split;
    }

    /// An empty pane under the header for the window's banner; with nothing in it, it takes no
    /// room.
    public Pane bannerSlot() {
        return bannerSlot;
    }

    /// Moves the focus to where the user goes on: the composer, or what mends not being in the
    /// room.
    public void requestFocus() {
        writing.requestFocus();
    }

    /// What F6 goes through, in order: the messages, where one writes, the details.
    public List<Node> panes() {
        return Stream.of(
                        Optional.<Node>of(timeline).filter(Node::isVisible),
                        Optional.of(writing.place()),
                        side.flatMap(RoomSide::pane))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Says what finds words in the chat, and the messages of a thread.
    public void onFind(Supplier<FindViewModel> made) {
        find.onFind(made);
        model.timeline().actions().onShowThread(find::openThread);
    }

    /// Opens the bar that finds words, or goes back to its field.
    public void find() {
        find.open();
    }

    /// Says which emoji the user likes to choose.
    public void setEmojiHabits(EmojiHabits habits) {
        composer.setEmojiHabits(habits);
        timeline.setEmojiHabits(habits);
    }

    /// Opens the emoji to write.
    public void pickEmoji() {
        composer.pickEmoji();
    }

    /// Has the user choose files to send.
    public void chooseFiles() {
        composer.chooseFiles();
    }

    /// Says what has the user choose files.
    public void setFilePicker(FilePicker picker) {
        composer.setFilePicker(picker);
    }

    /// Opens the emoji to put to the message that the keyboard is at, else to the last of others.
    public void react() {
        timeline.react();
    }

    /// Asks whether to take back the message that the keyboard is at, else our last.
    public void retract() {
        timeline.retract();
    }

    /// Takes up our last message to be changed. One that is being changed goes on being so: what
    /// the user has written of it isn't thrown away.
    public void editLast() {
        if (model.composer().editingProperty().get().isEmpty()) {
            model.timeline().actions().editLast();
        }
    }

    /// Turns a style of what is selected in the composer, or of the word there, on or off.
    public void style(Style style) {
        composer.style(style);
    }

    /// Opens the calendar to go to a day.
    public void openDays() {
        header.openDays();
    }

    /// Takes up a message to be answered: the one that the keyboard is at, else the last of others.
    public void reply() {
        timeline.focusedMessage()
                .ifPresentOrElse(
                        model.timeline().actions()::reply, model.timeline().actions()::replyToLast);
    }

    /// Says what asks whom to add to the chat with one person, which makes it a group.
    public void onAddPeople(Runnable addPeople) {
        header.onAddPeople(addPeople);
    }

    /// Says what takes the user to a group in which the chat goes on.
    public void onGroup(Consumer<BareJid> go) {
        model.timeline().onGroup(go);
    }

    /// Says how the room's picture is changed, by its owners.
    public void onPicture(RoomPictureCommands commands) {
        side.ifPresent(it -> it.onPicture(commands));
    }

    /// Says what asks whom to invite to the room.
    public void onInvite(Runnable invite) {
        side.ifPresent(it -> it.onInvite(invite));
        header.onInvite(invite);
    }

    /// Says what shows how the room is set up, and what asks whether it is to end, for its owners.
    ///
    /// @param setUp shows how the room is set up
    /// @param closeForGood asks whether the room is to end
    public void onOwner(Runnable setUp, Runnable closeForGood) {
        side.ifPresent(it -> it.onOwner(setUp, closeForGood));
    }

    /// Says what takes the user to the room that is there instead of this one.
    public void onGoThere(Consumer<BareJid> go) {
        gate.ifPresent(view -> view.onGoThere(go));
    }

    /// Says what has the user choose where forwarded messages go.
    public void onForward(Consumer<List<String>> forward) {
        timeline.onForward(forward);
    }

    /// Says what writes the chat to a file: told its title and the form.
    public void onExport(BiConsumer<String, HistoryFormat> export) {
        header.onExport(format -> export.accept(model.titleProperty().get(), format));
    }

    /// Forwards the messages that are picked, else the one that the keyboard is at.
    public void forward() {
        timeline.forward();
    }

    /// Goes to a message that is among the rows, or will be.
    public void show(MessageKey message) {
        timeline.show(message);
    }

    /// Opens the pane with the room's details; nothing for a chat with one person.
    public void showDetails() {
        header.details().ifPresent(toggle -> toggle.setSelected(true));
    }

    /// Opens that pane, or closes it.
    public void toggleDetails() {
        header.details().ifPresent(toggle -> toggle.setSelected(!toggle.isSelected()));
    }

    @Override
    public void close() {
        window.unsubscribe();
        find.end();
        side.ifPresent(RoomSide::close);
        model.close();
    }

    private void setNarrow(boolean isNarrow) {
        column.pseudoClassStateChanged(NARROW, isNarrow);
        timeline.setNarrow(isNarrow);
        split.setNarrow(isNarrow);
    }

    private void showPrompt(String title) {
        composer.setPrompt(
                model.isRoom()
                        ? texts.say("composer.prompt.room", brief(title))
                        : texts.say("composer.prompt.person", brief(title)));
    }

    /// A long name would leave no room for whether it will be encrypted.
    private static String brief(String title) {
        return title.codePointCount(0, title.length()) <= MOST_OF_NAME
                ? title
                : title.substring(0, title.offsetByCodePoints(0, MOST_OF_NAME)).strip() + "…";
    }

    private void followRoom(RoomViewModel room) {
        writing.follow(room);
        header.onChangeSubject(this::changeSubject);
        header.details().ifPresent(toggle -> toggle.selectedProperty().subscribe(this::showSide));
    }

    private void showSide(boolean isShown) {
        side.ifPresent(it -> it.show(isShown));
    }

    private void dismissDetails() {
        header.details().ifPresent(toggle -> toggle.setSelected(false));
        requestFocus();
    }

    /// What is written is for somebody alone; where the details cover it, they give way.
    private void whisper(Occupant to) {
        if (split.isCovering()) {
            dismissDetails();
        }
        model.composer().whisper(Confidant.of(to), OptionalInt.of(to.visit()));
    }

    private void changeSubject() {
        showDetails();
        side.ifPresent(RoomSide::editSubject);
    }

    /// A letter typed while the timeline has the focus is the start of an answer.
    private void typedInTimeline(KeyEvent event) {
        var character = event.getCharacter();
        boolean isShortcut = event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
        if (!isShortcut && !character.isEmpty() && !Character.isISOControl(character.charAt(0))) {
            composer.type(character);
            event.consume();
        }
    }

    private void keyPressed(KeyEvent event) {
        if (find.goesOn(event)) {
            event.consume();
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            timeline.toEnd();
            event.consume();
        }
    }
}
