package kith.ui.room.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Window;

import kith.base.Cell;
import kith.base.ManualTimer;
import kith.gallery.Snapshots;
import kith.model.Chat;
import kith.model.Delivery;
import kith.model.Hat;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Removal;
import kith.model.Room;
import kith.model.RoomAct;
import kith.model.RoomChange;
import kith.model.RoomList;
import kith.model.RoomState;
import kith.ui.chat.ChatPane;
import kith.ui.chat.ChatSources;
import kith.ui.chat.ChatViewModel;
import kith.ui.chat.IdleCommands;
import kith.ui.chat.PageFrame;
import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;
import kith.ui.room.MembershipCommands;
import kith.ui.room.OccupantRow;
import kith.ui.room.RoomCommands;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/// Moderating in a room's page, with keyboard and mouse.
class ModerationPaneTest {

    private final FxRobot robot = new FxRobot();
    private final Coop coop = new Coop().with(Role.MODERATOR, Affiliation.OWNER);
    private final Talk talk =
            new Talk("print@rooms.hearth.example")
                    .from("Samuel Otieno", "09:20", "DM me for free magic potions!")
                    .from("Samuel Otieno", "09:21", "Really!")
                    .mine("09:30", "Stop that", Delivery.ON_SERVER);
    private final List<String> nicks = new ArrayList<>();
    private Optional<Refusal> nickAnswer = Optional.of(Refusal.of(Reason.NICK_TAKEN));
    private Optional<OnStage> window = Optional.empty();

    @AfterEach
    void closeWindow() {
        window.ifPresent(OnStage::close);
    }

    @Test
    void whoIsInTheRoomIsRemovedForAReason() {
        open(true);
        robot.clickOn(person("Samuel Otieno"), MouseButton.SECONDARY);
        settle();
        choose("Remove from room…");
        picture("moderation-kick");
        robot.write("off topic", 0).type(KeyCode.ENTER);
        assertThat(coop.changes).isEmpty(); // one key goes to the button, the next presses it
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(coop.changes)
                .containsExactly(List.of(RoomChange.of(RoomAct.KICK, Coop.SAMUEL, "off topic")));
        assertThat(robot.lookup(".reason-prompt").tryQuery()).isEmpty();
    }

    /// To whoever listens, each thing once and nothing that is empty.
    @Test
    void whoSomebodyIsIsSpoken() {
        open(true);
        assertThat(person("Mara").getAccessibleText())
                .isEqualTo("Mara, you, Available, Owner, mara@hearth.example");
        assertThat(person("Samuel Otieno").getAccessibleText())
                .isEqualTo("Samuel Otieno, Available, samuel@hearth.example");
    }

    @Test
    void escapeChangesNothing() {
        open(true);
        robot.clickOn(person("Samuel Otieno"), MouseButton.SECONDARY);
        settle();
        choose("Ban…");
        robot.write("spam", 0).type(KeyCode.ESCAPE);
        settle();
        assertThat(coop.changes).isEmpty();
        assertThat(robot.lookup(".reason-prompt").tryQuery()).isEmpty();
    }

    @Test
    void severalArePickedByTheKeyboardAndShiftF10OpensTheirMenu() {
        open(true);
        FxThread.run(() -> robot.lookup(".occupants").query().requestFocus());
        robot.type(KeyCode.END, KeyCode.UP, KeyCode.UP); // over the head of the visitors
        robot.press(KeyCode.SHIFT).type(KeyCode.UP).type(KeyCode.F10).release(KeyCode.SHIFT);
        settle();
        picture("moderation-several");
        choose("Make moderator");
        settle();
        assertThat(coop.changes)
                .singleElement()
                .satisfies(
                        changes ->
                                assertThat(changes)
                                        .extracting(RoomChange::nick)
                                        .containsExactlyInAnyOrder("Samuel Otieno", "Tom Okafor"));
    }

