package kith.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.stage.Window;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.model.Availability;
import kith.model.Chat;
import kith.model.Contact;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.PresenceSubscription;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomState;
import kith.model.SearchHit;
import kith.model.SearchQuery;
import kith.model.SearchTerm;
import kith.model.SendKey;
import kith.model.TextRange;
import kith.session.search.SearchPage;
import kith.session.search.SearchService;
import kith.session.search.SearchState;
import kith.ui.composer.ComposerCommands;
import kith.ui.composer.EditCommands;
import kith.ui.composer.ReplyCommands;
import kith.ui.composer.SlashCommands;
import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;
import kith.ui.room.RoomCommands;
import kith.ui.search.FindSources;
import kith.ui.search.FindViewModel;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.timeline.Talk;
import kith.ui.timeline.TimelineCommands;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

class ChatPaneTest {

    private final FxRobot robot = new FxRobot();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final ImmediateLane lane = new ImmediateLane();
    private final SimpleBooleanProperty isNarrow = new SimpleBooleanProperty();
    private final Talk talk = new Talk("print@rooms.hearth.example");
    private final Cell<Optional<Room>> room = new Cell<>(lane, Optional.empty());
    private final Cell<List<Occupant>> occupants = new Cell<>(lane, List.of());
    private final Cell<Optional<Contact>> contact = new Cell<>(lane, Optional.empty());
    private final Cell<Optional<Chat>> chat = new Cell<>(lane, Optional.empty());
    private Optional<OnStage> window = Optional.empty();
    private Optional<ChatPane> pane = Optional.empty();
    private CompletableFuture<Optional<Refusal>> subjectAnswer = new CompletableFuture<>();

    @AfterEach
    void closeWindow() {
        window.ifPresent(OnStage::close);
    }

    @Test
    void enterSendsAndTheTimelineGoesToItsEnd() {
        say(60);
        open(Chat.Kind.CONTACT);
        focusTimeline();
        robot.type(KeyCode.PAGE_UP);
        settle();
        FxThread.run(() -> pane.orElseThrow().requestFocus());
        robot.write("Lovely", 0).type(KeyCode.ENTER);
        settle();
        assertThat(done).contains("send Lovely");
        assertThat(isVisible(".jump-place")).isFalse();
    }

    /// It is kept behind the page of another chat, in the same window.
    @Test
    void whatComesWhileAnotherChatIsInFrontIsNew() {
        say(2);
        open(Chat.Kind.CONTACT);
        FxThread.run(() -> pane.orElseThrow().node().setVisible(false));
        say(2);
        FxThread.run(talk::tell);
        FxThread.run(() -> pane.orElseThrow().node().setVisible(true));
        settle();
        assertThat(isVisible(".new-messages")).isTrue();
    }

    @Test
    void lettersTypedInTheTimelineStartAnAnswer() {
        say(3);
        open(Chat.Kind.CONTACT);
        focusTimeline();
        robot.write("Hi", 0);
        assertThat(robot.lookup(".composer .text-area").queryAs(TextArea.class).getText())
                .isEqualTo("Hi");
    }

    /// The room says its name when it is entered, after the timeline was made.
    @Test
    void theStartOfTheHistoryIsNamedOnceTheNameIsKnown() {
        say(1);
        open(Chat.Kind.ROOM);
        assertThat(startSpoken()).contains("print@rooms.hearth.example");
        var named =
                new Chat(
                        talk.chat(),
                        Chat.Kind.ROOM,
                        "Harbour print co-op",
                        Optional.empty(),
                        0,
                        false,
                        List.of());
        FxThread.run(() -> tell(chat, named));
        settle();
        assertThat(startSpoken())
                .contains("Harbour print co-op")
                .doesNotContain("print@rooms.hearth.example");
    }

    private String startSpoken() {
        return FxThread.call(() -> robot.lookup(".timeline .start").query().getAccessibleText());
    }

