package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;

import kith.ui.fx.FxThread;
import kith.ui.fx.Mouse;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The mouse is held at the upper or lower edge of the timeline.
class EdgeScrollTest extends TimelineFixture {

    @Test
    void picksOnThroughWhatComesIntoSightUpToTheFirst() {
        say(40);
        open();
        var from = bubble(40);
        mouse(MouseEvent.MOUSE_PRESSED, from, 300);
        mouse(MouseEvent.MOUSE_DRAGGED, from, -20);
        await().until(() -> isInSight(1));
        await().untilAsserted(() -> assertThat(copied()).startsWith("message number 0"));
        assertThat(copied().lines()).hasSize(40 + 14);
        mouse(MouseEvent.MOUSE_RELEASED, from, -20);
    }

    @Test
    void goesDownToo() {
        say(40);
        open();
        FxThread.run(() -> view().show(talk.messages().getFirst().key()));
        settle();
        var from = bubble(1);
        mouse(MouseEvent.MOUSE_PRESSED, from, 100);
        mouse(MouseEvent.MOUSE_DRAGGED, from, 499);
        await().until(() -> isInSight(40));
        await().untilAsserted(
                        () -> assertThat(copied()).endsWith("message number 39\nof two lines"));
        mouse(MouseEvent.MOUSE_RELEASED, from, 499);
    }

    @Test
    void selectsWordsOnInsideALongMessage() {
        talk.theirs(
                "09:00",
                IntStream.range(0, 29)
                        .mapToObj(i -> "line " + i)
                        .collect(Collectors.joining("\n")));
        open();
        assertThat(top()).as("it is higher than the timeline").isNegative();
        var from = bubble(1);
        mouse(MouseEvent.MOUSE_PRESSED, from, 480);
        mouse(MouseEvent.MOUSE_DRAGGED, from, -5);
        await().until(() -> top() >= 0);
        await().untilAsserted(() -> assertThat(copied()).contains("\nline 1\nline 2\n"));
        mouse(MouseEvent.MOUSE_RELEASED, from, -5);
    }

    @Test
    void endsWithTheButtonAlsoWhereTheMessageHasGoneOutOfSight() {
        say(400);
        open();
        var from = bubble(400);
        mouse(MouseEvent.MOUSE_PRESSED, from, 300);
        mouse(MouseEvent.MOUSE_DRAGGED, from, 0);
        await().until(() -> FxThread.call(() -> from.getScene() == null));
        mouse(MouseEvent.MOUSE_RELEASED, from, 0);
        var there = inSight();
        settle();
        settle();
        assertThat(inSight()).isEqualTo(there);
    }

    @Test
    void endsWhereTheMouseComesBackAlsoAfterTheMessageHasGoneOutOfSight() {
        say(400);
        open();
        var from = bubble(400);
        mouse(MouseEvent.MOUSE_PRESSED, from, 300);
        mouse(MouseEvent.MOUSE_DRAGGED, from, 0);
        await().until(() -> FxThread.call(() -> from.getScene() == null));
        mouse(MouseEvent.MOUSE_DRAGGED, from, 250);
        var there = inSight();
        settle();
        settle();
        assertThat(inSight()).isEqualTo(there);
        assertThat(isInSight(400)).isFalse();
        mouse(MouseEvent.MOUSE_RELEASED, from, 250);
    }

    @Test
    void aPressAloneScrollsNothing() {
        say(40);
        open();
        var from = bubble(40);
        var there = inSight();
        mouse(MouseEvent.MOUSE_PRESSED, from, 499);
        mouse(MouseEvent.MOUSE_RELEASED, from, 499);
        mouse(MouseEvent.MOUSE_DRAGGED, from, 250);
        settle();
        assertThat(inSight()).isEqualTo(there);
    }

    /// However long the frames are, as far as the time says.
    @Test
    void theSpeedIsSteady() {
        var scrolled = new AtomicReference<>(0.0);
        var edge =
                new EdgeScroll(
                        pixels -> {
                            assertThat(pixels).isEqualTo(Math.rint(pixels));
                            scrolled.updateAndGet(sum -> sum + pixels);
                            return true;
                        });
        FxThread.run(
                () -> {
                    edge.aim(-1);
                    for (long millis : List.of(1_000L, 1_001L, 1_016L, 1_050L, 1_100L)) {
                        edge.handle(millis * 1_000_000);
                    }
                    edge.stop();
                });
        assertThat(scrolled.get()).isEqualTo(-60);
    }

    private void mouse(EventType<MouseEvent> type, Node target, double y) {
        FxThread.run(
                () -> {
                    var place = view().localToScene(120, y);
                    var under =
                            rows().stream()
                                    .filter(row -> row.getBoundsInParent().contains(120, y))
                                    .<Node>map(BubbleRow::bubble)
                                    .findFirst()
                                    .orElseGet(this::view);
                    Node told = target.getScene() == null ? view() : target; // as JavaFX does
                    Mouse.fire(type, told, under, place);
                });
        settle();
    }

    private double top() {
        return FxThread.call(
                () -> view().sceneToLocal(rows().getFirst().localToScene(0, 0)).getY());
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

    /// Whatever Ctrl+C copies now, in the words alone.
    private String copied() {
        copy();
        return clipboard().replaceAll("(?m)^\\[[^]]*] [^:]*: ", "");
    }
}
