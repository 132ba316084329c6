package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import kith.model.ChatKey;
import kith.ui.composer.Written;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// The shortcuts that chat programs share, each pressed in the window: a test for each line of the
/// list that they were taken from.
class CommonShortcutsTest extends MainWindowFixture {

    private static final String ROOM = "print@rooms.hearth.example";

    /// Before their window: JavaFX loses count of those that go with it.
    @AfterEach
    void closePopups() {
        FxThread.run(
                () ->
                        Window.getWindows().stream()
                                .filter(PopupWindow.class::isInstance)
                                .toList()
                                .forEach(Window::hide));
    }

    @Test
    void quickSwitcher() {
        open();
        control(KeyCode.K);
        assertThat(exists(".switcher")).isTrue();
    }

    @Test
    void startChat() {
        open();
        control(KeyCode.N);
        assertThat(isShown(text("New chat"))).isTrue();
    }

    @Test
    void joinRoom() {
        open();
        control(KeyCode.G);
        assertThat(isShown(text("Join a room"))).isTrue();
    }

    @Test
    void searchInThisChat() {
        openConversations(1000, 780);
        control(KeyCode.F);
        assertThat(exists(".find-bar")).isTrue();
    }

    @Test
    void searchEverywhere() {
        open();
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        assertThat(exists(".search-page")).isTrue();
    }

    @Test
    void nextAndPreviousChat() {
        open();
        var first = selected();
        press(KeyCode.ALT, KeyCode.DOWN);
        assertThat(selected()).isEqualTo(ROOM);
        press(KeyCode.ALT, KeyCode.UP);
        assertThat(selected()).isEqualTo(first);
        control(KeyCode.PAGE_DOWN);
        assertThat(selected()).isEqualTo(ROOM);
        control(KeyCode.PAGE_UP);
        assertThat(selected()).isEqualTo(first);
    }

