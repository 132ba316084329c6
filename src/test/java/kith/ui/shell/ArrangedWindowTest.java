package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;

import kith.gallery.SampleWorld;
import kith.gallery.Snapshots;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.ChatWindow;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the user does with chats, tabs and windows of chats by pointer and keys, in the window.
class ArrangedWindowTest extends MainWindowFixture {

    private static final ChatKey LAYLA = SampleWorld.key("layla@cedar.example");
    private static final ChatKey PRINT = SampleWorld.key("print@rooms.hearth.example");
    private static final ChatKey MUM = SampleWorld.key("ingrid@hearth.example");
    private static final ChatKey JONAS = SampleWorld.key("jonas@birke.example");

    @Test
    void aRightClickOnAChatOpensItsMenu() {
        open();
        robot.clickOn(row("Jonas Weber"), MouseButton.SECONDARY);
        settle();
        assertThat(menuTexts())
                .containsExactly(
                        "Open in a new window",
                        "Mark unread",
                        "Pin",
                        "Mute for 1 hour",
                        "Mute for 8 hours",
                        "Mute until I turn it on again",
                        "Add people…",
                        "Archive",
                        "Export");
        picture("chat-menu");
        choose("Pin");
        assertThat(window().viewModels().commands()).containsExactly("pin jonas@birke.example");
        assertThat(flags(JONAS).isPinned()).isTrue();
        assertThat(world.tabs.get().selected()).contains(LAYLA);
    }

    @Test
    void theMenuKeyOpensTheMenuOfTheRowTheKeyboardIsAt() {
        open();
        arrange(Map.of(MUM, ChatFlags.NONE.withPinned(Optional.of(0))));
        robot.type(KeyCode.F6).type(KeyCode.HOME, KeyCode.DOWN, KeyCode.DOWN);
        settle();
        FxThread.run(
                () -> {
                    var list = window().scene().getFocusOwner();
                    list.fireEvent(
                            new ContextMenuEvent(
                                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                    0,
                                    0,
                                    0,
                                    0,
                                    true,
                                    null));
                });
        settle();
        choose("Mute for 8 hours"); // the third: Mum, then Layla over the head of the others
        assertThat(window().viewModels().commands())
                .containsExactly("mute print@rooms.hearth.example for PT8H");
    }

    @Test
    void theHeadsAreNoStopsForTheKeyboard() {
        open();
        arrange(Map.of(MUM, ChatFlags.NONE.withPinned(Optional.of(0))));
        robot.type(KeyCode.F6).type(KeyCode.HOME, KeyCode.ENTER);
        settle();
        assertThat(world.tabs.get().selected()).contains(MUM);
        robot.type(KeyCode.F6).type(KeyCode.HOME, KeyCode.DOWN, KeyCode.ENTER);
        settle();
        assertThat(world.tabs.get().selected()).contains(LAYLA);
    }

    @Test
    void aPinnedChatIsDraggedAmongThePinned() {
        open();
        arrange(
                Map.of(
                        LAYLA, ChatFlags.NONE.withPinned(Optional.of(0)),
                        PRINT, ChatFlags.NONE.withPinned(Optional.of(1)),
                        MUM, ChatFlags.NONE.withPinned(Optional.of(2))));
        var last = row("Mum");
        var mum = FxThread.call(() -> bounds(last));
        var from = row("Layla Haddad");
        robot.drag(from).moveTo(mum.getCenterX(), mum.getMaxY() + 18);
        settle();
        assertThat(isInsertionShown()).isTrue();
        robot.drop();
        settle();
        assertThat(window().viewModels().commands())
                .containsExactly("move layla@cedar.example to 2");
        assertThat(isInsertionShown()).isFalse();
    }

    @Test
    void theArchivedAreOpenedAndLeft() {
        open();
        var archived = Optional.of(new ChatFlags.Archived(Optional.empty()));
        arrange(Map.of(JONAS, ChatFlags.NONE.withArchived(archived)));
        assertThat(rowTitles()).doesNotContain("Jonas Weber");
        robot.type(KeyCode.F6).type(KeyCode.END, KeyCode.ENTER);
        settle();
        assertThat(rowTitles()).containsExactly("Jonas Weber");
        robot.clickOn(row("Jonas Weber"), MouseButton.SECONDARY);
        settle();
        choose("Bring back to the list");
        assertThat(rowTitles()).contains("Jonas Weber", "Layla Haddad");
    }

