package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.event.Event;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import kith.ui.fx.Appearance;
import kith.ui.fx.FxThread;
import kith.ui.fx.Wheel;

import org.junit.jupiter.api.Test;

/// Where the scroll bar is, and where it takes the reader.
class TimelineScrollBarTest extends TimelineFixture {

    @Test
    void isThereOnceThereIsMoreThanFits() {
        say(3);
        open();
        assertThat(FxThread.call(() -> bar().isVisible())).isFalse();
        say(40);
        tell();
        assertThat(FxThread.call(() -> bar().isVisible())).isTrue();
        assertThat(isInSight(43)).isTrue();
        talk.hideOldest(41);
        tell();
        assertThat(FxThread.call(() -> bar().isVisible())).isFalse();
        assertThat(isInSight(43)).isTrue();
    }

    @Test
    void isOnTheLeftFromRightToLeft() {
        say(50);
        open();
        dress(Appearance.Choice.LIGHT, NodeOrientation.RIGHT_TO_LEFT);
        settle();
        assertThat(FxThread.call(() -> bar().localToScene(bar().getBoundsInLocal()).getMinX()))
                .isLessThan(1);
    }

    @Test
    void takesTheReaderToBothEndsAndBetween() {
        uneven(300);
        open();
        move(0);
        assertThat(isInSight(1)).isTrue();
        assertThat(share()).isZero();
        for (double part : new double[] {0.3, 0.6, 0.8}) {
            move(part);
            assertThat(share()).isCloseTo(part, within(0.1)); // lengths out of sight are guessed
        }
        move(1);
        say(1);
        tell();
        assertThat(isInSight(301)).isTrue();
    }

    @Test
    void goesByPagesWhereItsTrackIsClicked() {
        say(100);
        open();
        var before = inSight();
        robot.clickOn(FxThread.call(() -> bar().localToScreen(5, 40)));
        settle();
        assertThat(inSight()).isNotEmpty().doesNotContainAnyElementsOf(before);
    }

    @Test
    void rowsThatComeWhileItIsMovedMoveNothing() {
        uneven(150);
        talk.hideOldest(50);
        open();
        move(0.4);
        double before = share();
        var there = inSight();
        talk.hideOldest(0);
        tell();
        assertThat(inSight()).isEqualTo(there);
        assertThat(share()).isGreaterThan(before);
    }

    @Test
    void aMessageTallerThanTheViewStaysWhereOlderOnesComeAbove() {
        say(60);
        talk.theirs("09:00", "a long message" + "\nwith a line more".repeat(12));
        say(1);
        talk.hideOldest(40);
        open();
        FxThread.run(() -> window().stage().setHeight(150));
        settle();
        FxThread.run(() -> Wheel.turn(view().lookup(".virtual-flow"), 80));
        settle();
        var before = FxThread.call(() -> rows().stream().map(Node::getLayoutY).toList());
        assertThat(before).hasSize(1);
        talk.hideOldest(0);
        tell();
        assertThat(FxThread.call(() -> rows().stream().map(Node::getLayoutY).toList()))
                .isEqualTo(before);
    }

    private void uneven(int count) {
        for (int i = 0; i < count; i++) {
            talk.theirs("09:00", "message number " + i + "\nmore".repeat(i * 7 % 11));
        }
    }

    /// Moves it as a drag does, in one step.
    ///
    /// @param part of its way, 0 for the start
    private void move(double part) {
        FxThread.run(
                () -> {
                    Event.fireEvent(
                            bar(),
                            new MouseEvent(
                                    MouseEvent.MOUSE_DRAGGED,
                                    0,
                                    0,
                                    0,
                                    0,
                                    MouseButton.PRIMARY,
                                    1,
                                    false,
                                    false,
                                    false,
                                    false,
                                    true,
                                    false,
                                    false,
                                    false,
                                    false,
                                    false,
                                    null));
                    bar().setValue(part * bar().getMax());
                });
        settle();
        settle();
    }

    private double share() {
        return FxThread.call(() -> bar().getValue() / bar().getMax());
    }

    private void tell() {
        FxThread.run(talk::tell);
        settle();
        settle();
    }

    private ScrollBar bar() {
        return view().lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
                .findFirst()
                .orElseThrow();
    }
}
