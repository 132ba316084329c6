package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedTextTest {

    @Test
    void shortTextIsShownWhole() {
        var text = FoldedText.of("Lovely.", 1);
        assertThat(text.isCut()).isFalse();
        assertThat(text.visible()).isEqualTo("Lovely.");
    }

    @Test
    void h58LongTextIsCut() {
        var text = FoldedText.of("a".repeat(1_000_000), 1);
        assertThat(text.isCut()).isTrue();
        assertThat(text.visible()).hasSize(FoldedText.MOST_CHARS + 1).endsWith("a…");
    }

    @Test
    void h58ManyLinesAreCut() {
        var text = FoldedText.of("line\n".repeat(31), 1);
        assertThat(text.visible().lines()).hasSize(FoldedText.MOST_LINES);
        assertThat(text.isCut()).isTrue();
    }

    @Test
    void asManyLinesAsFitAreNotCut() {
        assertThat(FoldedText.of("line\n".repeat(30), 1).isCut()).isFalse();
    }

    @Test
    void eachUnfoldingShowsMoreUntilAllIsShown() {
        var whole = "b".repeat(FoldedText.MOST_CHARS * 2 + 1);
        assertThat(FoldedText.of(whole, 2).shown()).isEqualTo(FoldedText.MOST_CHARS * 2);
        assertThat(FoldedText.of(whole, 3).isCut()).isFalse();
        assertThat(FoldedText.of(whole, 99).visible()).isEqualTo(whole);
    }

    @Test
    void anEmojiIsNotCutInTwo() {
        var text = FoldedText.of("a".repeat(FoldedText.MOST_CHARS - 1) + "🎉🎉", 1);
        assertThat(text.shown()).isEqualTo(FoldedText.MOST_CHARS - 1);
    }
}
