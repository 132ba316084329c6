package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

import kith.model.Delivery;
import kith.model.MessageKey;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.ui.fx.FxThread;
import kith.ui.timeline.TimelineRow.Bubble;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class TimelineViewTest extends TimelineFixture {

    private static final PseudoClass FOCUSED_ROW = PseudoClass.getPseudoClass("focused-row");

    @Test
    void opensAtTheNewestMessage() {
        say(200);
        open();
        assertThat(isInSight(200)).isTrue();
    }

    @Test
    void opensAtTheFirstNewMessage() {
        say(100);
        talk.unreadFromHere();
        say(100);
        open();
        assertThat(isInSight(101)).isTrue();
        assertThat(isInSight(100)).isTrue();
        assertThat(isInSight(200)).isFalse();
    }

    @Test
    void goesToAMessageAndStaysThere() {
        say(200);
        open();
        FxThread.run(() -> view().show(new MessageKey(60)));
        settle();
        assertThat(isInSight(60)).isTrue();
        assertThat(hits()).containsExactly(60L);
        var before = inSight();
        say(3);
        tell();
        assertThat(inSight()).isEqualTo(before);
    }

    @Test
    void goesToAMessageOnceItIsThere() {
        say(200);
        talk.hideOldest(100);
        open();
        FxThread.run(() -> view().show(new MessageKey(60)));
        settle();
        assertThat(isInSight(200)).isTrue();
        talk.hideOldest(0);
        tell();
        assertThat(isInSight(60)).isTrue();
    }

    @Test
    void followsTheNewestWhileAtTheBottom() {
        say(50);
        open();
        say(3);
        tell();
        assertThat(isInSight(53)).isTrue();
    }

    @Test
    void stillFollowsWhenTheWindowShrinks() {
        say(50);
        open();
        FxThread.run(() -> window().stage().setHeight(300));
        settle();
        assertThat(isInSight(50)).isTrue();
    }

    @Test
    void doesNotFollowOnceTheReaderHasScrolledUp() {
        say(50);
        open();
        scrollUp();
        var before = inSight();
        say(3);
        tell();
        assertThat(inSight()).isEqualTo(before);
    }

    @Test
    void severalMessagesArePickedByTheKeyboardAndCopiedWithNamesAndTimes() {
        say(5);
        open();
        press(KeyCode.UP);
        robot.press(KeyCode.SHIFT);
        press(KeyCode.UP);
        press(KeyCode.UP);
        robot.release(KeyCode.SHIFT);
        assertThat(picked()).containsExactly(3L, 4L, 5L);
        copy();
        assertThat(List.of(clipboard().split("(?m)^\\[", -1)))
                .as("nothing before the first")
                .hasSize(4)
                .last()
                .asString()
                .matches(".+, \\d\\d:\\d\\d] .+: message number 4");
        press(KeyCode.SPACE);
        assertThat(picked()).as("all but where the keyboard is").containsExactly(4L, 5L);
        press(KeyCode.ESCAPE);
        assertThat(picked()).isEmpty();
        assertThat(focused()).as("a second one leaves").isPresent();
    }

    @Test
    void theMouseMovedFromOneMessageToAnotherPicksAllBetween() {
        say(5);
        open();
        mouse(MouseEvent.MOUSE_PRESSED, 2, 2, false);
        mouse(MouseEvent.MOUSE_DRAGGED, 2, 4, false);
        assertThat(picked()).containsExactly(2L, 3L, 4L);
        mouse(MouseEvent.MOUSE_DRAGGED, 2, 2, false);
        assertThat(picked()).as("back in one").isEmpty();
        mouse(MouseEvent.MOUSE_DRAGGED, 2, 3, false);
        mouse(MouseEvent.MOUSE_RELEASED, 2, 3, false);
        assertThat(picked()).containsExactly(2L, 3L);
        mouse(MouseEvent.MOUSE_PRESSED, 5, 5, true);
        assertThat(picked()).containsExactly(2L, 3L, 5L);
        mouse(MouseEvent.MOUSE_PRESSED, 1, 1, false);
        assertThat(picked()).isEmpty();
    }

    @Test
    void theMenuOfPickedMessagesCopiesThemAll() {
        say(3);
        open();
        mouse(MouseEvent.MOUSE_PRESSED, 1, 1, true);
        mouse(MouseEvent.MOUSE_PRESSED, 3, 3, true);
        robot.rightClickOn(bubble(3));
        settle();
        robot.clickOn("Copy 2 messages");
        settle();
        assertThat(clipboard()).isEqualTo("message number 0\nof two lines\nmessage number 2");
        robot.rightClickOn(bubble(2));
        settle();
        robot.clickOn("Copy with name and time");
        settle();
        assertThat(clipboard()).matches("\\[.+, \\d\\d:\\d\\d] .+: .+");
    }

    @Test
    void prependingFiftyOlderRowsMovesNothing() {
        say(150);
        talk.hideOldest(50);
        open();
        scrollUp();
        var before = inSight();
        talk.hideOldest(0);
        tell();
        assertThat(inSight()).isEqualTo(before);
    }

    @Test
    void prependingMovesNothingAtTheVeryTop() {
        say(150);
        talk.hideOldest(50);
        open();
        press(KeyCode.HOME);
        var before = inSight();
        assertThat(before).anyMatch(line -> line.startsWith("51 "));
        talk.hideOldest(0);
        tell();
        assertThat(inSight()).containsAll(before.subList(1, before.size()));
    }

    @Test
    void changesAboveTheReaderMoveNothing() {
        say(60);
        open();
        scrollUp();
        var before = inSight();
        talk.deliver(0, new Delivery.Failed(Refusal.of(Reason.TIMED_OUT)));
        tell();
        assertThat(inSight()).isEqualTo(before);
    }

    @Test
    void asksForOlderMessagesNearTheTop() {
        say(150);
        talk.hideOldest(50);
        open();
        assertThat(asked).isEmpty();
        press(KeyCode.HOME);
        assertThat(asked).containsOnly("older");
    }

    @Test
    void theJumpButtonCountsAndGoesToTheNewest() {
        say(100);
        open();
        scrollUp();
        say(2);
        tell();
        var badge = robot.lookup(".jump-place .badge").queryLabeled();
        assertThat(badge.getText()).isEqualTo("2");
        robot.clickOn(".jump");
        settle();
        assertThat(isInSight(102)).isTrue();
        assertThat(robot.lookup(".jump-place").query().isVisible()).isFalse();
    }

    @Test
    void makesCellsOnlyForWhatIsInSight() {
        say(10_000);
        open();
        assertThat(robot.lookup(".message-row").queryAll()).hasSizeLessThan(40);
        press(KeyCode.HOME);
        assertThat(isInSight(1)).isTrue();
        assertThat(robot.lookup(".message-row").queryAll()).hasSizeLessThan(40);
    }

    @Test
    void arrowsGoFromMessageToMessage() {
        say(50);
        open();
        press(KeyCode.UP);
        assertThat(focused()).contains(new MessageKey(50));
        press(KeyCode.UP);
        press(KeyCode.UP);
        assertThat(focused()).contains(new MessageKey(48));
        press(KeyCode.DOWN);
        assertThat(focused()).contains(new MessageKey(49));
    }

    @Test
    void arrowsBringTheirMessageIntoSight() {
        say(50);
        open();
        for (int i = 0; i < 30; i++) {
            press(KeyCode.UP);
        }
        assertThat(focused()).contains(new MessageKey(21));
        assertThat(isInSight(21)).isTrue();
    }

    @Test
    void escapeLeaves() {
        say(3);
        open();
        view().onLeave(() -> asked.add("leave"));
        press(KeyCode.UP);
        press(KeyCode.ESCAPE);
        assertThat(asked).contains("leave");
        assertThat(focused()).isEmpty();
    }

    @Test
    void copiesTheFocusedMessageWhole() {
        var text = "long ".repeat(1_000) + "end";
        talk.theirs("09:00", text);
        open();
        press(KeyCode.UP);
        copy();
        assertThat(clipboard()).isEqualTo(text);
    }

    @Test
    void copiesTheWordThatWasClickedTwice() {
        talk.theirs("09:00", "Lovely");
        open();
        robot.doubleClickOn(".message-text");
        copy();
        assertThat(clipboard()).isEqualTo("Lovely");
    }

    @Test
    void copiesEmojiAmongTheSelectedWords() {
        talk.theirs("09:00", "spot on 🎉 indeed");
        open();
        robot.moveTo(".message-text").clickOn(MouseButton.PRIMARY);
        robot.clickOn(MouseButton.PRIMARY).clickOn(MouseButton.PRIMARY);
        copy();
        assertThat(clipboard()).isEqualTo("spot on 🎉 indeed");
    }

    @Test
    void opensALinkThatIsClicked() {
        talk.theirs("09:00", "https://hearth.example/a");
        open();
        robot.clickOn(".link");
        assertThat(asked).contains("open https://hearth.example/a");
    }

    @Test
    void offersToSendAgainWhatFailed() {
        talk.mine("09:00", "a", new Delivery.Failed(Refusal.of(Reason.TIMED_OUT)));
        open();
        robot.clickOn("Retry");
        robot.clickOn("Delete");
        assertThat(asked).containsExactly("retry 1", "discard 1");
    }

    @Test
    void saysEachMessageToAScreenReader() {
        talk.theirs("09:31", "Lovely").mine("09:32", "Thanks", Delivery.DELIVERED);
        open();
        assertThat(spoken())
                .containsExactly("Layla Haddad, 09:31, Lovely", "You, 09:32, Thanks, Delivered");
    }

    private void say(int count) {
        for (int i = 0; i < count; i++) {
            talk.theirs("09:00", "message number " + i + (i % 3 == 0 ? "\nof two lines" : ""));
        }
    }

    private void tell() {
        FxThread.run(talk::tell);
        settle();
    }

    private void scrollUp() {
        press(KeyCode.PAGE_UP);
    }

    private Optional<MessageKey> focused() {
        return FxThread.call(
                () ->
                        rows().stream()
                                .filter(
                                        row ->
                                                row.bubble()
                                                        .getPseudoClassStates()
                                                        .contains(FOCUSED_ROW))
                                .map(row -> row.row().message())
                                .findFirst());
    }

    /// The robot of the headless platform holds neither a button nor a key while it moves.
    ///
    /// @param from the message that has the mouse
    /// @param at the message under the pointer
    private void mouse(EventType<MouseEvent> type, long from, long at, boolean isWithShortcut) {
        var target = bubble(from);
        var under = bubble(at);
        FxThread.run(
                () -> {
                    var place = under.localToScene(4, 4);
                    target.fireEvent(
                            new MouseEvent(
                                    type,
                                    place.getX(),
                                    place.getY(),
                                    place.getX(),
                                    place.getY(),
                                    MouseButton.PRIMARY,
                                    1,
                                    false,
                                    isWithShortcut,
                                    false,
                                    false,
                                    type != MouseEvent.MOUSE_RELEASED,
                                    false,
                                    false,
                                    true,
                                    false,
                                    true,
                                    new PickResult(under, place.getX(), place.getY())));
                });
        settle();
    }

    private Node bubble(long message) {
        return FxThread.call(
                () ->
                        rows().stream()
                                .filter(row -> row.row().message().row() == message)
                                .findFirst()
                                .orElseThrow()
                                .bubble());
    }

    private List<Long> picked() {
        var picked = PseudoClass.getPseudoClass("picked");
        return FxThread.call(
                () ->
                        rows().stream()
                                .filter(row -> row.getPseudoClassStates().contains(picked))
                                .map(row -> row.row().message().row())
                                .toList());
    }

    /// The messages with the band behind them that says that the reader was taken there.
    private List<Long> hits() {
        var hit = PseudoClass.getPseudoClass("hit");
        return FxThread.call(
                () ->
                        rows().stream()
                                .filter(row -> row.getPseudoClassStates().contains(hit))
                                .map(row -> row.row().message().row())
                                .toList());
    }

    private boolean isInSight(long message) {
        return inSight().stream().anyMatch(line -> line.startsWith(message + " "));
    }

    /// The messages that can be seen whole, each with its place, from top to bottom.
    private List<String> inSight() {
        return FxThread.call(
                () -> {
                    var seen = new ArrayList<String>();
                    for (var row : rows()) {
                        Bounds bounds =
                                view().sceneToLocal(row.localToScene(row.getLayoutBounds()));
                        if (bounds.getMinY() >= 0 && bounds.getMaxY() <= view().getHeight() + 1) {
                            Bubble bubble = row.row();
                            seen.add(bubble.message().row() + " at " + bounds.getMinY());
                        }
                    }
                    return seen;
                });
    }
}
