package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import kith.gallery.SampleWorld;
import kith.model.ChatKey;
import kith.ui.fx.FxThread;
import kith.ui.widget.EmojiLabel;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/// The quick switcher under keyboard and mouse.
class SwitcherInWindowTest extends MainWindowFixture {

    @Test
    void typingAndEnterOpenAndTheChatHasTheFocus() {
        openSwitcher();
        robot.write("okafor tom", 0).type(KeyCode.ENTER);
        settle();
        assertThat(exists(".switcher")).isFalse();
        assertThat(selected()).isEqualTo("tom@okafor.example");
        assertThat(focusedName()).isEqualTo("tom@okafor.example");
    }

    @Test
    void enterAloneGoesToTheNewestOtherChat() {
        openSwitcher();
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(selected()).isEqualTo("print@rooms.hearth.example");
    }

    @Test
    void theArrowsMoveAndTheFocusStaysInTheField() {
        openSwitcher();
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP, KeyCode.TAB);
        settle();
        assertThat(focused().orElseThrow().getAccessibleHelp()).startsWith("Jonas Weber");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(selected()).isEqualTo("jonas@birke.example");
    }

    @Test
    void controlEnterOpensInTheBackgroundAndTheSwitcherStays() {
        openSwitcher();
        robot.write("dahl", 0);
        control(KeyCode.ENTER);
        assertThat(exists(".switcher")).isTrue();
        assertThat(selected()).isEqualTo("layla@cedar.example");
        assertThat(world.tabs.get().order()).contains(SampleWorld.key("henrik@nordlys.example"));
    }

    @Test
    void escapeClosesAndTheFocusGoesBack() {
        open();
        var before = focusedName();
        control(KeyCode.K);
        robot.write("pri", 0).type(KeyCode.ESCAPE);
        settle();
        assertThat(exists(".switcher")).isFalse();
        assertThat(focusedName()).isEqualTo(before);
        assertThat(selected()).isEqualTo("layla@cedar.example");
    }

    @Test
    void aClickOpens() {
        openSwitcher();
        robot.write("priya", 0);
        settle();
        robot.clickOn(found("Priya Natarajan"));
        settle();
        assertThat(exists(".switcher")).isFalse();
        assertThat(selected()).isEqualTo("priya@hearth.example");
        assertThat(focusedName()).isEqualTo("priya@hearth.example");
    }

    @Test
    void aMiddleClickOpensInTheBackgroundAndOneCanTypeOn() {
        openSwitcher();
        robot.write("d", 0);
        settle();
        robot.clickOn(found("Henrik Dahl"), MouseButton.MIDDLE);
        robot.write("ad@", 0).type(KeyCode.ENTER);
        settle();
        assertThat(world.tabs.get().order()).contains(SampleWorld.key("henrik@nordlys.example"));
        assertThat(selected()).isEqualTo("dad@hearth.example");
    }

    @Test
    void aClickOnAHeadDoesNothingAndOneBesideCloses() {
        openSwitcher();
        robot.clickOn(".switcher-head");
        settle();
        assertThat(exists(".switcher")).isTrue();
        robot.clickOn(window().scene().getWindow().getX() + 4, 400, MouseButton.PRIMARY);
        settle();
        assertThat(exists(".switcher")).isFalse();
    }

    @Test
    void whatIsOpenAlreadyIsShownWhereTheWindowIsNarrow() {
        open(480, 640);
        assertThat(isShown(lookUp(".sidebar"))).isTrue();
        control(KeyCode.K);
        robot.write("layla", 0).type(KeyCode.ENTER);
        settle();
        assertThat(isShown(lookUp(".sidebar"))).isFalse();
        assertThat(focusedName()).isEqualTo("layla@cedar.example");
    }

    @Test
    void whatIsNoPlaceIsSearchedInTheMessages() {
        openSwitcher();
        robot.write("mittwoch", 0);
        settle();
        assertThat(focused().orElseThrow().getAccessibleHelp())
                .isEqualTo("Search messages for “mittwoch”");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(exists(".switcher")).isFalse();
        assertThat(isShown(lookUp(".search-page"))).isTrue();
    }

    private void openSwitcher() {
        open();
        control(KeyCode.K);
        assertThat(exists(".switcher")).isTrue();
    }

    private Node lookUp(String selector) {
        return FxThread.call(() -> window().scene().getRoot().lookup(selector));
    }

    private Node found(String name) {
        return find(
                node ->
                        node instanceof EmojiLabel label
                                && label.getText().equals(name)
                                && isIn(node, "switcher"));
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
}
