package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.paint.Color;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameColorsTest {

    /// XEP-0392 §13.1, the vectors without correction.
    @ParameterizedTest
    @CsvSource({
        "Romeo, 327.255249",
        "juliet@capulet.lit, 209.410400",
        "😺, 331.199341",
        "council, 359.994507"
    })
    void hueIsThatOfTheSpecification(String key, double hue) {
        assertThat(NameColors.hue(key)).isEqualTo(hue, within(0.000_001));
    }

    @Test
    void whiteInitialsAreLegibleOnEveryHue() {
        for (int i = 0; i < 2_000; i++) {
            assertThat(contrastToWhite(NameColors.fill("person" + i + "@example.org")))
                    .isGreaterThan(4.5);
        }
    }

    /// WCAG 2.1, contrast ratio.
    private static double contrastToWhite(Color color) {
        double luminance =
                0.2126 * linear(color.getRed())
                        + 0.7152 * linear(color.getGreen())
                        + 0.0722 * linear(color.getBlue());
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(double part) {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
