package kith.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.TextRange;
import kith.ui.text.StyledSpan.Style;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/// What is selected is written between brackets here; a bar is the caret where nothing is.
class StyleToggleTest {

    private static final List<Style> STYLES = List.of(Style.values());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    a [b] c;            a *[b]* c
                    a *[b]* c;          a [b] c
                    a [*b*] c;          a [b] c
                    [a b c];            *[a b c]*
                    a[ b ]c;            a[ *b* ]c
                    *a [b] c*;          a [b] c
                    a _[b]_ c;          a _*[b]*_ c
                    a [_b_] c;          a *[_b_]* c
                    un[think]able;      *un[think]*able
                    a `b [c] d` e;      a *`b [c] d`* e
                    *a* [b] *c*;        *a* *[b]* *c*
                    > [a];              > *[a]*
                    >[a];               >*[a]*
                    """)
    void strongGoesAroundWhatIsSelectedOrAway(String before, String after) {
        assertThat(toggled(before, Style.STRONG)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    lov|ely;            *lov|ely*
                    *lov|ely*;          lov|ely
                    |lovely;            *|lovely*
                    lovely|;            *lovely|*
                    see you, b|en!;     see you, *b|en*!
                    *see y|ou*;         see y|ou
                    _lov|ely_;          *_lov|ely_*
                    a | b;              a *|* b
                    a *|* b;            a | b
                    |;                  *|*
                    *|*;                |
                    🎉| b;              *🎉|* b
                    """)
    void strongIsForTheWordAtTheCaretWhereNothingIsSelected(String before, String after) {
        assertThat(toggled(before, Style.STRONG)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"STRONG,*", "EMPHASIS,_", "STRIKE,~", "CODE,`"})
    void eachHasItsSign(Style style, String sign) {
        assertThat(toggled("a [b] c", style)).isEqualTo("a " + sign + "[b]" + sign + " c");
    }

    /// A span ends in its line (XEP-0393 §6.2).
    @Test
    void eachOfSeveralLinesHasItsOwn() {
        var both = toggled("[one\n\n two]", Style.STRONG);
        assertThat(both).isEqualTo("*[one*\n\n *two]*");
        assertThat(toggled("[*one*\n\n two]", Style.STRONG)).isEqualTo("[*one*\n\n *two]*");
        assertThat(toggled(both, Style.STRONG)).isEqualTo("[one\n\n two]");
    }

    /// XEP-0393 §5.1.2.
    @Test
    void codeOfSeveralLinesIsABlock() {
        var block = toggled("a\n[one\ntwo]\nb", Style.CODE);
        assertThat(block).isEqualTo("a\n```\n[one\ntwo]\n```\nb");
        assertThat(toggled(block, Style.CODE)).isEqualTo("a\n[one\ntwo]\nb");
    }

    @ParameterizedTest
    @CsvSource(value = {"a[ ]b", "'```\n[one]\n```'", "'```\non|e\n```'"})
    void nothingIsDoneWhereAStyleCantBe(String before) {
        var raw = before.replace("\\n", "\n");
        assertThat(change(raw, Style.STRONG)).isEmpty();
    }

    @Test
    void wordsWithoutSignsHaveTheStyleAfterwardsAndAreAsBeforeAfterTheNextTime() {
        var random = new Random(4);
        for (int round = 0; round < 3_000; round++) {
            var text = random(random, "ab 🎉.,>\n");
            var style = STYLES.get(random.nextInt(STYLES.size()));
            StyleToggle.of(text, selected(random, text), style)
                    .ifPresent(
                            on -> {
                                var now = applied(text, on);
                                assertThat(isStyled(now, on.selected(), style)).isTrue();
                                var off = StyleToggle.of(now, on.selected(), style).orElseThrow();
                                assertThat(applied(now, off)).isEqualTo(text);
                            });
        }
    }

    @Test
    void theSelectionStaysInTheTextWhateverSignsAreThere() {
        var random = new Random(5);
        for (int round = 0; round < 3_000; round++) {
            var text = random(random, "ab *_~`\n>.");
            var style = STYLES.get(random.nextInt(STYLES.size()));
            StyleToggle.of(text, selected(random, text), style)
                    .ifPresent(
                            change -> {
                                var now = applied(text, change);
                                assertThat(now).isNotEqualTo(text);
                                assertThat(change.selected().start())
                                        .isBetween(0, change.selected().end());
                                assertThat(change.selected().end())
                                        .isLessThanOrEqualTo(now.length());
                            });
        }
    }

    /// Whether all of it that is no white space has the style; a pair without words between has.
    private static boolean isStyled(String text, TextRange selected, Style style) {
        return StyledText.of(text).lines().stream()
                .filter(line -> line.kind() == StyledLine.Kind.PLAIN)
                .flatMap(line -> line.spans().stream())
                .filter(span -> span.start() < selected.end() && span.end() > selected.start())
                .filter(span -> !text.substring(span.start(), span.end()).isBlank())
                .allMatch(
                        span ->
                                span.styles().contains(style)
                                        || text.substring(
                                                        Math.max(span.start(), selected.start()),
                                                        Math.min(span.end(), selected.end()))
                                                .isBlank());
    }

    private static TextRange selected(Random random, String text) {
        int start = random.nextInt(text.length() + 1);
        return new TextRange(start, start + random.nextInt(text.length() + 1 - start));
    }

    private static String random(Random random, String alphabet) {
        var letters = alphabet.codePoints().toArray();
        return random.ints(random.nextInt(1, 14), 0, letters.length)
                .map(at -> letters[at])
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String toggled(String marked, Style style) {
        return marked(marked, change(marked, style).orElseThrow());
    }

    private static Optional<StyleToggle.Change> change(String marked, Style style) {
        return StyleToggle.of(plain(marked), selected(marked), style);
    }

    private static String plain(String marked) {
        return marked.replaceAll("[\\[\\]|]", "");
    }

    private static TextRange selected(String marked) {
        int caret = marked.indexOf('|');
        return caret >= 0
                ? new TextRange(caret, caret)
                : new TextRange(marked.indexOf('['), marked.indexOf(']') - 1);
    }

    private static String marked(String before, StyleToggle.Change change) {
        var now = new StringBuilder(applied(plain(before), change));
        if (before.indexOf('|') >= 0) {
            assertThat(change.selected().end()).isEqualTo(change.selected().start());
            return now.insert(change.selected().start(), '|').toString();
        }
        return now.insert(change.selected().end(), ']')
                .insert(change.selected().start(), '[')
                .toString();
    }

    private static String applied(String text, StyleToggle.Change change) {
        return text.substring(0, change.range().start())
                + change.text()
                + text.substring(change.range().end());
    }
}
