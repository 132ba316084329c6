package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

class WindowIconsTest {

    @Test
    void allOfThemLoad() {
        FxThread.run(
                () ->
                        assertThat(WindowIcons.all())
                                .hasSize(5)
                                .allSatisfy(icon -> assertThat(icon.isError()).isFalse()));
    }
}
