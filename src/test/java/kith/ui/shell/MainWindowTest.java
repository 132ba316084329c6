package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;

import kith.gallery.SampleWindow;
import kith.gallery.SampleWorld;
import kith.model.Availability;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.ConnectionState;
import kith.model.Fault;
import kith.model.OpenTabs;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The window under keyboard and mouse, on the sample world.
class MainWindowTest {

    private final FxRobot robot = new FxRobot();
    private final SampleWorld world = SampleWorld.full();
    private Optional<SampleWindow> opened = Optional.empty();

    @AfterEach
    void closeWindow() {
        FxThread.run(() -> Window.getWindows().stream().toList().forEach(Window::hide));
    }

    @Test
    void controlTabGoesToTheNextTabAndItsPageHasTheFocus() {
        open();
        control(KeyCode.TAB);
        assertThat(selected()).isEqualTo("print@rooms.hearth.example");
        assertThat(focusedName()).isEqualTo("print@rooms.hearth.example");
        controlShift(KeyCode.TAB);
        assertThat(selected()).isEqualTo("layla@cedar.example");
    }

    @Test
    void controlWClosesAndControlShiftWOpensAgain() {
        open();
        control(KeyCode.W);
        assertThat(selected()).isEqualTo("print@rooms.hearth.example");
        controlShift(KeyCode.W);
        assertThat(selected()).isEqualTo("layla@cedar.example");
    }

    @Test
    void controlAndANumberGoToThatTab() {
        open();
        control(KeyCode.DIGIT1);
        assertThat(selected()).isEqualTo("ingrid@hearth.example");
        control(KeyCode.DIGIT8);
        assertThat(selected()).isEqualTo("misaki@sakura.example");
    }

    @Test
    void enterInTheFilterOpensTheFirstMatch() {
        open();
        control(KeyCode.K);
        robot.write("tom", 0).type(KeyCode.ENTER);
        settle();
        assertThat(selected()).isEqualTo("tom@okafor.example");
        assertThat(focusedName()).isEqualTo("tom@okafor.example");
    }

    @Test
    void theListIsWalkedWithTheArrowsAndOpenedWithEnter() {
        open();
        control(KeyCode.K);
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        settle();
        assertThat(selected()).isEqualTo("jonas@birke.example");
    }

    @Test
    void aMiddleClickInTheListOpensInTheBackground() {
        open();
        control(KeyCode.W);
        robot.clickOn(text("Layla Haddad"), MouseButton.MIDDLE);
        settle();
        assertThat(selected()).isEqualTo("print@rooms.hearth.example");
        assertThat(world.tabs.get().order()).contains(SampleWorld.key("layla@cedar.example"));
    }

    @Test
    void aClickInTheListOpensAndFocusesTheChat() {
        open();
        robot.clickOn(text("typing…"));
        settle();
        assertThat(selected()).isEqualTo("olena@dnipro.example");
        assertThat(focusedName()).isEqualTo("olena@dnipro.example");
    }

    @Test
    void aMiddleClickClosesATab() {
        open();
        robot.clickOn(tab("Mum"), MouseButton.MIDDLE);
        settle();
        assertThat(world.tabs.get().order())
                .doesNotContain(SampleWorld.key("ingrid@hearth.example"));
    }

    @Test
    void aTabIsDraggedToAnotherPlace() {
        open();
        var harbour = tab("Harbour");
        var target = FxThread.call(() -> bounds(harbour));
        robot.drag(tab("Mum")).moveTo(target.getMaxX() - 8, target.getCenterY()).drop();
        settle();
        assertThat(world.tabs.get().order().stream().map(key -> key.peer().toString()))
                .startsWith(
                        "layla@cedar.example",
                        "print@rooms.hearth.example",
                        "ingrid@hearth.example");
    }

    @Test
    void inTheStripTheArrowsWalkEnterSelectsAndDeleteCloses() {
        open();
        robot.type(KeyCode.F6, KeyCode.F6); // from the page over the sidebar to the tabs
        robot.type(KeyCode.RIGHT, KeyCode.ENTER);
        settle();
        assertThat(selected()).isEqualTo("print@rooms.hearth.example");
        robot.type(KeyCode.F6, KeyCode.F6, KeyCode.HOME, KeyCode.DELETE);
        settle();
        assertThat(world.tabs.get().order())
                .doesNotContain(SampleWorld.key("ingrid@hearth.example"));
    }

    @Test
    void escapeClosesTheProfileMenuAndTheFocusGoesBack() {
        open();
        robot.clickOn(".profile-button");
        settle();
        assertThat(exists(".profile-menu")).isTrue();
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(exists(".profile-menu")).isFalse();
        assertThat(focused().orElseThrow().getStyleClass()).contains("profile-button");
    }