    @Test
    void h20WhoComesByANickIsNotPickedForWhoHadIt() {
        open(true);
        FxThread.run(() -> robot.lookup(".occupants").query().requestFocus());
        robot.type(KeyCode.END, KeyCode.UP, KeyCode.UP, KeyCode.UP, KeyCode.SPACE);
        var me = Coop.who("Mara", "mara", Role.MODERATOR, Affiliation.OWNER, true);
        var other = Coop.who("Samuel Otieno", "other", Role.PARTICIPANT, Affiliation.NONE, false);
        FxThread.run(
                () -> coop.lane.execute(() -> coop.occupants.set(List.of(me, Coop.TOM, other))));
        settle();
        robot.type(KeyCode.END, KeyCode.SPACE);
        robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
        settle();
        choose("Make moderator");
        settle();
        assertThat(coop.changes)
                .containsExactly(List.of(RoomChange.of(RoomAct.MAKE_MODERATOR, Coop.TOM, "")));
    }

    @Test
    void aClickAndEnterOpenTheMenuOfAPerson() {
        open(true);
        robot.clickOn(person("paperplane"));
        settle();
        assertThat(names()).contains("Let write");
        robot.clickOn(person("Tom Okafor")); // goes on to who is under it
        settle();
        choose("Make moderator");
        FxThread.run(() -> robot.lookup(".occupants").query().requestFocus());
        robot.type(KeyCode.ENTER);
        settle();
        choose("Make moderator");
        assertThat(coop.changes)
                .containsExactly(
                        List.of(RoomChange.of(RoomAct.MAKE_MODERATOR, Coop.TOM, "")),
                        List.of(RoomChange.of(RoomAct.MAKE_MODERATOR, Coop.TOM, "")));
    }

    /// Their address, where the room shows it, and all that they wear where the line shows one.
    @Test
    void whatALineHasNoRoomForIsInItsTooltip() {
        var hats = List.of(new Hat("urn:hats:host", "Host"), new Hat("urn:hats:dj", "Speaker"));
        var tom = Coop.TOM;
        coop.lane.execute(
                () ->
                        coop.occupants.set(
                                List.of(
                                        new Occupant(
                                                tom.nick(),
                                                tom.role(),
                                                tom.affiliation(),
                                                tom.address(),
                                                tom.presence(),
                                                false,
                                                Optional.empty(),
                                                hats),
                                        new Occupant(
                                                "paperplane",
                                                Role.VISITOR,
                                                Affiliation.NONE,
                                                Optional.empty(),
                                                tom.presence(),
                                                false))));
        open(true);
        assertThat(((Control) person("Tom Okafor")).getTooltip().getText())
                .isEqualTo("tom@hearth.example\nHost\nSpeaker");
        assertThat(person("Tom Okafor").getAccessibleText()).contains("Host", "Speaker");
        assertThat(((Control) person("paperplane")).getTooltip()).isNull();
    }

    @Test
    void theNickIsChangedInThePane() {
        open(true);
        robot.clickOn(person("Mara"));
        settle();
        choose("Change your nick…");
        robot.write("M", 0);
        settle();
        picture("room-nick");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(nicks).containsExactly("M");
        assertThat(robot.lookup(".nick-editor .field-error").<Label>query().getText())
                .isEqualTo("“M” is in use in this room. Choose another nick.");
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(robot.lookup(".nick-editor .text-field").tryQuery()).isEmpty();
        nickAnswer = Optional.empty();
        robot.clickOn(person("Mara"));
        settle();
        choose("Change your nick…");
        robot.write("Mara P", 0).type(KeyCode.ENTER);
        settle();
        assertThat(nicks).containsExactly("M", "Mara P");
        assertThat(robot.lookup(".nick-editor .text-field").tryQuery()).isEmpty();
    }

