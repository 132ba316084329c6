package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import kith.model.ChatKey;
import kith.ui.fx.FxThread;
import kith.ui.keys.KeyAction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// The list of shortcuts, and changing keys in it, under keyboard and mouse.
class ShortcutsInWindowTest extends MainWindowFixture {

    @Test
    void controlSlashControlQuestionMarkAndF1OpenItAndEscapeCloses() {
        open();
        control(KeyCode.SLASH);
        assertThat(exists(".shortcuts")).isTrue();
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(exists(".shortcuts")).isFalse();
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.SLASH);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
        settle();
        assertThat(exists(".shortcuts")).isTrue();
        robot.type(KeyCode.ESCAPE, KeyCode.F1);
        settle();
        assertThat(exists(".shortcuts")).isTrue();
    }

    @Test
    void aClickAndOtherKeysChangeAShortcutEverywhereAtOnce() {
        open();
        control(KeyCode.SLASH);
        robot.clickOn(shortcut("New chat"));
        control(KeyCode.J);
        assertThat(name(shortcut("New chat"))).isEqualTo("New chat, Ctrl J");
        assertThat(window().remembered()).containsEntry("window.shortcuts", "NEW_CHAT Shortcut+J");
        robot.type(KeyCode.ESCAPE);
        settle();
        control(KeyCode.N);
        assertThat(exists(".dialog-frame")).isFalse();
        control(KeyCode.J);
        assertThat(exists(".dialog-frame")).isTrue();
    }

    @Test
    void enterAsksForKeysAndEscapeLeavesThemButNotTheList() {
        open();
        control(KeyCode.SLASH);
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(name(focused())).startsWith("Press the new keys for “Jump to a chat”");
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(exists(".shortcuts")).isTrue();
        assertThat(name(focused())).isEqualTo("Jump to a chat, Ctrl K");
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(exists(".shortcuts")).isFalse();
        control(KeyCode.W);
        assertThat(selected()).isEqualTo("print@rooms.hearth.example");
    }

    @Test
    void keysThatAreInUseAreRefusedInAClearSentence() {
        open();
        control(KeyCode.SLASH);
        robot.clickOn(shortcut("New chat"));
        control(KeyCode.G);
        assertThat(said())
                .contains(
                        "Ctrl G is already for “Join a room”."
                                + " Press other keys, or change that one first.");
        control(KeyCode.C);
        assertThat(said()).contains("Ctrl C is needed where you write. Press other keys.");
        robot.type(KeyCode.A);
        settle();
        assertThat(said()).contains("A alone is needed where you write. Hold Ctrl or Alt with it.");
        robot.type(KeyCode.F4);
        settle();
        assertThat(name(shortcut("New chat"))).isEqualTo("New chat, F4");
        assertThat(said()).contains("Choose one to change its keys.");
    }

    @Test
    void usualKeysComeBackOneByOneAndAllAtOnce() {
        remember("window.shortcuts", "NEW_CHAT Shortcut+J\nQUIT F4");
        open();
        control(KeyCode.SLASH);
        robot.clickOn(find(node -> name(node).equals("Give “New chat” its usual keys back")));
        settle();
        assertThat(name(shortcut("New chat"))).isEqualTo("New chat, Ctrl N");
        assertThat(window().remembered()).containsEntry("window.shortcuts", "QUIT F4");
        robot.clickOn(text("Reset all"));
        settle();
        assertThat(name(shortcut("Quit"))).isEqualTo("Quit, Ctrl Q");
        assertThat(window().remembered()).containsEntry("window.shortcuts", "");
    }

    @Test
    void theTabKeysStayInsideAndTheProfileMenuLeadsHereToo() {
        open();
        robot.clickOn(".profile-button");
        robot.clickOn(text("Shortcuts"));
        settle();
        assertThat(exists(".shortcuts")).isTrue();
        for (int i = 0; i < 30; i++) {
            robot.type(KeyCode.TAB);
        }
        settle();
        assertThat(isIn(focused(), "shortcuts")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1200, 780, 14", "1000, 780, 18", "480, 640, 14"})
    void noNameIsCutShort(double width, double height, String textSize) {
        remember("window.textSize", textSize);
        open(width, height);
        control(KeyCode.SLASH);
        var names = shownNames();
        assertThat(names).hasSizeGreaterThan(KeyAction.values().length);
        assertThat(names).noneMatch(name -> name.endsWith("…"));
    }

    /// As they are drawn.
    private List<String> shownNames() {
        return FxThread.call(
                () ->
                        nodes().filter(node -> isIn(node, "shortcut-line"))
                                .filter(Text.class::isInstance)
                                .filter(node -> !isIn(node, "caps"))
                                .map(node -> ((Text) node).getText())
                                .toList());
    }

    @Test
    void whoClosesItWhileKeysAreAwaitedHasTheKeyboardBack() {
        open();
        control(KeyCode.SLASH);
        robot.clickOn(shortcut("New chat"));
        robot.clickOn(find(node -> name(node).equals("Close") && isIn(node, "shortcuts")));
        settle();
        control(KeyCode.W);
        assertThat(selected()).isEqualTo("print@rooms.hearth.example");
        assertThat(window().remembered()).doesNotContainKey("window.shortcuts");
    }

    private Node shortcut(String start) {
        return find(
                node -> node.getStyleClass().contains("shortcut") && name(node).startsWith(start));
    }

    private List<String> said() {
        return FxThread.call(
                () ->
                        nodes().filter(Label.class::isInstance)
                                .filter(MainWindowFixture::isShown)
                                .map(node -> ((Label) node).getText())
                                .toList());
    }

    private Node focused() {
        return FxThread.call(() -> window().scene().getFocusOwner());
    }

    private String selected() {
        return world.tabs.get().selected().map(ChatKey::peer).orElseThrow().toString();
    }
}
