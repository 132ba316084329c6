package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.Region;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.model.Availability;
import kith.model.Occupant;
import kith.model.Presence;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// The rows of messages without words in a room, where people have badges.
class WordlessViewTest extends TimelineFixture {

    private final ImmediateLane lane = new ImmediateLane();
    private final Cell<List<Occupant>> people = new Cell<>(lane, List.of());

    @Override
    Optional<TimelineRoom> room() {
        return Optional.of(
                new TimelineRoom(
                        new Cell<>(lane, Optional.empty()), people, _ -> OptionalInt.of(0)));
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13, 14, 15, 16, 17, 18, 20, 24, 28})
    void theLastOneIsWholeWhateverTheTextSize(int size) {
        say(11);
        talk.from("Priya", "09:40", "a").retract(11, Optional.empty());
        ownerIsThere();
        open();
        FxThread.run(
                () ->
                        window().stage()
                                .getScene()
                                .getRoot()
                                .setStyle("-fx-font-size: " + size + "px"));
        settle();
        assertWhole();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11})
    void oneThatIsTakenBackBeforeOnesEyesIsWhole(int before) {
        say(before);
        talk.from("Priya", "09:40", "a");
        ownerIsThere();
        open();
        FxThread.run(() -> talk.retract(before, Optional.empty()).tell());
        settle();
        assertWhole();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11})
    void oneThatComesIsWhole(int before) {
        say(before);
        ownerIsThere();
        open();
        FxThread.run(
                () -> talk.from("Priya", "09:40", "a").retract(before, Optional.empty()).tell());
        settle();
        assertWhole();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11})
    void oneWhoseBadgeComesLaterIsWhole(int before) {
        say(before);
        talk.from("Priya", "09:40", "a").retract(before, Optional.empty());
        open();
        FxThread.run(this::ownerIsThere);
        settle();
        assertWhole();
    }

    /// Its outline is as that of any other message, lies within the timeline and moves nothing.
    @Test
    void theOutlineOfTheLastThatTheKeyboardIsAtIsWhole() {
        talk.from("Priya", "09:40", "a").from("Priya", "09:41", "b").retract(1, Optional.empty());
        ownerIsThere();
        open();
        double height = FxThread.call(() -> bubble().getHeight());
        press(KeyCode.END);
        FxThread.run(
                () -> {
                    var stroke = bubble().getBorder().getStrokes().getFirst();
                    assertThat(stroke.getBottomStyle()).isEqualTo(BorderStrokeStyle.SOLID);
                    assertThat(stroke.getWidths().getBottom()).isEqualTo(2);
                    assertThat(bubble().getHeight()).isEqualTo(height);
                    assertOutlineIsWhole(bubble());
                });
    }

    @Test
    void soIsThatOfAnyOther() {
        say(12);
        open();
        press(KeyCode.END);
        FxThread.run(() -> assertOutlineIsWhole(rows().getLast().bubble()));
    }

    /// FX thread only.
    private void assertOutlineIsWhole(Region bubble) {
        var stroke = bubble.getBorder().getStrokes().getFirst();
        var place = view().sceneToLocal(bubble.localToScene(bubble.getLayoutBounds()));
        assertThat(place.getMaxY() - stroke.getInsets().getBottom())
                .isLessThanOrEqualTo(view().getHeight());
    }

    /// FX thread only.
    private WordlessNode bubble() {
        return (WordlessNode) Objects.requireNonNull(view().lookup(".wordless"));
    }

    private void ownerIsThere() {
        var owner =
                new Occupant(
                        "Priya",
                        Occupant.Role.MODERATOR,
                        Occupant.Affiliation.OWNER,
                        Optional.empty(),
                        new Presence(Availability.AVAILABLE, ""),
                        false);
        lane.execute(() -> people.set(List.of(owner)));
    }

    private void assertWhole() {
        FxThread.run(
                () -> {
                    var row = (WordlessRow) Objects.requireNonNull(view().lookup(".wordless-row"));
                    var bubble = (WordlessNode) Objects.requireNonNull(row.lookup(".wordless"));
                    assertThat(row.lookup(".tag")).isNotNull();
                    assertThat(bubble.getHeight())
                            .isGreaterThanOrEqualTo(bubble.prefHeight(bubble.getWidth()));
                    for (var child : bubble.getChildrenUnmodifiable()) {
                        assertThat(child.getBoundsInParent().getMaxY())
                                .as("%s", child)
                                .isLessThanOrEqualTo(bubble.getHeight());
                        if (child instanceof Region region) {
                            assertThat(region.getHeight())
                                    .as("%s", child)
                                    .isGreaterThanOrEqualTo(region.prefHeight(region.getWidth()));
                        }
                    }
                    assertThat(bubble.getBoundsInParent().getMaxY())
                            .isLessThanOrEqualTo(row.getHeight());
                    var seen = view().sceneToLocal(bubble.localToScene(bubble.getLayoutBounds()));
                    assertThat(seen.getMaxY()).isLessThanOrEqualTo(view().getHeight());
                });
    }
}