    @Test
    void aStateIsChosenInTheProfileMenu() {
        open();
        robot.clickOn(".profile-button");
        robot.clickOn(text("Do not disturb"));
        settle();
        assertThat(world.presence.get().availability()).isEqualTo(Availability.BUSY);
        assertThat(world.presence.get().status()).isEqualTo("in the studio");
        assertThat(exists(".profile-menu")).isFalse();
    }

    @Test
    void theStatusTextIsTakenWithEnter() {
        open();
        robot.clickOn(".profile-button");
        control(KeyCode.A);
        robot.write("at lunch", 0).type(KeyCode.ENTER);
        settle();
        assertThat(world.presence.get().status()).isEqualTo("at lunch");
    }

    @Test
    void aClickBesideAPopoverClosesIt() {
        open();
        robot.clickOn(".profile-button");
        settle();
        robot.clickOn(window().scene().getWindow(), MouseButton.PRIMARY);
        settle();
        assertThat(exists(".profile-menu")).isFalse();
    }

    @Test
    void aDialogKeepsTheKeysToItself() {
        open();
        control(KeyCode.N);
        control(KeyCode.W);
        assertThat(selected()).isEqualTo("layla@cedar.example");
        for (int i = 0; i < 12; i++) {
            robot.type(KeyCode.TAB);
            settle();
            assertThat(isWithinDialog(focused().orElseThrow())).as("Tab " + i).isTrue();
        }
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(exists(".form-dialog")).isFalse();
        control(KeyCode.W);
        assertThat(selected()).isEqualTo("print@rooms.hearth.example");
    }

    @Test
    void aNewChatIsOpenedFromTheKeyboard() {
        open();
        control(KeyCode.N);
        robot.write("samuel@otieno.example", 0).type(KeyCode.ENTER);
        settle();
        assertThat(exists(".form-dialog")).isFalse();
        assertThat(selected()).isEqualTo("samuel@otieno.example");
        assertThat(window().viewModels().commands()).contains("add samuel@otieno.example");
    }

    @Test
    void aChatThatComesToTheFrontUnderADialogHasTheFocusOnceThatIsClosed() {
        open();
        control(KeyCode.G);
        FxThread.run(() -> world.select("print@rooms.hearth.example"));
        settle();
        assertThat(isWithinDialog(focused().orElseThrow())).isTrue();
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(focusedName()).isEqualTo("print@rooms.hearth.example");
    }

    @Test
    void whatWasMistypedIsSaidAtTheField() {
        open();
        control(KeyCode.G);
        robot.write("no room", 0).type(KeyCode.ENTER);
        settle();
        assertThat(texts()).contains("A room’s address looks like room@rooms.server");
        assertThat(exists(".form-dialog")).isTrue();
    }

    @Test
    void theBannerStandsUnderTheHeaderOfTheChatInFront() {
        world.loseConnection();
        open();
        assertThat(texts()).contains("No connection, retrying in 8 s.");
        control(KeyCode.TAB);
        assertThat(texts()).contains("No connection, retrying in 8 s.");
        robot.clickOn(text("Retry now"));
        settle();
        assertThat(window().viewModels().commands()).contains("retry 1", "retry 2");
    }

    @Test
    void withoutATabTheBannerIsThereAllTheSame() {
        world.loseConnection();
        world.set(world.tabs, OpenTabs.NONE);
        open();
        assertThat(texts()).contains("No connection, retrying in 8 s.", "No chat is open");
    }

    @Test
    void whoHasNoChatYetIsShownTheFirstSteps() {
        world.set(world.tabs, OpenTabs.NONE);
        world.set(world.chats, List.of());
        open();
        assertThat(texts()).contains("You’re in", "Your address is mara@hearth.example.");
        robot.clickOn(text("Add a contact"));
        settle();
        assertThat(exists(".form-dialog")).isTrue();
    }

    @Test
    void aRefusedPasswordLeadsToSigningInAgainAndBack() {
        var problem = new ConnectionProblem(ConnectionProblem.Kind.WRONG_PASSWORD, "");
        world.connect(SampleWorld.BIRKE, new ConnectionState.Stopped(problem));
        open();
        robot.clickOn(text("Sign in again"));
        settle();
        assertThat(texts()).contains("Kith needs the password of this account.");
        robot.write("open sesame", 0).type(KeyCode.ENTER);
        settle();
        assertThat(window().viewModels().commands()).contains("sign in mara@birke.example");
        robot.clickOn(".corner");
        settle();
        assertThat(exists(".sidebar")).isTrue();
    }

    @Test
    void aFaultIsToldUntilItIsPutAway() {
        open();
        FxThread.run(
                () ->
                        world.set(
                                world.fault,
                                Optional.of(new Fault("k3x9ab", "The disk is full."))));
        assertThat(texts()).contains("The disk is full.");
        robot.clickOn(".toast .icon-button");
        settle();
        assertThat(exists(".toast")).isFalse();
    }

    @Test
    void theChatInFrontIsWatchedWhileTheWindowHasTheFocus() {
        open();
        assertThat(window().viewModels().watched())
                .contains(SampleWorld.key("layla@cedar.example"));
        control(KeyCode.TAB);
        assertThat(window().viewModels().watched())
                .contains(SampleWorld.key("print@rooms.hearth.example"));
    }