    @Test
    void thePeopleOfALargeRoomAreSearched() {
        var crowd = new ArrayList<>(coop.occupants.get());
        IntStream.range(0, 20)
                .mapToObj(
                        i ->
                                Coop.who(
                                        "Guest " + i,
                                        "guest" + i,
                                        Role.VISITOR,
                                        Affiliation.NONE,
                                        false))
                .forEach(crowd::add);
        coop.lane.execute(() -> coop.occupants.set(List.copyOf(crowd)));
        open(true);
        robot.clickOn(".people-search .search-field");
        robot.write("tom", 0);
        settle();
        assertThat(persons()).containsExactly("Tom Okafor");
        picture("room-people-search");
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.SPACE);
        robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
        settle();
        choose("Make moderator");
        settle();
        assertThat(coop.changes)
                .containsExactly(List.of(RoomChange.of(RoomAct.MAKE_MODERATOR, Coop.TOM, "")));
        robot.clickOn(".people-search .search-field");
        robot.write("my", 0);
        settle();
        assertThat(persons()).isEmpty();
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(persons()).contains("Mara", "Priya Natarajan");
    }

    private List<String> persons() {
        return robot.lookup(".occupants").<ListView<?>>tryQuery().stream()
                .flatMap(list -> list.getItems().stream())
                .filter(OccupantRow.Person.class::isInstance)
                .map(row -> ((OccupantRow.Person) row).occupant().nick())
                .toList();
    }

    @Test
    void whatIsRefusedWithoutAQuestionIsSaidUnderThePeople() {
        coop.refuse(Reason.NOT_ALLOWED);
        open(true);
        robot.clickOn(person("paperplane"), MouseButton.SECONDARY);
        settle();
        choose("Let write");
        settle();
        assertThat(robot.lookup(".people-bar .roles-complaint").<Label>query().getText())
                .isEqualTo("The room doesn’t let you do that to paperplane.");
        picture("moderation-complaint");
    }

    @Test
    void theListsOpenInThePaneAndGoBack() {
        coop.list(
                RoomList.MEMBERS,
                Coop.entry(RoomList.MEMBERS, "tom@hearth.example", "Tom Okafor", ""),
                Coop.entry(RoomList.MEMBERS, "layla@birke.example", "", ""));
        open(true);
        robot.clickOn(".people-roles");
        settle();
        picture("moderation-roles");
        assertThat(segments()).containsExactly("Members 2", "Admins", "Owners", "Banned");
        coop.list(RoomList.ADMINS);
        robot.clickOn("Admins");
        settle();
        assertThat(segments()).containsExactly("Members 2", "Admins 0", "Owners", "Banned");
        picture("moderation-roles-counted");
        robot.clickOn("Members 2");
        settle();
        robot.clickOn(
                robot.from(robot.lookup(".roles-list").queryAll())
                        .lookup(".affiliated")
                        .nth(0)
                        .<Node>query(),
                MouseButton.SECONDARY);
        settle();
        choose("Remove as member…");
        robot.write("moved", 0).type(KeyCode.ENTER, KeyCode.ENTER);
        settle();
        assertThat(coop.changes)
                .singleElement()
                .satisfies(
                        changes -> assertThat(changes.getFirst().act()).isEqualTo(RoomAct.UNLIST));
        robot.clickOn(".roles-top .icon-button");
        settle();
        assertThat(robot.lookup(".roles").tryQuery()).isEmpty();
        assertThat(robot.lookup(".occupants").tryQuery()).isPresent();
    }

    private List<String> segments() {
        return FxThread.call(
                () ->
                        robot.lookup(".roles .segment").<Labeled>queryAll().stream()
                                .map(Labeled::getText)
                                .toList());
    }

    @Test
    void anAnswerThatIsRefusedIsSaidWhereItWasGiven() {
        coop.lane.execute(() -> coop.requests.set(List.of(Coop.request("paperplane"))));
        coop.refuse(Reason.NOT_ALLOWED);
        open(false);
        robot.clickOn("Allow");
        FxThread.run(() -> coop.lane.execute(() -> coop.requests.set(List.of())));
        settle();
        assertThat(robot.lookup(".voice-requests .roles-complaint").<Label>query())
                .satisfies(label -> assertThat(isShown(label)).isTrue())
                .extracting(Label::getText)
                .isEqualTo("The room doesn’t let you do that to paperplane.");
        picture("moderation-voice-refused");
    }

    /// Whatever the user does or doesn't do next.
    @Test
    void whyAnAnswerIsRefusedIsPutAwayWhereItIsSaid() {
        coop.lane.execute(() -> coop.requests.set(List.of(Coop.request("paperplane"))));
        coop.refuse(Reason.NOT_ALLOWED);
        open(false);
        robot.clickOn("Allow");
        FxThread.run(() -> coop.lane.execute(() -> coop.requests.set(List.of())));
        settle();
        putAway(".voice-requests");
        assertThat(robot.lookup(".voice-requests").<Node>query().isVisible()).isFalse();
    }

    @Test
    void whyVoiceCantBeAskedForIsSaidWhereItWasAndPutAway() {
        coop.with(Role.VISITOR, Affiliation.NONE);
        coop.refuse(Reason.LIMIT);
        open(true);
        robot.clickOn("Ask for voice");
        settle();
        assertThat(complaint(".people-bar").isVisible()).isFalse();
        picture("moderation-ask-refused");
        putAway(".ask-for-voice");
        assertThat(isShown(robot.lookup("Ask for voice").query())).isTrue();
    }

    @Test
    void whyAnActIsRefusedIsPutAwayWhereItIsSaid() {
        coop.refuse(Reason.NOT_ALLOWED);
        open(true);
        robot.clickOn(person("paperplane"), MouseButton.SECONDARY);
        settle();
        choose("Let write");
        settle();
        putAway(".people-bar");
    }

    private void putAway(String where) {
        assertThat(isShown(complaint(where))).isTrue();
        robot.clickOn(robot.lookup(where + " .dismissible .icon-button").<Node>query());
        settle();
        assertThat(isShown(complaint(where))).isFalse();
    }

    private Label complaint(String where) {
        return robot.lookup(where + " .roles-complaint").query();
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && node.getParent().isVisible();
    }

    @Test
    void aVisitorsRequestIsAllowedInThePage() {
        coop.lane.execute(() -> coop.requests.set(List.of(Coop.request("paperplane"))));
        open(false);
        picture("moderation-voice-request");
        robot.clickOn("Allow");
        settle();
        assertThat(coop.answers).containsExactly("paperplane true");
    }

    @Test
    void messagesOfOthersAreRemoved() {
        coop.lane.execute(() -> coop.removal.set(Removal.CURRENT));
        talk.namedByTheRoom();
        open(false);
        robot.clickOn(bubble("Really!"), MouseButton.SECONDARY);
        settle();
        picture("moderation-message-menu");
        choose("Remove for everyone…");
        picture("moderation-remove");
        robot.write("spam", 0).type(KeyCode.ENTER, KeyCode.ENTER);
        settle();
        assertThat(coop.removed).hasSize(1).first().asString().endsWith("] spam");
    }

    @Test
    void severalMessagesAreRemovedAtOnceAndARefusalIsSaid() {
        coop.lane.execute(() -> coop.removal.set(Removal.CURRENT));
        coop.refuse(Reason.FORBIDDEN);
        talk.namedByTheRoom();
        open(false);
        FxThread.run(() -> robot.lookup(".timeline").query().requestFocus());
        robot.type(KeyCode.UP, KeyCode.UP);
        robot.press(KeyCode.SHIFT).type(KeyCode.UP).release(KeyCode.SHIFT);
        robot.clickOn(bubble("Really!"), MouseButton.SECONDARY);
        settle();
        choose("Remove 2 for everyone…");
        robot.type(KeyCode.ENTER, KeyCode.ENTER);
        settle();
        assertThat(robot.lookup(".reason-prompt .field-error").<Label>query().getText())
                .isEqualTo("Only moderators may remove what others say in this room.");
        assertThat(coop.removed).hasSize(1);
    }

    @Test
    void nobodyElseIsOfferedToRemoveMessages() {
        coop.lane.execute(() -> coop.removal.set(Removal.CURRENT));
        coop.with(Role.PARTICIPANT, Affiliation.MEMBER);
        talk.namedByTheRoom();
        open(false);
        robot.clickOn(bubble("Really!"), MouseButton.SECONDARY);
        settle();
        assertThat(menu()).noneMatch(item -> "Remove for everyone…".equals(item.getText()));
    }

    @Test
    void slowModeKeepsWhatIsWritten() {
        coop.with(Role.PARTICIPANT, Affiliation.MEMBER);
        coop.lane.execute(() -> coop.pause.set(Duration.ofHours(1)));
        open(false);
        picture("slow-mode");
        assertThat(robot.lookup(".slow-mode").<Label>query().getText())
                .isEqualTo("Slow mode: you can send again in 30 minutes.");
        robot.clickOn(".composer .text-area").write("Hello", 0).type(KeyCode.ENTER);
        settle();
        assertThat(robot.lookup(".composer .text-area").<TextArea>query().getText())
                .isEqualTo("Hello");
    }

    private void open(boolean withDetails) {
        window = Optional.of(new OnStage(900, 700, () -> page(withDetails)));
        settle();
    }

    private Parent page(boolean withDetails) {
        var now = Talk.TODAY.atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC);
        var clock = InstantSource.fixed(now);
        var texts = Texts.of(Locale.ENGLISH);
        var room =
                new Room(
                        talk.chat(),
                        "Harbour print co-op",
                        "Mara",
                        RoomState.JOINED,
                        "Riso night",
                        6);
        var chat =
                new Chat(
                        talk.chat(),
                        Chat.Kind.ROOM,
                        "Harbour print co-op",
                        Optional.empty(),
                        0,
                        false,
                        List.of());
        var sources =
                new ChatSources(
                        talk.chat(),
                        Chat.Kind.ROOM,
                        new Cell<>(coop.lane, Optional.of(chat)),
                        new Cell<>(coop.lane, Optional.empty()),
                        talk.live(),
                        new Cell<>(coop.lane, Optional.of(room)),
                        coop.occupants,
                        IdleCommands.timeline(),
                        IdleCommands.composer(),
                        new RoomCommands(
                                (nick, password) -> {},
                                () -> {},
                                subject -> CompletableFuture.completedStage(Optional.empty()),
                                nick -> {
                                    nicks.add(nick);
                                    return CompletableFuture.completedStage(nickAnswer);
                                },
                                MembershipCommands.NONE,
                                coop.commands(),
                                Optional.empty()),
                        () -> {});
        var model = new ChatViewModel(sources, clock, ZoneOffset.UTC, new ManualTimer(), coop.lane);
        var frame =
                new PageFrame(
                        new SimpleBooleanProperty(false), new SimpleIntegerProperty(), () -> {});
        var pane = new ChatPane(model, texts, new Times(clock, ZoneOffset.UTC, texts), frame);
        if (withDetails) {
            pane.showDetails();
        }
        return pane.node();
    }

    private Node person(String nick) {
        return robot.lookup(".occupants .list-cell").queryAll().stream()
                .filter(node -> String.valueOf(node.getAccessibleText()).startsWith(nick + ","))
                .findFirst()
                .orElseThrow();
    }

    private Node bubble(String words) {
        return robot.lookup(".bubble").queryAll().stream()
                .filter(
                        node ->
                                node.lookupAll(".text").stream()
                                        .anyMatch(
                                                it ->
                                                        it instanceof Text text
                                                                && text.getText().contains(words)))
                .findFirst()
                .orElseThrow();
    }

    private static List<MenuItem> menu() {
        return FxThread.call(
                () ->
                        Window.getWindows().stream()
                                .filter(ContextMenu.class::isInstance)
                                .filter(Window::isShowing)
                                .map(ContextMenu.class::cast)
                                .flatMap(menu -> menu.getItems().stream())
                                .toList());
    }

    private void choose(String name) {
        var item =
                menu().stream()
                        .filter(each -> name.equals(each.getText()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(name + " not in " + names()));
        FxThread.run(
                () -> {
                    item.getParentPopup().hide();
                    item.fire();
                });
        settle();
    }

    private static List<String> names() {
        return menu().stream().map(item -> String.valueOf(item.getText())).toList();
    }

    private void picture(String name) {
        Snapshots.write(
                FxThread.call(() -> window.orElseThrow().stage().getScene().snapshot(null)), name);
    }

    private void settle() {
        window.orElseThrow().settle();
    }
}
