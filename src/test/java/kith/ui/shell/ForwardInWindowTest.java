package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import kith.model.ChatKey;
import kith.ui.fx.FxThread;
import kith.ui.widget.EmojiLabel;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// Choosing where a message is forwarded to, under keyboard and mouse.
class ForwardInWindowTest extends MainWindowFixture {

    private static final String WORDS = ": Forwarded from Layla, today:\n> See you on Friday";

    @Test
    void theKeyboardAloneForwardsAndTheUserStaysWhereTheyAre() {
        openChooser();
        robot.write("okafor tom", 0).type(KeyCode.ENTER);
        settle();
        assertThat(exists(".switcher")).isFalse();
        assertThat(forwarded()).containsExactly("forward to tom@okafor.example" + WORDS);
        assertThat(selected()).isEqualTo("layla@cedar.example");
        assertThat(focused().map(Node::getAccessibleText)).contains("layla@cedar.example");
        assertThat(toast()).isEqualTo("Forwarded to Tom Okafor");
    }

    @Test
    void theToastOpensTheChatAndTakesNoFocusBefore() {
        openChooser();
        robot.write("okafor tom", 0).type(KeyCode.ENTER);
        settle();
        robot.clickOn(text("Open"));
        settle();
        assertThat(selected()).isEqualTo("tom@okafor.example");
        assertThat(exists(".toast")).isFalse();
    }

    @Test
    void severalArePickedAndTheirNamesAreShownBeforeAnythingIsSent() {
        openChooser();
        robot.write("dahl", 0);
        control(KeyCode.ENTER);
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        robot.write("jonas", 0);
        control(KeyCode.ENTER);
        assertThat(forwarded()).isEmpty();
        assertThat(picked()).isEqualTo("Henrik Dahl, Jonas Weber");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(forwarded())
                .containsExactly(
                        "forward to henrik@nordlys.example" + WORDS,
                        "forward to jonas@birke.example" + WORDS);
        assertThat(toast()).isEqualTo("Forwarded to 2 chats");
    }

    @Test
    void aClickPicksASecondOneLeavesAndTheButtonSends() {
        openChooser();
        robot.write("jonas", 0);
        settle();
        robot.clickOn(found("Jonas Weber"));
        settle();
        assertThat(picked()).isEqualTo("Jonas Weber");
        assertThat(exists(".switcher")).isTrue();
        robot.clickOn(found("Jonas Weber"));
        settle();
        assertThat(picked()).isEmpty();
        robot.clickOn(found("Jonas Weber"));
        settle();
        assertThat(forwarded()).isEmpty();
        robot.clickOn(text("Forward"));
        settle();
        assertThat(forwarded()).containsExactly("forward to jonas@birke.example" + WORDS);
    }

    @Test
    void escapeForwardsNothing() {
        openChooser();
        robot.write("jonas", 0);
        control(KeyCode.ENTER);
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(exists(".switcher")).isFalse();
        assertThat(forwarded()).isEmpty();
        assertThat(exists(".toast")).isFalse();
    }

    @Test
    void whatIsFoundNowhereIsNotSearchedInTheMessages() {
        openChooser();
        robot.write("mittwoch", 0).type(KeyCode.ENTER);
        settle();
        assertThat(exists(".switcher")).isTrue();
        assertThat(forwarded()).isEmpty();
    }

    private void openChooser() {
        open();
        robot.press(KeyCode.SHIFT);
        control(KeyCode.L);
        robot.release(KeyCode.SHIFT);
        settle();
        assertThat(exists(".switcher")).isTrue();
    }

    private List<String> forwarded() {
        return window().viewModels().commands().stream()
                .filter(command -> command.startsWith("forward"))
                .toList();
    }

    private String picked() {
        return ((EmojiLabel) find(node -> node.getStyleClass().contains("switcher-picked")))
                .getText();
    }

    private String toast() {
        return find(node -> node.getStyleClass().contains("toast")).getAccessibleText();
    }

    private Node found(String name) {
        return find(
                node ->
                        node instanceof EmojiLabel label
                                && label.getText().equals(name)
                                && isIn(node, "places"));
    }

    private String selected() {
        return world.tabs.get().selected().map(ChatKey::peer).orElseThrow().toString();
    }

    private Optional<Node> focused() {
        return FxThread.call(() -> Optional.ofNullable(window().scene().getFocusOwner()));
    }
}
