package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import kith.gallery.SampleWorld;
import kith.model.Availability;
import kith.model.ChatKey;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.stream.Stream;

/// The window under keyboard and mouse: where they lead, and what has the focus then.
class MainWindowInputTest extends MainWindowFixture {

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
    void keysThatAreBoundToNothingBelongToTheField() {
        open();
        robot.write("one two", 0);
        control(KeyCode.LEFT);
        control(KeyCode.BACK_SPACE);
        control(KeyCode.D);
        controlShift(KeyCode.K);
        robot.type(KeyCode.HOME).write("3 ", 0);
        settle();
        assertThat(((TextField) focused().orElseThrow()).getText()).isEqualTo("3 two");
        assertThat(selected()).isEqualTo("layla@cedar.example");
    }

    @Test
    void theTextGrowsAndShrinksAndIsRemembered() {
        open();
        controlShift(KeyCode.EQUALS);
        control(KeyCode.PLUS);
        assertThat(window().remembered()).containsEntry("window.textSize", "16");
        control(KeyCode.MINUS);
        assertThat(window().remembered()).containsEntry("window.textSize", "15");
        control(KeyCode.DIGIT0);
        assertThat(window().remembered()).containsEntry("window.textSize", "14");
    }

    @Test
    void keysThatWereChosenDoInPlaceOfTheDefaults() {
        remember("window.shortcuts", "CLOSE_CHAT F4");
        open();
        control(KeyCode.W);
        assertThat(selected()).isEqualTo("layla@cedar.example");
        robot.type(KeyCode.F4);
        settle();
        assertThat(selected()).isEqualTo("print@rooms.hearth.example");
    }

    @Test
    void controlShiftFSearchesAndEnterLeadsToTheMessageInItsChat() {
        open();
        controlShift(KeyCode.F);
        robot.write("mittwoch", 0);
        settle();
        assertThat(exists(".search-page .list-cell:filled")).isTrue();
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(isShown(lookUp(".search-page"))).isFalse();
        assertThat(selected()).isEqualTo("print@rooms.hearth.example");
        assertThat(pageField()).isEqualTo("message 995");
    }

    @Test
    void theSearchIsATabThatKeepsWhatWasFound() {
        open();
        controlShift(KeyCode.F);
        robot.write("mittwoch", 0);
        settle();
        control(KeyCode.TAB);
        assertThat(isShown(lookUp(".search-page"))).isFalse();
        assertThat(selected()).isNotEqualTo("");
        controlShift(KeyCode.F);
        assertThat(isShown(lookUp(".search-page"))).isTrue();
        assertThat(isShown(text("mittwoch"))).isTrue();
        assertThat(exists(".search-page .list-cell:filled")).isTrue();
        control(KeyCode.W);
        assertThat(exists(".search-page")).isFalse();
        assertThat(exists(".search-tab")).isFalse();
    }

    @Test
    void aClickShowsTheMessageInItsChatAndAButtonOpensThat() {
        open(1200, 780);
        controlShift(KeyCode.F);
        robot.write("paper", 0);
        settle();
        robot.clickOn(text("Samuel Otieno"));
        settle();
        assertThat(isShown(text("3 of 7"))).isTrue();
        robot.clickOn(text("Open chat"));
        settle();
        assertThat(selected()).isEqualTo("print@rooms.hearth.example");
        assertThat(pageField()).isEqualTo("message 998");
    }

    @Test
    void aChatOfTheListLeavesTheSearchAlsoWhereItWasInFrontBefore() {
        open();
        controlShift(KeyCode.F);
        control(KeyCode.K);
        robot.write("layla", 0).type(KeyCode.ENTER);
        settle();
        assertThat(isShown(lookUp(".search-page"))).isFalse();
        assertThat(focusedName()).isEqualTo("layla@cedar.example");
    }

