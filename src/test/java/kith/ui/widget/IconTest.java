package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.shape.SVGPath;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IconTest {

    @ParameterizedTest
    @EnumSource
    void hasAShapeWithinItsGrid(Icon icon) {
        var outline = new SVGPath();
        outline.setContent(icon.path());
        var bounds = outline.getLayoutBounds();
        assertThat(bounds.getMinX()).isGreaterThanOrEqualTo(0);
        assertThat(bounds.getMaxX()).isLessThanOrEqualTo(24);
        assertThat(bounds.getHeight()).isBetween(1.0, 24.0);
    }

    @Test
    void pointsAlongTheTextOnlyIfItPoints() {
        assertThat(Icon.SEND.isDirectional()).isTrue();
        assertThat(Icon.CHECK.isDirectional()).isFalse();
    }
}
