package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;

import kith.model.Delivery;
import kith.model.MessageKey;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.ui.fx.FxThread;
import kith.ui.fx.Wheel;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What of the talk is in sight, and what moves it.
class TimelineViewTest extends TimelineFixture {

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
    void rowsInSightAreNotMadeAgainWhereOlderOnesComeAboveThem() {
        say(150);
        talk.hideOldest(50);
        open();
        scrollUp();
        var before = FxThread.call(this::rows);
        talk.hideOldest(0);
        tell();
        assertThat(FxThread.call(this::rows)).containsAll(before);
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
    void aTurnOfTheWheelIsNoLongerWhereOlderRowsComeInTheSameFrame() {
        say(150);
        open();
        scrollUp();
        scrollUp();
        FxThread.run(() -> turnWheel(200));
        settle();
        var there = inSight();
        talk.hideOldest(50);
        tell();
        FxThread.run(() -> turnWheel(-200));
        settle();
        FxThread.run(
                () -> {
                    talk.hideOldest(0).tell();
                    turnWheel(200);
                });
        settle();
        assertThat(inSight()).isEqualTo(there);
    }

    @Test
    void turnsOfTheWheelInOneFrameAddUp() {
        say(150);
        open();
        scrollUp();
        var before = inSight();
        for (int turn = 0; turn < 3; turn++) {
            FxThread.run(() -> turnWheel(30));
            settle();
        }
        var there = inSight();
        assertThat(there).isNotEqualTo(before);
        FxThread.run(() -> turnWheel(-90));
        settle();
        assertThat(inSight()).isEqualTo(before);
        FxThread.run(
                () -> {
                    for (int turn = 0; turn < 3; turn++) {
                        turnWheel(30);
                    }
                });
        settle();
        assertThat(inSight()).isEqualTo(there);
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

    private void tell() {
        FxThread.run(talk::tell);
        settle();
    }

    private void turnWheel(double pixels) {
        Wheel.turn(view().lookup(".virtual-flow"), pixels);
    }

    private void scrollUp() {
        press(KeyCode.PAGE_UP);
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
}