    @Test
    void theKeysOfTheWindowPinMuteAndArchiveTheChatInFront() {
        open();
        controlShift(KeyCode.P);
        controlShift(KeyCode.M);
        controlShift(KeyCode.H);
        assertThat(window().viewModels().commands())
                .containsExactly(
                        "pin layla@cedar.example",
                        "mute layla@cedar.example",
                        "archive layla@cedar.example");
    }

    @Test
    void aClosedTabIsUndone() {
        open();
        control(KeyCode.W);
        robot.clickOn(text("Undo"));
        settle();
        assertThat(world.tabs.get().selected()).contains(LAYLA);
        assertThat(exists(".toast")).isFalse();
        control(KeyCode.W);
        controlShift(KeyCode.T);
        assertThat(world.tabs.get().selected()).contains(LAYLA);
    }

    @Test
    void aTabIsPinnedByItsMenuAndThenNotClosed() {
        open();
        robot.clickOn(tab("Layla"), MouseButton.SECONDARY);
        settle();
        picture("tab-menu");
        choose("Pin this tab");
        assertThat(world.tabs.get().order()).startsWith(LAYLA);
        assertThat(world.tabs.get().pinned()).containsExactly(LAYLA);
        control(KeyCode.W);
        robot.clickOn(tab("Layla"), MouseButton.MIDDLE);
        settle();
        assertThat(world.tabs.get().order()).startsWith(LAYLA);
    }

    @Test
    void theSelectedTabMovesByKeys() {
        open();
        controlShift(KeyCode.PAGE_UP);
        assertThat(world.tabs.get().order()).startsWith(LAYLA, MUM);
        controlShift(KeyCode.PAGE_DOWN);
        assertThat(world.tabs.get().order()).startsWith(MUM, LAYLA);
    }

    @Test
    void theCloseButtonUnderThePointerLeavesTheMarkOfATabToBeSeen() {
        open();
        var print = tab("Harbour");
        robot.moveTo(print);
        settle();
        FxThread.run(
                () -> {
                    var mark = print.lookup(".badge.mention");
                    var close = print.lookup(".tab-close");
                    assertThat(mark.isVisible() && close.isVisible()).isTrue();
                    assertThat(bounds(close).intersects(bounds(mark))).isFalse();
                    assertThat(bounds(print).contains(bounds(close))).isTrue();
                });
    }

    @Test
    void aTabThatIsDroppedOutsideOfTheStripBecomesAWindow() {
        open();
        var strip = FxThread.call(() -> bounds(window().scene().getRoot().lookup(".tab-strip")));
        robot.drag(tab("Layla")).moveTo(strip.getMinX() + 200, strip.getMaxY() + 150).drop();
        settle();
        var torn = world.tabs.get().windows();
        assertThat(torn).extracting(ChatWindow::chat).containsExactly(LAYLA);
        assertThat(torn.getFirst().bounds()).isPresent();
        assertThat(stageOf("Layla Haddad")).isPresent();
        assertThat(shownStages()).hasSize(2);
    }

    @Test
    void theKeysOfAChatsOwnWindowCloseItAndAreElseForTheMainWindow() {
        open();
        controlShift(KeyCode.N);
        assertThat(shownStages()).hasSize(2);
        control(KeyCode.K);
        assertThat(exists(".switcher")).isTrue();
        robot.type(KeyCode.ESCAPE);
        settle();
        FxThread.run(() -> world.set(world.tabs, askedFor(LAYLA)));
        settle();
        control(KeyCode.W);
        assertThat(world.tabs.get().windows()).isEmpty();
        assertThat(world.tabs.get().order()).doesNotContain(LAYLA);
        assertThat(shownStages()).hasSize(1);
    }

    @Test
    void besideTheSettingsTheKeysOfAChatsOwnWindowAreThoseThatWorkThere() {
        open();
        controlShift(KeyCode.N);
        control(KeyCode.COMMA);
        assertThat(exists(".settings")).isTrue();
        FxThread.run(() -> world.set(world.tabs, askedFor(LAYLA)));
        settle();
        control(KeyCode.MINUS);
        assertThat(window().remembered()).containsEntry("window.textSize", "13");
        var own = stageOf("Layla Haddad").orElseThrow();
        assertThat(FxThread.call(own::isFocused)).as("is read on").isTrue();
        control(KeyCode.K);
        assertThat(exists(".switcher")).isFalse();
        assertThat(exists(".settings")).isTrue();
        FxThread.run(() -> world.set(world.tabs, askedFor(LAYLA)));
        settle();
        control(KeyCode.SLASH);
        assertThat(exists(".shortcuts")).isTrue();
        assertThat(exists(".settings")).isTrue();
    }

