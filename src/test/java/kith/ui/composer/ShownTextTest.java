package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.TextRange;

import org.junit.jupiter.api.Test;

class ShownTextTest {

    private final EmojiSigns signs = new EmojiSigns();

    @Test
    void placesAreCountedInWhatWasWritten() {
        var text = text("a🎉b👨‍👩‍👧c");
        assertThat(text.written()).isEqualTo("a🎉b👨‍👩‍👧c");
        assertThat(text.shown()).hasSize(5);
        int[] written = {0, 1, 3, 4, 12, 13};
        for (int shown = 0; shown < written.length; shown++) {
            assertThat(text.toWritten(shown)).isEqualTo(written[shown]);
            assertThat(text.toShown(written[shown])).isEqualTo(shown);
        }
    }

    @Test
    void insideOfAnEmojiIsAtItsEnd() {
        var text = text("👨‍👩‍👧🎉");
        for (int inside = 1; inside <= 8; inside++) {
            assertThat(text.toShown(inside)).isEqualTo(1);
        }
        assertThat(text.toShown(9)).isEqualTo(2);
        assertThat(text.toShown(10)).isEqualTo(2);
    }

    @Test
    void rangesAndTheSignsInThem() {
        var text = text("🎉 harbor 🎉");
        assertThat(text.toShown(new TextRange(3, 9))).isEqualTo(new TextRange(2, 8));
        assertThat(text.toWritten(new TextRange(2, 8))).isEqualTo(new TextRange(3, 9));
        assertThat(text.signsIn(new TextRange(0, 10))).containsExactly(0, 9);
        assertThat(text.signsIn(new TextRange(1, 10))).containsExactly(9);
        assertThat(text.signsIn(new TextRange(0, 9))).containsExactly(0);
    }

    @Test
    void withoutSignsAllPlacesAreTheSame() {
        var text = text("plain words");
        assertThat(text.hasSigns()).isFalse();
        assertThat(text.toShown(7)).isEqualTo(7);
        assertThat(text.toWritten(7)).isEqualTo(7);
    }

    private ShownText text(String written) {
        return ShownText.of(signs.shown(written), signs);
    }
}