    @Test
    void nextAndPreviousUnread() {
        open();
        var first = selected();
        press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DOWN);
        var next = selected();
        assertThat(next).isNotEqualTo(first);
        press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(selected()).isNotEqualTo(next);
        press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.UP);
        assertThat(selected()).isEqualTo(next);
    }

    @Test
    void nthChat() {
        open();
        control(KeyCode.DIGIT1);
        assertThat(selected()).isEqualTo("ingrid@hearth.example");
        control(KeyCode.DIGIT3);
        assertThat(selected()).isEqualTo(ROOM);
    }

    @Test
    void closeChatAndReopen() {
        open();
        var first = selected();
        control(KeyCode.W);
        assertThat(selected()).isNotEqualTo(first);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
        assertThat(selected()).isEqualTo(first);
    }

    @Test
    void preferences() {
        open();
        control(KeyCode.COMMA);
        assertThat(exists(".settings")).isTrue();
    }

    @Test
    void shortcutHelp() {
        open();
        control(KeyCode.SLASH);
        assertThat(exists(".shortcuts")).isTrue();
        robot.type(KeyCode.ESCAPE);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.SLASH);
        assertThat(exists(".shortcuts")).isTrue();
    }

    @Test
    void detailsPane() {
        openConversations(1200, 780);
        press(KeyCode.ALT, KeyCode.DOWN);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
        assertThat(exists(".room-details")).isTrue();
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
        assertThat(exists(".room-details")).isFalse();
    }

    @Test
    void attachFile() {
        open();
        control(KeyCode.U);
        assertThat(((TextField) focused()).getText()).isEqualTo("files");
    }

    @Test
    void emojiPicker() {
        openConversations(1000, 780);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J);
        assertThat(isOpen(".emoji-picker")).isTrue();
    }

    @Test
    void editLastMessage() {
        openConversations(1000, 780);
        robot.type(KeyCode.UP);
        settle();
        assertThat(written()).isEqualTo("Lovely. I’ll sign it off before lunch.");
        robot.type(KeyCode.ESCAPE).write("On my way", 0);
        control(KeyCode.UP);
        assertThat(written()).isEqualTo("Lovely. I’ll sign it off before lunch.");
        robot.write("!", 0);
        control(KeyCode.UP); // what was changed already is not lost
        assertThat(written()).isEqualTo("Lovely. I’ll sign it off before lunch.!");
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(written()).isEqualTo("On my way");
    }

    @Test
    void replyToTheLastMessage() {
        openConversations(1000, 780);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        assertThat(isOpen(".reply-bar")).isTrue();
    }

    @Test
    void reactToTheLastMessage() {
        openConversations(1000, 780);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        assertThat(isOpen(".emoji-picker")).isTrue();
    }

    @Test
    void deleteTheLastMessageOnceConfirmed() {
        openConversations(1000, 780);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        assertThat(isOpen(".retraction-prompt")).isTrue();
    }

    /// The reply first, then the end of the chat, where nothing is new any more.
    @Test
    void escape() {
        openConversations(1000, 780);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        assertThat(isOpen(".new-messages")).isTrue();
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(isOpen(".reply-bar")).isFalse();
        assertThat(isOpen(".new-messages")).isTrue();
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(isOpen(".new-messages")).isFalse();
    }

    /// The first message is asked for from the history, which a page of samples hasn't.
    @Test
    void scrollOldestUnreadAndLast() {
        openConversations(1000, 780);
        control(KeyCode.DIGIT8);
        control(KeyCode.END);
        assertThat(isInSight("message 59")).isTrue();
        robot.type(KeyCode.PAGE_UP);
        settle();
        assertThat(isInSight("message 59")).isFalse();
        robot.type(KeyCode.PAGE_DOWN);
        settle();
        assertThat(isInSight("message 59")).isTrue();
        pages(KeyCode.PAGE_UP);
        assertThat(isInSight("message 20")).isFalse();
        press(KeyCode.SHIFT, KeyCode.PAGE_UP);
        assertThat(isInSight("message 20")).isTrue();
        assertThat(isInSight("message 59")).isFalse();
        control(KeyCode.END);
        assertThat(isInSight("message 59")).isTrue();
    }

    private void pages(KeyCode key) {
        for (int page = 0; page < 6; page++) {
            robot.type(key);
            settle();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CONTROL B, *Lovely*",
        "CONTROL I, _Lovely_",
        "CONTROL SHIFT X, ~Lovely~",
        "CONTROL E, `Lovely`",
    })
    void boldItalicStrikeAndCode(String keys, String styled) {
        openConversations(1000, 780);
        robot.write("Lovely", 0);
        press(List.of(keys.split(" ")).stream().map(KeyCode::valueOf).toArray(KeyCode[]::new));
        assertThat(written()).isEqualTo(styled);
        press(List.of(keys.split(" ")).stream().map(KeyCode::valueOf).toArray(KeyCode[]::new));
        assertThat(written()).isEqualTo("Lovely");
    }

    @Test
    void sendAndNewLine() {
        openConversations(1000, 780);
        robot.write("one", 0).press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        assertThat(written()).isEqualTo("one\n");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(written()).isEmpty();
    }

    @Test
    void fontSize() {
        open();
        control(KeyCode.PLUS);
        assertThat(window().remembered()).containsEntry("window.textSize", "15");
        control(KeyCode.MINUS);
        control(KeyCode.MINUS);
        assertThat(window().remembered()).containsEntry("window.textSize", "13");
        control(KeyCode.DIGIT0);
        assertThat(window().remembered()).containsEntry("window.textSize", "14");
    }

    @Test
    void nextAndPreviousPane() {
        openConversations(1000, 780);
        var field = focused();
        robot.type(KeyCode.F6);
        settle();
        assertThat(focused()).isNotEqualTo(field);
        press(KeyCode.SHIFT, KeyCode.F6);
        assertThat(focused()).isEqualTo(field);
    }

    @Test
    void quit() {
        open();
        control(KeyCode.Q);
        assertThat(window().isEnded()).isTrue();
    }

    @Test
    void searchingAndFindingHaveButtonsToo() {
        openConversations(1000, 780);
        robot.clickOn(named("Find in chat"));
        settle();
        assertThat(exists(".find-bar")).isTrue();
        robot.type(KeyCode.ESCAPE);
        robot.clickOn(named("More")).clickOn("Find in chat");
        settle();
        assertThat(exists(".find-bar")).isTrue();
        robot.clickOn(".profile-button").clickOn(text("Search messages"));
        settle();
        assertThat(exists(".search-page")).isTrue();
        assertThat(isIn(focused(), "search-page")).isTrue();
    }

    @Test
    void theSettingsHaveAButtonUnderTheLists() {
        open();
        robot.clickOn(find(node -> isIn(node, "footer") && name(node).equals("Settings")));
        settle();
        assertThat(exists(".settings")).isTrue();
    }

    private void press(KeyCode... keys) {
        robot.press(keys).release(keys);
        settle();
    }

    private Node named(String name) {
        return find(node -> isIn(node, "chat-head") && name(node).equals(name));
    }

    /// Also in a window of its own.
    private boolean isOpen(String selector) {
        return robot.lookup(selector).queryAll().stream().anyMatch(MainWindowFixture::isShown);
    }

    private boolean isInSight(String start) {
        return FxThread.call(
                () -> {
                    var timeline = // not one that is kept behind
                            nodes().filter(node -> node.getStyleClass().contains("timeline"))
                                    .filter(MainWindowFixture::isShown)
                                    .findFirst()
                                    .orElseThrow();
                    var seen = timeline.localToScene(timeline.getLayoutBounds());
                    return timeline.lookupAll(".message-text .text").stream()
                            .filter(Text.class::isInstance)
                            .filter(node -> ((Text) node).getText().startsWith(start))
                            .anyMatch(
                                    node ->
                                            seen.contains(
                                                    node.localToScene(node.getLayoutBounds())));
                });
    }

    private String written() {
        return FxThread.call(
                () -> Written.in(robot.lookup(".composer .text-area").queryAs(TextArea.class)));
    }

    private Node focused() {
        return FxThread.call(() -> window().scene().getFocusOwner());
    }

    private String selected() {
        return world.tabs.get().selected().map(ChatKey::peer).orElseThrow().toString();
    }
}