    @Test
    void escapeInTheTimelineGoesToTheComposer() {
        say(3);
        open(Chat.Kind.CONTACT);
        focusTimeline();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup(".composer .text-area").query().isFocused()).isTrue();
    }

    @Test
    void pageKeysOfTheComposerGoThroughTheMessages() {
        say(60);
        open(Chat.Kind.CONTACT);
        FxThread.run(() -> pane.orElseThrow().requestFocus());
        var end = shownMessages();
        robot.type(KeyCode.PAGE_UP);
        settle();
        var above = shownMessages();
        assertThat(above).isNotEqualTo(end);
        robot.type(KeyCode.PAGE_DOWN);
        settle();
        assertThat(shownMessages()).isEqualTo(end);
        robot.press(KeyCode.CONTROL).type(KeyCode.HOME).release(KeyCode.CONTROL);
        settle();
        assertThat(shownMessages().getFirst()).isEqualTo("message 0");
        robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL);
        settle();
        assertThat(shownMessages()).isEqualTo(end);
        assertThat(field().isFocused()).isTrue();
    }

    @Test
    void shiftPageUpInTheComposerGoesToTheOldestUnreadMessage() {
        say(30);
        talk.unreadFromHere();
        talk.theirs("09:00", "the first that is new");
        say(30);
        open(Chat.Kind.CONTACT);
        FxThread.run(() -> pane.orElseThrow().requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL);
        settle();
        assertThat(shownMessages()).doesNotContain("the first that is new");
        robot.press(KeyCode.SHIFT).type(KeyCode.PAGE_UP).release(KeyCode.SHIFT);
        settle();
        assertThat(shownMessages()).contains("the first that is new");
        assertThat(field().isFocused()).isTrue();
    }

    /// In what is written they go to its ends first, as in any field.
    @Test
    void controlHomeAndEndLeaveTheWordsOnlyFromTheirEnds() {
        say(60);
        open(Chat.Kind.CONTACT);
        FxThread.run(() -> pane.orElseThrow().requestFocus());
        robot.write("Lovely", 0);
        var end = shownMessages();
        robot.press(KeyCode.CONTROL).type(KeyCode.HOME).release(KeyCode.CONTROL);
        settle();
        assertThat(field().getCaretPosition()).isZero();
        assertThat(shownMessages()).isEqualTo(end);
        robot.press(KeyCode.CONTROL).type(KeyCode.HOME).release(KeyCode.CONTROL);
        settle();
        assertThat(shownMessages().getFirst()).isEqualTo("message 0");
        robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL);
        assertThat(field().getCaretPosition()).isEqualTo(6);
        robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL);
        settle();
        assertThat(shownMessages()).isEqualTo(end);
    }

    @Test
    void deletingFromTheComposerAsksAtOurLastMessageWhereverThatIs() {
        talk.mine("08:00", "the last of ours", Delivery.DELIVERED);
        say(60);
        talk.withLastingIds();
        open(Chat.Kind.CONTACT);
        FxThread.run(() -> pane.orElseThrow().requestFocus());
        assertThat(shownMessages()).doesNotContain("the last of ours");
        FxThread.run(() -> pane.orElseThrow().retract());
        settle();
        assertThat(isVisible(".retraction-prompt")).isTrue();
        assertThat(shownMessages()).contains("the last of ours");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void reactingFromTheComposerIsToTheLastMessageOfOthersWhereverThatIs() {
        say(60);
        talk.mine("09:59", "one of ours", Delivery.DELIVERED);
        talk.withLastingIds();
        open(Chat.Kind.CONTACT);
        FxThread.run(() -> pane.orElseThrow().requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.HOME).release(KeyCode.CONTROL);
        settle();
        assertThat(shownMessages()).doesNotContain("message 59");
        FxThread.run(() -> pane.orElseThrow().react());
        settle();
        assertThat(isVisible(".emoji-picker")).isTrue();
        assertThat(shownMessages()).contains("message 59");
        robot.type(KeyCode.ESCAPE);
    }

    private TextArea field() {
        return robot.lookup(".composer .text-area").queryAs(TextArea.class);
    }

    /// What is said in the rows in sight, from top to bottom.
    private List<String> shownMessages() {
        return FxThread.call(
                () -> {
                    var timeline = robot.lookup(".timeline").query();
                    return timeline.lookupAll(".message-text .text").stream()
                            .filter(Text.class::isInstance)
                            .filter(
                                    text ->
                                            timeline.localToScene(timeline.getLayoutBounds())
                                                    .contains(
                                                            text.localToScene(
                                                                    text.getLayoutBounds())))
                            .sorted(
                                    Comparator.comparingDouble(
                                            text -> text.localToScene(0, 0).getY()))
                            .map(text -> ((Text) text).getText())
                            .toList();
                });
    }

    /// All that is there is among the rows.
    private TimelineCommands timelineCommands() {
        return new TimelineCommands(
                (message, emoji) -> {},
                message -> {},
                message -> {},
                () -> {},
                CompletableFuture::new,
                () -> {},
                () -> {},
                (time, moved) -> moved.accept(talk.messages().getFirst().key()),
                message -> {},
                message -> {},
                (message, read) -> {},
                link -> {});
    }

    @Test
    void saysWhoIsThereAndHow() {
        tell(contact, layla());
        open(Chat.Kind.CONTACT);
        assertThat(text(".chat-head .lead")).isEqualTo("Layla Haddad");
        assertThat(text(".chat-line")).isEqualTo("Away · in the garden");
        assertThat(robot.lookup(".composer .text-area").queryAs(TextArea.class).getPromptText())
                .isEqualTo("Message Layla Haddad, not encrypted");
    }

    @Test
    void saysWhoIsTyping() {
        tell(contact, layla());
        open(Chat.Kind.CONTACT);
        assertThat(robot.lookup(".typing-line .label").queryAll()).isEmpty();
        type(Chat.Kind.CONTACT, "phone");
        assertThat(text(".typing-line .label")).isEqualTo("Layla Haddad is typing…");
    }

    @Test
    void saysWhoInTheRoomIsTyping() {
        open(Chat.Kind.ROOM);
        type(Chat.Kind.ROOM, "Samuel");
        assertThat(text(".typing-line .label")).isEqualTo("Samuel is typing…");
        type(Chat.Kind.ROOM, "Samuel", "Émile");
        assertThat(text(".typing-line .label")).isEqualTo("Samuel and Émile are typing…");
        type(Chat.Kind.ROOM, "Samuel", "Émile", "Priya");
        assertThat(text(".typing-line .label")).isEqualTo("Samuel, Émile and others are typing…");
        type(Chat.Kind.ROOM);
        assertThat(robot.lookup(".typing-line .label").queryAll()).isEmpty();
    }

    private void type(Chat.Kind kind, String... typists) {
        var typing =
                new Chat(
                        talk.chat(),
                        kind,
                        "Layla Haddad",
                        Optional.empty(),
                        0,
                        false,
                        List.of(typists));
        FxThread.run(() -> tell(chat, typing));
        settle();
    }

    @Test
    void aRoomThatLetsNobodyInSaysSoInTheComposersPlace() {
        say(2);
        enter(new RoomState.Refused(Refusal.of(Reason.MEMBERS_ONLY)));
        open(Chat.Kind.ROOM);
        assertThat(text(".chat-bottom .room-gate-sentence .text")).startsWith("Only members");
        assertThat(isVisible(".composer")).isFalse();
        robot.clickOn("Try again");
        assertThat(done).containsExactly("join Mara");
    }

    @Test
    void thePasswordFieldKeepsTheFocusWhateverComes() {
        say(2);
        enter(new RoomState.Refused(Refusal.of(Reason.PASSWORD_NEEDED)));
        open(Chat.Kind.ROOM);
        FxThread.run(() -> pane.orElseThrow().requestFocus());
        robot.write("sec", 0);
        say(2);
        FxThread.run(talk::tell);
        settle();
        robot.write("ret", 0).type(KeyCode.ENTER);
        assertThat(done).containsExactly("join Mara secret");
    }

    @Test
    void anotherNickCanBeChosen() {
        enter(new RoomState.Refused(Refusal.of(Reason.NICK_TAKEN)));
        open(Chat.Kind.ROOM);
        FxThread.run(() -> pane.orElseThrow().requestFocus());
        robot.type(KeyCode.END).write(" L", 0).type(KeyCode.ENTER);
        assertThat(done).containsExactly("join Mara2 L"); // after the nick that is proposed
    }

    @Test
    void theComposerIsThereOnceTheRoomLetsUsIn() {
        enter(new RoomState.Refused(Refusal.of(Reason.MEMBERS_ONLY)));
        open(Chat.Kind.ROOM);
        assertThat(isVisible(".composer")).isFalse();
        FxThread.run(() -> enter(RoomState.JOINED));
        settle();
        assertThat(isVisible(".composer")).isTrue();
        assertThat(robot.lookup(".room-gate").tryQuery()).isEmpty();
    }

    /// The button that they pressed is gone, and they have come to write.
    @Test
    void whoEntersFromThePageWritesThere() {
        enter(RoomState.LEFT);
        open(Chat.Kind.ROOM);
        robot.clickOn("Join");
        FxThread.run(() -> enter(RoomState.JOINING));
        settle();
        assertThat(hasFocus(".composer")).isTrue();
        FxThread.run(() -> enter(RoomState.JOINED));
        settle();
        assertThat(hasFocus(".composer")).isTrue();
        robot.write("Hello", 0).type(KeyCode.ENTER);
        assertThat(done).contains("send Hello");
    }

    @Test
    void whereTheRoomRefusesTheyAreAtWhatMendsIt() {
        enter(RoomState.JOINING);
        open(Chat.Kind.ROOM);
        FxThread.run(() -> pane.orElseThrow().requestFocus());
        assertThat(hasFocus(".composer")).isTrue();
        FxThread.run(() -> enter(new RoomState.Refused(Refusal.of(Reason.PASSWORD_NEEDED))));
        settle();
        assertThat(hasFocus(".room-gate")).isTrue();
    }

    /// Whoever reads or is elsewhere stays there.
    @Test
    void theFocusIsNotTakenFromElsewhere() {
        say(3);
        enter(RoomState.JOINED);
        open(Chat.Kind.ROOM);
        focusTimeline();
        FxThread.run(() -> enter(RoomState.JOINING));
        FxThread.run(() -> enter(RoomState.JOINED));
        settle();
        assertThat(hasFocus(".timeline")).isTrue();
    }

    private boolean hasFocus(String where) {
        return FxThread.call(() -> robot.lookup(where).<Node>query().isFocusWithin());
    }

    @Test
    void aVisitorIsToldThatTheyMayOnlyRead() {
        enter(RoomState.JOINED);
        tellAll(List.of(me(Role.VISITOR)));
        open(Chat.Kind.ROOM);
        assertThat(text(".composer-closed")).startsWith("You may read here");
        FxThread.run(() -> tellAll(List.of(me(Role.PARTICIPANT))));
        settle();
        assertThat(isVisible(".composer-box")).isTrue();
    }

    @Test
    void theDetailsShowThePeopleAndTheSubjectCanBeChanged() {
        enter(RoomState.JOINED);
        tellAll(List.of(me(Role.PARTICIPANT)));
        open(Chat.Kind.ROOM);
        FxThread.run(() -> pane.orElseThrow().showDetails());
        settle();
        assertThat(robot.lookup(".occupant .label").queryAllAs(Label.class))
                .anyMatch(label -> label.getText().equals("Mara"));
        changeSubjectTo("Paper");
        assertThat(done).containsExactly("subject Paper");
        answerSubject(Optional.empty());
        assertThat(isVisible(".subject-editor .text-area")).isFalse();
    }

    @Test
    void whoIsInTheRoomCanInviteFromItsDetailsAndNobodyElse() {
        enter(RoomState.JOINED);
        open(Chat.Kind.ROOM);
        FxThread.run(() -> pane.orElseThrow().showDetails());
        settle();
        robot.clickOn(".invite-people");
        assertThat(done).containsExactly("invite");
        FxThread.run(() -> enter(RoomState.JOINING));
        settle();
        assertThat(isVisible(".invite-people")).isFalse();
    }

    @Test
    void aSubjectThatIsRefusedIsKeptWithTheReason() {
        enter(RoomState.JOINED);
        open(Chat.Kind.ROOM);
        FxThread.run(() -> pane.orElseThrow().showDetails());
        settle();
        changeSubjectTo("Paper");
        assertThat(robot.lookup("Save").query().isDisabled()).isTrue();
        answerSubject(Optional.of(Refusal.of(Refusal.Reason.OFFLINE)));
        assertThat(text(".subject-editor .field-error"))
                .isEqualTo("There is no connection. Save again when it is back.");
        assertThat(robot.lookup(".subject-editor .text-area").queryAs(TextArea.class).getText())
                .isEqualTo("Paper");
        subjectAnswer = new CompletableFuture<>();
        robot.clickOn("Save");
        settle();
        assertThat(isVisible(".subject-editor .field-error")).isFalse();
        assertThat(done).containsExactly("subject Paper", "subject Paper");
        robot.clickOn("Cancel");
        answerSubject(Optional.of(Refusal.of(Refusal.Reason.FORBIDDEN)));
        assertThat(isVisible(".subject-editor .field-error")).isFalse();
    }

    @Test
    void theNarrowWindowHasAWayBack() {
        open(Chat.Kind.CONTACT);
        assertThat(isVisible(".chat-back")).isFalse();
        FxThread.run(() -> isNarrow.set(true));
        settle();
        robot.clickOn(".chat-back .icon-button");
        assertThat(done).containsExactly("back");
    }

    @Test
    void closedItLetsGoOfItsWindowOnTheHistory() {
        open(Chat.Kind.CONTACT);
        FxThread.run(() -> pane.orElseThrow().close());
        assertThat(done).containsExactly("done");
    }

    @Test
    void findingMarksTheWordsAndGoesFromOneToTheNextUntilEscape() {
        say(60);
        open(Chat.Kind.CONTACT);
        FxThread.run(() -> pane.orElseThrow().find());
        robot.write("message 5", 0);
        settle();
        assertThat(text(".find-count")).isEqualTo("1 of 11");
        assertThat(robot.lookup(".hit-words").queryAll()).isNotEmpty();
        robot.type(KeyCode.ENTER, KeyCode.F3);
        settle();
        assertThat(text(".find-count")).isEqualTo("3 of 11");
        robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        settle();
        assertThat(text(".find-count")).isEqualTo("2 of 11");
        assertThat(done.getLast()).startsWith("around ");
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(robot.lookup(".find-bar").queryAll()).isEmpty();
        assertThat(robot.lookup(".hit-words").<Path>queryAll())
                .allMatch(path -> path.getElements().isEmpty());
        assertThat(robot.lookup(".composer .text-area").query().isFocused()).isTrue();
    }

    @Test
    void theMenuShowsTheThreadOfAMessageUntilEscape() {
        say(6);
        talk.inThread(1, "t-1").inThread(3, "t-1").inThread(4, "t-2").inThread(5, "t-1");
        open(Chat.Kind.CONTACT);
        choose("message 3", "Show this thread");
        assertThat(text(".find-thread")).isEqualTo("Messages of this thread");
        assertThat(text(".find-count")).isEqualTo("2 of 3");
        assertThat(done.getLast()).isEqualTo("around 4");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(text(".find-count")).isEqualTo("3 of 3");
        assertThat(done.getLast()).isEqualTo("around 2");
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(robot.lookup(".find-bar").queryAll()).isEmpty();
        assertThat(robot.lookup(".composer .text-area").query().isFocused()).isTrue();
    }

    @Test
    void aThreadAndFindingTakeEachOthersPlace() {
        say(6);
        talk.inThread(1, "t-1").inThread(3, "t-1").inThread(4, "t-2");
        open(Chat.Kind.CONTACT);
        FxThread.run(() -> pane.orElseThrow().find());
        robot.write("message 5", 0);
        choose("message 3", "Show this thread");
        choose("message 4", "Show this thread");
        assertThat(robot.lookup(".find-bar").queryAll()).hasSize(1);
        assertThat(text(".find-count")).isEqualTo("1 of 1");
        assertThat(robot.lookup(".hit-words").<Path>queryAll())
                .allMatch(path -> path.getElements().isEmpty());
        FxThread.run(() -> pane.orElseThrow().find());
        settle();
        assertThat(robot.lookup(".find-thread").queryAll()).isEmpty();
        assertThat(robot.lookup(".find-bar .search-field").query().isFocused()).isTrue();
    }

    @Test
    void aMessageOfNoThreadHasNoneToShow() {
        say(2);
        talk.inThread(0, "t-1");
        open(Chat.Kind.CONTACT);
        assertThat(menuOf("message 1")).contains("Copy").doesNotContain("Show this thread");
        assertThat(menuOf("message 0")).contains("Copy", "Show this thread");
    }

    private void choose(String message, String command) {
        menuOf(message);
        FxThread.run(
                () ->
                        menu().getItems().stream()
                                .filter(item -> command.equals(item.getText()))
                                .findFirst()
                                .orElseThrow()
                                .fire());
        FxThread.run(() -> menu().hide());
        settle();
    }

    /// What is in the menu of a message, which opens.
    private List<String> menuOf(String message) {
        robot.rightClickOn(message);
        settle();
        return FxThread.call(() -> menu().getItems().stream().map(MenuItem::getText).toList());
    }

    private static ContextMenu menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(Window::isShowing)
                .findFirst()
                .orElseThrow();
    }

    /// The newest first.
    private CompletionStage<SearchPage> found(SearchQuery query) {
        var terms = query.terms();
        var hits =
                talk.live().get().messages().reversed().stream()
                        .filter(
                                each ->
                                        query.thread().isPresent()
                                                ? each.thread().equals(query.thread())
                                                : each.words().orElse("").contains(" 5"))
                        .map(each -> new SearchHit(each, marks(each, terms)))
                        .toList();
        return CompletableFuture.completedStage(
                new SearchPage(hits, hits.size(), hits.size(), SearchState.READY));
    }

    private static List<TextRange> marks(Message message, List<SearchTerm> terms) {
        return SearchService.marks(message.words().orElse(""), terms);
    }

    private void say(int count) {
        for (int i = 0; i < count; i++) {
            talk.theirs("09:00", "message " + i);
        }
    }

    private void enter(RoomState state) {
        tell(room, new Room(talk.chat(), "Harbour print co-op", "Mara", state, "Riso night", 1));
    }

    @Test
    void whoSpokeLastIsTheFirstToBeAddressed() {
        say(1);
        talk.from("Prisca", "09:10", "one").from("Priya", "09:11", "two");
        enter(RoomState.JOINED);
        tellAll(List.of(me(Role.PARTICIPANT), someone("Prisca"), someone("Priya")));
        open(Chat.Kind.ROOM);
        FxThread.run(() -> pane.orElseThrow().requestFocus());
        robot.write("pr", 0).type(KeyCode.TAB).type(KeyCode.ENTER);
        var field = robot.lookup(".composer .text-area").queryAs(TextArea.class);
        assertThat(field.getText()).isEqualTo("Priya: ");
        robot.write("and @pris", 0).type(KeyCode.TAB);
        assertThat(field.getText()).isEqualTo("Priya: and @Prisca ");
        assertThat(done).isEmpty();
    }

    private static Occupant someone(String nick) {
        return new Occupant(
                nick,
                Role.PARTICIPANT,
                Affiliation.NONE,
                Optional.empty(),
                Presence.AVAILABLE,
                false);
    }

    private <T> void tell(Cell<Optional<T>> cell, T value) {
        lane.execute(() -> cell.set(Optional.of(value)));
    }

    private void tellAll(List<Occupant> people) {
        lane.execute(() -> occupants.set(people));
    }

    private Contact layla() {
        return new Contact(
                talk.chat().account(),
                talk.chat().peer(),
                "Layla Haddad",
                List.of(),
                PresenceSubscription.BOTH,
                new Presence(Availability.AWAY, "in the garden"));
    }

    private static Occupant me(Role role) {
        return new Occupant(
                "Mara", role, Affiliation.NONE, Optional.empty(), Presence.AVAILABLE, true);
    }

    private void open(Chat.Kind kind) {
        window = Optional.of(new OnStage(900, 500, () -> page(kind)));
    }

    private Parent page(Chat.Kind kind) {
        var sources =
                new ChatSources(
                        talk.chat(),
                        kind,
                        chat,
                        contact,
                        talk.live(),
                        room,
                        occupants,
                        timelineCommands(),
                        new ComposerCommands(
                                text -> CompletableFuture.completedStage(done.add("send " + text)),
                                (message, text) ->
                                        CompletableFuture.completedStage(
                                                done.add("correct " + message.row() + " " + text)),
                                EditCommands.NONE,
                                new ReplyCommands(
                                        (message, text) ->
                                                CompletableFuture.completedStage(
                                                        done.add(
                                                                "reply "
                                                                        + message.row()
                                                                        + " "
                                                                        + text)),
                                        message -> {},
                                        read -> {}),
                                isTyping -> {},
                                IdleCommands.draft(),
                                SlashCommands.PLAIN,
                                new Cell<>(new ImmediateLane(), SendKey.ENTER)),
                        new RoomCommands(
                                (nick, password) ->
                                        done.add(
                                                "join "
                                                        + nick
                                                        + password.map(each -> " " + each)
                                                                .orElse("")),
                                () -> done.add("leave"),
                                subject -> {
                                    done.add("subject " + subject);
                                    return subjectAnswer;
                                }),
                        () -> done.add("done"));
        var texts = Texts.of(Locale.ENGLISH);
        var now = Talk.TODAY.atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC);
        var clock = InstantSource.fixed(now);
        var model = new ChatViewModel(sources, clock, ZoneOffset.UTC, new ManualTimer(), lane);
        var frame = new PageFrame(isNarrow, new SimpleIntegerProperty(), () -> done.add("back"));
        var made = new ChatPane(model, texts, new Times(clock, ZoneOffset.UTC, texts), frame);
        made.onFind(
                () ->
                        new FindViewModel(
                                new FindSources(
                                        (query, skip, limit) -> found(query),
                                        new Cell<>(lane, SearchState.READY),
                                        message -> done.add("around " + message.row()),
                                        ZoneOffset.UTC,
                                        lane)));
        made.onInvite(() -> done.add("invite"));
        pane = Optional.of(made);
        return made.node();
    }

    private void changeSubjectTo(String subject) {
        robot.clickOn(".subject-head .icon-button");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        robot.write(subject, 0);
        robot.clickOn("Save");
    }

    private void answerSubject(Optional<Refusal> refusal) {
        FxThread.run(() -> subjectAnswer.complete(refusal));
        settle();
    }

    private void focusTimeline() {
        FxThread.run(() -> robot.lookup(".timeline").query().requestFocus());
    }

    private void settle() {
        window.orElseThrow().settle();
    }

    private String text(String selector) {
        Node found = robot.lookup(selector).query();
        return found instanceof Text letters ? letters.getText() : ((Labeled) found).getText();
    }

    private boolean isVisible(String selector) {
        return robot.lookup(selector).tryQuery().map(Node::isVisible).orElse(false);
    }
}