    @Test
    void aFilterThatIsWrittenBecomesAChipThatCanBeTakenAway() {
        open();
        controlShift(KeyCode.F);
        robot.write("from:henrik ", 0).type(KeyCode.SHIFT).write("paper", 0);
        settle();
        var chip = text("From: henrik");
        assertThat(isShown(chip)).isTrue();
        assertThat(((TextField) lookUp(".search-page .search-field")).getText()).isEqualTo("paper");
        robot.clickOn(chip);
        settle();
        assertThat(nodes().anyMatch(node -> name(node).startsWith("From: henrik"))).isFalse();
    }

    @Test
    void theSwitcherSearchesForWhatIsTyped() {
        open();
        control(KeyCode.K);
        robot.write("mittwoch", 0).type(KeyCode.ENTER);
        settle();
        assertThat(exists(".switcher")).isFalse();
        assertThat(((TextField) lookUp(".search-page .search-field")).getText())
                .isEqualTo("mittwoch");
        assertThat(exists(".search-page .list-cell:filled")).isTrue();
    }

    @Test
    void whatIsFoundIsWalkedWithTheArrows() {
        open();
        controlShift(KeyCode.F);
        robot.write("order", 0).type(KeyCode.DOWN, KeyCode.ENTER);
        settle();
        assertThat(selected()).isEqualTo("print@rooms.hearth.example");
        assertThat(pageField()).isEqualTo("message 999");
    }

    @Test
    void escapeLeavesTheSearch() {
        open();
        controlShift(KeyCode.F);
        robot.write("order", 0).type(KeyCode.ESCAPE, KeyCode.ESCAPE);
        settle();
        assertThat(exists(".search-page")).isFalse();
        assertThat(selected()).isEqualTo("layla@cedar.example");
    }

    @Test
    void enterInTheFilterOpensTheFirstMatch() {
        open();
        control(KeyCode.L);
        robot.write("tom", 0).type(KeyCode.ENTER);
        settle();
        assertThat(selected()).isEqualTo("tom@okafor.example");
        assertThat(focusedName()).isEqualTo("tom@okafor.example");
    }

    @Test
    void theListIsWalkedWithTheArrowsAndOpenedWithEnter() {
        open();
        control(KeyCode.L);
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
        assertThat(exists(".dialog-frame")).isFalse();
        control(KeyCode.W);
        assertThat(selected()).isEqualTo("print@rooms.hearth.example");
    }

    @Test
    void aNewChatIsOpenedFromTheKeyboard() {
        open();
        control(KeyCode.N);
        robot.write("samuel@otieno.example", 0).type(KeyCode.ENTER);
        settle();
        assertThat(exists(".dialog-frame")).isFalse();
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
    void controlQEndsTheProgram() {
        open();
        control(KeyCode.Q);
        assertThat(window().isEnded()).isTrue();
    }

    private void controlShift(KeyCode key) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT)
                .type(key)
                .release(KeyCode.SHIFT, KeyCode.CONTROL);
        settle();
    }

    private String selected() {
        return world.tabs.get().selected().map(ChatKey::peer).orElseThrow().toString();
    }

    private Optional<Node> focused() {
        return FxThread.call(() -> Optional.ofNullable(window().scene().getFocusOwner()));
    }

    /// What the page that has the focus was told to show.
    private Node lookUp(String selector) {
        return FxThread.call(() -> window().scene().getRoot().lookup(selector));
    }

    private String pageField() {
        return FxThread.call(() -> ((TextField) window().scene().getFocusOwner()).getText());
    }

    private String focusedName() {
        return focused().map(Node::getAccessibleText).orElseThrow();
    }

    private Node tab(String start) {
        return find(node -> node.getStyleClass().contains("tab") && name(node).startsWith(start));
    }

    private static boolean isWithinDialog(Node node) {
        return Stream.iterate(Optional.of(node), Optional::isPresent, at -> at.map(Node::getParent))
                .anyMatch(at -> at.orElseThrow().getStyleClass().contains("scrim"));
    }

    private static Bounds bounds(Node node) {
        return node.localToScreen(node.getBoundsInLocal());
    }
}
