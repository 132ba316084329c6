package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.transform.Rotate;

import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// The mark of who is there, by itself and at an avatar's corner.
class PresenceMarkTest {

    /// Or it would sway about.
    @ParameterizedTest
    @ValueSource(doubles = {9, 12, 16})
    void theRingTurnsRoundItsMiddle(double size) {
        FxThread.run(
                () -> {
                    var mark = new PresenceMark();
                    mark.show(PresenceShape.CONNECTING, "Connecting");
                    mark.resize(size, size);
                    mark.layout();
                    var body = mark.lookup(".body");
                    body.getTransforms().stream()
                            .filter(Rotate.class::isInstance)
                            .forEach(turn -> ((Rotate) turn).setAngle(90));
                    var middle = body.localToParent(6, 6);
                    assertThat(middle.distance(size / 2, size / 2)).isLessThan(0.001);
                    assertThat(body.localToParent(6, 0).distance(size, size / 2))
                            .as("by a quarter")
                            .isLessThan(0.001);
                });
    }

    /// Each row has an avatar, and each node of it costs a style whether it is seen or not.
    @Test
    void whatIsNotShownIsNotMade() {
        FxThread.run(
                () -> {
                    var avatar = new Avatar(28);
                    avatar.showRoom("Harbour print co-op", "print@rooms.hearth.example");
                    assertThat(avatar.lookup(".presence-mark")).isNull();
                    avatar.clearPresence();
                    assertThat(avatar.lookup(".presence-mark")).isNull();
                    avatar.showPresence(PresenceShape.AVAILABLE, "Available");
                    assertThat(parts(avatar)).containsExactly("body");
                    avatar.showPresence(PresenceShape.AWAY, "Away");
                    assertThat(parts(avatar)).containsExactly("body", "glyph");
                    avatar.clearPresence();
                    assertThat(avatar.lookup(".presence-mark").isVisible()).isFalse();
                });
    }

    private static List<String> parts(Avatar avatar) {
        var mark = (Parent) avatar.lookup(".presence-mark");
        assertThat(mark.isVisible()).isTrue();
        return mark.getChildrenUnmodifiable().stream()
                .map(Node::getStyleClass)
                .map(List::getFirst)
                .toList();
    }
}
