package kith.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.TextRange;

import org.junit.jupiter.api.Test;

import java.util.List;

class ExcerptTest {

    @Test
    void ofWhatIsShortItIsAll() {
        var excerpt = Excerpt.of("two\nlines", List.of(new TextRange(4, 9)));
        assertThat(excerpt).isEqualTo(new Excerpt("two lines", List.of(new TextRange(4, 9))));
    }

    @Test
    void ofWhatIsLongItIsWhatIsRoundTheFirstMark() {
        var body = "before ".repeat(50) + "paper" + " after".repeat(100);
        var excerpt = Excerpt.of(body, List.of(new TextRange(350, 355)));
        assertThat(excerpt.text()).startsWith("…before ").endsWith("…").hasSizeLessThan(250);
        assertThat(marked(excerpt)).isEqualTo("paper");
    }

    @Test
    void noCharacterIsCutInTwo() {
        for (int shift = 0; shift < 4; shift++) {
            var body = "x".repeat(shift) + "😀".repeat(300) + "paper";
            int at = body.length() - 5;
            var excerpt = Excerpt.of(body, List.of(new TextRange(at, at + 5)));
            assertThat(marked(excerpt)).isEqualTo("paper");
            assertThat(
                            excerpt.text()
                                    .codePoints()
                                    .noneMatch(each -> each >= 0xD800 && each < 0xE000))
                    .isTrue();
            var begin = Excerpt.of(body, List.of());
            assertThat(begin.text().codePoints().noneMatch(each -> each >= 0xD800 && each < 0xE000))
                    .isTrue();
        }
    }

    private static String marked(Excerpt excerpt) {
        var mark = excerpt.marks().getFirst();
        return excerpt.text().substring(mark.start(), mark.end());
    }
}
