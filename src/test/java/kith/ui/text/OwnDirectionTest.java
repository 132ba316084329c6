package kith.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.text.Bidi;
import java.util.List;

class OwnDirectionTest {

    private static final List<String> FORMATTING =
            List.of(
                    "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068",
                    "\u2069");

    @Test
    void theNameGoesItsWayAndNothingAroundIt() {
        var sentence = "ask " + OwnDirection.of("ليلى 7", false) + " 3 times!";
        var bidi = new Bidi(sentence, Bidi.DIRECTION_LEFT_TO_RIGHT);
        assertThat(bidi.getLevelAt(sentence.indexOf('a'))).isZero();
        assertThat(bidi.getLevelAt(sentence.indexOf('ل'))).isEqualTo(1);
        assertThat(bidi.getLevelAt(sentence.indexOf('7'))).isEqualTo(2);
        assertThat(bidi.getLevelAt(sentence.indexOf('3'))).isZero();
        assertThat(bidi.getLevelAt(sentence.lastIndexOf('!'))).isZero();
        var mirrored = "שאל " + OwnDirection.of("Jonas W.", true) + " היום";
        var levels = new Bidi(mirrored, Bidi.DIRECTION_RIGHT_TO_LEFT);
        assertThat(levels.getLevelAt(mirrored.indexOf('J'))).isEqualTo(2);
        assertThat(levels.getLevelAt(mirrored.indexOf('.'))).isEqualTo(2);
        assertThat(OwnDirection.of("ليلى!", true)).isEqualTo("ليلى!");
        assertThat(levels.getLevelAt(mirrored.indexOf('ה'))).isEqualTo(1);
    }

    @Test
    void whatWouldEndItOrGoOnBeyondItIsLeftOut() {
        for (var formatting : FORMATTING) {
            assertThat(OwnDirection.isMixed("evil" + formatting + "gpj")).isTrue();
            assertThat(OwnDirection.of("evil" + formatting + "gpj", false))
                    .isEqualTo("\u200eevilgpj\u200e");
        }
    }
}
