package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.scene.layout.StackPane;

import kith.ui.fx.DressedScene;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class LateSignTest {

    private final StackPane page = FxThread.call(StackPane::new);

    @Test
    void itShowsItselfWhereItHasToWaitAndNotWhereItIsGoneBefore() {
        var gone =
                FxThread.call(
                        () -> {
                            var ring = shown();
                            page.getChildren().remove(ring);
                            return ring;
                        });
        var later = FxThread.call(this::shown);
        await("the second, whose time ends after the first one's")
                .atMost(Duration.ofSeconds(30))
                .until(() -> FxThread.call(() -> !later.getChildren().isEmpty()));
        assertThat(FxThread.call(later::getChildren)).hasOnlyElementsOfType(BusyRing.class);
        assertThat(FxThread.call(gone::getChildren)).isEmpty();
    }

    private LateSign shown() {
        var ring = new LateSign(() -> List.of(new BusyRing("Loading members")));
        page.getChildren().add(ring);
        if (page.getScene() == null) {
            DressedScene.layOut(page, 100, 100);
        }
        assertThat(ring.getChildren()).isEmpty();
        return ring;
    }
}