    @Test
    void whatKeysDoInAChatTheyDoInItsOwnWindow() {
        open();
        controlShift(KeyCode.N);
        control(KeyCode.F);
        assertThat(written()).isEqualTo("find");
        controlShift(KeyCode.G);
        assertThat(written()).isEqualTo("days");
        controlShift(KeyCode.R);
        assertThat(written()).isEqualTo("reply");
    }

    /// In the window that isn't the main one.
    private String written() {
        var other =
                shownStages().stream()
                        .filter(stage -> !stage.equals(window().stage()))
                        .findFirst()
                        .orElseThrow();
        return FxThread.call(() -> ((TextField) other.getScene().lookup(".text-field")).getText());
    }

    @Test
    void windowsComeWithTheMainWindowAndStandWhereTheyStood() {
        var bounds = new WindowBounds(40, 50, 500, 400, false);
        world.set(
                world.tabs,
                world.tabs
                        .get()
                        .withWindow(new ChatWindow(LAYLA, Optional.of(bounds.written()), 0)));
        open();
        var stage = stageOf("Layla Haddad").orElseThrow();
        assertThat(FxThread.call(stage::getX)).isEqualTo(40);
        assertThat(FxThread.call(stage::getWidth)).isEqualTo(500);
        FxThread.run(() -> stage.setX(60));
        FxThread.run(() -> window().stage().hide());
        settle();
        assertThat(shownStages()).isEmpty();
        var kept = world.tabs.get().windows().getFirst().bounds().flatMap(WindowBounds::read);
        assertThat(kept).map(WindowBounds::x).contains(60.0);
    }

    private kith.model.OpenTabs askedFor(ChatKey chat) {
        return world.tabs.get().changingWindow(chat, ChatWindow::askedAgain);
    }

    private void arrange(Map<ChatKey, ChatFlags> flags) {
        FxThread.run(() -> world.set(world.flags, flags));
        settle();
    }

    private ChatFlags flags(ChatKey chat) {
        return world.flags.get().getOrDefault(chat, ChatFlags.NONE);
    }

    private void controlShift(KeyCode key) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT)
                .type(key)
                .release(KeyCode.SHIFT, KeyCode.CONTROL);
        settle();
    }

    private Node row(String title) {
        return find(
                node ->
                        node.getStyleClass().contains("row-name")
                                && isIn(node, "chats")
                                && title.equals(words(node)));
    }

    private List<String> rowTitles() {
        return FxThread.call(
                () ->
                        nodes().filter(MainWindowFixture::isShown)
                                .filter(node -> node.getStyleClass().contains("row-name"))
                                .filter(node -> isIn(node, "chats"))
                                .map(ArrangedWindowTest::words)
                                .toList());
    }

    private static String words(Node node) {
        return ((javafx.scene.control.Labeled) node).getText();
    }

    private Node tab(String start) {
        return find(node -> node.getStyleClass().contains("tab") && name(node).startsWith(start));
    }

    private boolean isInsertionShown() {
        return FxThread.call(
                () ->
                        nodes().filter(node -> node.getStyleClass().contains("insertion"))
                                .anyMatch(MainWindowFixture::isShown));
    }

    private static Bounds bounds(Node node) {
        return node.localToScreen(node.getBoundsInLocal());
    }

    /// What a menu looks like; it has a window of its own.
    private static void picture(String name) {
        var image =
                FxThread.call(
                        () ->
                                Window.getWindows().stream()
                                        .filter(ContextMenu.class::isInstance)
                                        .findFirst()
                                        .orElseThrow()
                                        .getScene()
                                        .snapshot(null));
        Snapshots.write(image, name);
    }

    private static List<String> menuTexts() {
        return menuItems().map(MenuItem::getText).toList();
    }

    private void choose(String text) {
        FxThread.run(
                () ->
                        menuItems()
                                .filter(item -> text.equals(item.getText()))
                                .findFirst()
                                .orElseThrow()
                                .fire());
        FxThread.run(
                () ->
                        Window.getWindows().stream()
                                .filter(ContextMenu.class::isInstance)
                                .toList()
                                .forEach(Window::hide));
        settle();
    }

    private static Stream<MenuItem> menuItems() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> item.getText() != null);
    }

    /// The window of a chat, apart from the main one.
    private Optional<Stage> stageOf(String title) {
        return shownStages().stream()
                .filter(stage -> !stage.equals(window().stage()))
                .filter(stage -> FxThread.call(stage::getTitle).startsWith(title))
                .findFirst();
    }

    private static List<Stage> shownStages() {
        return FxThread.call(
                () ->
                        Window.getWindows().stream()
                                .filter(Stage.class::isInstance)
                                .map(Stage.class::cast)
                                .toList());
    }
}