    @Test
    void whereNarrowTheListIsInFrontUntilAChatIsOpened() {
        open(480, 640);
        assertThat(window().viewModels().watched()).isEmpty();
        assertThat(isShown(".tab-strip")).isFalse();
        robot.clickOn(text("typing…"));
        settle();
        assertThat(isShown(".tab-strip")).isTrue();
        assertThat(isShown(".sidebar")).isFalse();
        assertThat(window().viewModels().watched())
                .contains(SampleWorld.key("olena@dnipro.example"));
    }

    @Test
    void theWindowIsCalledAfterTheChatInFront() {
        open();
        assertThat(title()).isEqualTo("Layla Haddad – Kith");
        FxThread.run(() -> world.set(world.tabs, OpenTabs.NONE));
        assertThat(title()).isEqualTo("Kith");
    }

    @Test
    void everyButtonAndFieldHasAName() {
        open();
        robot.clickOn(".profile-button");
        settle();
        var nameless =
                FxThread.call(
                        () ->
                                nodes().filter(
                                                node ->
                                                        node instanceof Button
                                                                || node instanceof CheckBox
                                                                || node instanceof TextField)
                                        .filter(node -> name(node).isBlank())
                                        .toList());
        assertThat(nameless).isEmpty();
    }

    @Test
    void controlQEndsTheProgram() {
        open();
        control(KeyCode.Q);
        assertThat(window().isEnded()).isTrue();
    }

    private void open() {
        open(1000, 780);
    }

    private void open(double width, double height) {
        var shown =
                FxThread.call(
                        () -> {
                            var made = new SampleWindow(world);
                            made.stage().setX(0); // the headless screen is small
                            made.stage().setY(0);
                            made.stage().setWidth(width);
                            made.stage().setHeight(height);
                            made.stage().show();
                            made.stage().requestFocus();
                            return made;
                        });
        opened = Optional.of(shown);
        settle();
    }

    private SampleWindow window() {
        return opened.orElseThrow();
    }

    private void control(KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
        settle();
    }

    private void controlShift(KeyCode key) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT)
                .type(key)
                .release(KeyCode.SHIFT, KeyCode.CONTROL);
        settle();
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String selected() {
        return world.tabs.get().selected().map(ChatKey::peer).orElseThrow().toString();
    }

    private Optional<Node> focused() {
        return FxThread.call(() -> Optional.ofNullable(window().scene().getFocusOwner()));
    }

    private String focusedName() {
        return focused().map(Node::getAccessibleText).orElseThrow();
    }

    private String title() {
        return FxThread.call(() -> window().stage().getTitle());
    }

    private boolean exists(String selector) {
        return FxThread.call(() -> window().scene().getRoot().lookup(selector) != null);
    }

    private boolean isShown(String selector) {
        return FxThread.call(() -> isShown(window().scene().getRoot().lookup(selector)));
    }

    private static boolean isShown(Node node) {
        return Stream.iterate(Optional.of(node), Optional::isPresent, at -> at.map(Node::getParent))
                .allMatch(at -> at.orElseThrow().isVisible());
    }

    private Node text(String text) {
        return find(node -> node instanceof Labeled labeled && text.equals(labeled.getText()));
    }

    private Node tab(String start) {
        return find(node -> node.getStyleClass().contains("tab") && name(node).startsWith(start));
    }

    private Node find(Predicate<Node> wanted) {
        return FxThread.call(
                () ->
                        nodes().filter(MainWindowTest::isShown)
                                .filter(wanted)
                                .findFirst()
                                .orElseThrow());
    }

    private List<String> texts() {
        return FxThread.call(
                () ->
                        nodes().filter(Labeled.class::isInstance)
                                .filter(MainWindowTest::isShown)
                                .map(
                                        node ->
                                                Optional.ofNullable(((Labeled) node).getText())
                                                        .orElse(""))
                                .toList());
    }

    private Stream<Node> nodes() {
        return nodes(window().scene().getRoot());
    }

    private static Stream<Node> nodes(Node node) {
        var inside =
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(MainWindowTest::nodes)
                        : Stream.<Node>empty();
        return Stream.concat(Stream.of(node), inside);
    }

    private static String name(Node node) {
        var spoken = Optional.ofNullable(node.getAccessibleText()).orElse("");
        return spoken.isBlank() && node instanceof Labeled labeled
                ? Optional.ofNullable(labeled.getText()).orElse("")
                : spoken;
    }

    private static boolean isWithinDialog(Node node) {
        return Stream.iterate(Optional.of(node), Optional::isPresent, at -> at.map(Node::getParent))
                .anyMatch(at -> at.orElseThrow().getStyleClass().contains("scrim"));
    }

    private static Bounds bounds(Node node) {
        return node.localToScreen(node.getBoundsInLocal());
    }
}
