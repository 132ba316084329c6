package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;

import org.junit.jupiter.api.Test;

class WindowBoundsTest {

    @Test
    void whatWasWrittenIsRead() {
        var bounds = new WindowBounds(-12, 40.5, 1200, 780, true);
        assertThat(WindowBounds.read(bounds.written())).contains(bounds);
    }

    @Test
    void aFirstWindowStandsWholeOnTheScreen() {
        assertThat(WindowBounds.usual(new Rectangle2D(1920, 30, 2000, 1400)))
                .isEqualTo(new WindowBounds(2320, 230, 1200, 800, false));
        assertThat(WindowBounds.usual(new Rectangle2D(0, 24, 1024, 576)))
                .isEqualTo(new WindowBounds(0, 24, 1024, 576, false));
    }

    @Test
    void whatIsDamagedIsNothing() {
        assertThat(WindowBounds.read("")).isEmpty();
        assertThat(WindowBounds.read("1,2,3,4")).isEmpty();
        assertThat(WindowBounds.read("1,2,wide,4,true")).isEmpty();
    }
}
