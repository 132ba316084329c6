package kith.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import kith.ui.text.StyledSpan.Style;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The examples of XEP-0393, version 1.1.1, and what else its rules decide.
///
/// Spans are written here as `(strong:*a*)`; a span in another names both styles.
class StyledTextTest {

    /// XEP-0393 §6.2.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    plain span                       | plain span
                    *strong span*                    | (strong:*strong span*)
                    plain _emphasis_ plain           | plain (emphasis:_emphasis_) plain
                    `pre` plain *strong*             | (code:`pre`) plain (strong:*strong*)
                    *strong*plain*                   | (strong:*strong*)plain*
                    * plain *strong*                 | * plain (strong:*strong*)
                    Two spans, both *alike in dignity* | Two spans, both (strong:*alike in dignity*)
                    _most_ people shorten it.        | (emphasis:_most_) people shorten it.
                    *most* people shorten it.        | (strong:*most*) people shorten it.
                    Everyone ~dis~likes cake.        | Everyone (strike:~dis~)likes cake.
                    This is `monospace`              | This is (code:`monospace`)
                    This is `*monospace*`            | This is (code:`*monospace*`)
                    This is *`mono and bold`*        | This is (strong:*)(strong+code:`mono and bold`)(strong:*)
                    Wow, I can write in `monospace`! | Wow, I can write in (code:`monospace`)!
                    """)
    void spansAreStyledAsTheXepSays(String text, String styled) {
        assertThat(shown(text)).isEqualTo(styled);
    }

    /// XEP-0393 §6.2.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "not strong*",
                "*not strong",
                "*not \n strong*",
                "*not *strong",
                "**",
                "***",
                "****"
            })
    void nothingIsStyledWhereTheXepSaysSo(String text) {
        assertThat(shown(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    snake_case_name                  | snake_case_name
                    2*3*4                            | 2*3*4
                    (*a*)                            | (*a*)
                    *a *b*                           | (strong:*a *b*)
                    *a _b* c_                        | (strong:*a _b*) c_
                    *a `b*c` d*                      | (strong:*a `b*)c` d*
                    _*~`x`~*_                        | (emphasis:_)(strong+emphasis:*)(strong+emphasis+strike:~)(strong+emphasis+strike+code:`x`)(strong+emphasis+strike:~)(strong+emphasis:*)(emphasis:_)
                    *_a_ b*                          | (strong:*)(strong+emphasis:_a_)(strong: b*)
                    *_a b*                           | (strong:*_a b*)
                    *_a_                             | *_a_
                    **a*                             | **a*
                    ** *a*                           | ** (strong:*a*)
                    *a**                             | (strong:*a*)*
                    `a``b`                           | (code:`a`)`b`
                    * a*                             | * a*
                    *a *                             | *a *
                    _ب_ و*ب*                         | (emphasis:_ب_) و*ب*
                    ` a`                             | ` a`
                    """)
    void oddSpansFollowTheRules(String text, String styled) {
        assertThat(shown(text)).isEqualTo(styled);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u00A0", "\u3000", "\u2003", "\t", "\u0085", "\u2028"})
    void anyWhiteSpaceCounts(String space) {
        assertThat(shown("a" + space + "*b*")).isEqualTo("a" + space + "(strong:*b*)");
        assertThat(shown("*" + space + "b*")).isEqualTo("*" + space + "b*");
        assertThat(shown("*b" + space + "*")).isEqualTo("*b" + space + "*");
    }

    /// XEP-0393 §6.1.1.
    @Test
    void aTextThatIsNotStyledIsItsLines() {
        var text = StyledText.plain("> *a*\n\n```b");
        assertThat(blocks(text)).isEqualTo("0 PLAIN > *a*\n0 PLAIN \n0 PLAIN ```b");
        assertThat(text.words()).isEqualTo("> *a*\n\n```b");
        assertThat(text.lines()).allMatch(line -> line.spans().size() <= 1);
        assertThat(StyledText.plain("").lines()).hasSize(1);
    }

    @Test
    void aSpanDoesNotLeaveItsLine() {
        var text =
                """
                There are three blocks in this body, one per line,
                but there is no *formatting
                as spans* may not escape blocks.""";
        assertThat(shown(text)).isEqualTo(text);
        assertThat(StyledText.of(text).lines()).hasSize(3);
    }

    /// XEP-0393 §6.1.2.
    @Test
    void preformattedText() {
        assertThat(
                        blocks(
                                """
                                ```ignored
                                (println "Hello, world!")
                                ```

                                This should show up as monospace, preformatted text ⤴"""))
                .isEqualTo(
                        """
                        0 FENCE_START ```ignored
                        0 CODE (println "Hello, world!")
                        0 FENCE_END ```
                        0 PLAIN\s
                        0 PLAIN This should show up as monospace, preformatted text ⤴""");
    }

    /// XEP-0393 §6.1.2.
    @Test
    void preformattedTextEndsWithItsQuotation() {
        assertThat(
                        blocks(
                                """
                                > ```
                                > (println "Hello, world!")

                                The entire blockquote is a preformatted text block, but this line
                                is plaintext!"""))
                .isEqualTo(
                        """
                        1 FENCE_START ```
                        1 CODE (println "Hello, world!")
                        0 PLAIN\s
                        0 PLAIN The entire blockquote is a preformatted text block, but this line
                        0 PLAIN is plaintext!""");
    }

    /// XEP-0393 §6.1.3.
    @Test
    void quotations() {
        assertThat(blocks("> That that is, is.\n\nSaid the old hermit of Prague."))
                .isEqualTo(
                        """
                        1 PLAIN That that is, is.
                        0 PLAIN\s
                        0 PLAIN Said the old hermit of Prague.""");
        assertThat(
                        blocks(
                                """
                                >> That that is, is.
                                > Said the old hermit of Prague.

                                Who?"""))
                .isEqualTo(
                        """
                        2 PLAIN That that is, is.
                        1 PLAIN Said the old hermit of Prague.
                        0 PLAIN\s
                        0 PLAIN Who?""");
    }

    @Test
    void oneSpaceBehindTheMarkIsTakenAway() {
        assertThat(blocks(">  a")).isEqualTo("1 PLAIN  a");
        assertThat(blocks("> > a")).isEqualTo("2 PLAIN a");
        assertThat(blocks(">  > a")).isEqualTo("1 PLAIN  > a");
        assertThat(blocks(">\u3000a")).isEqualTo("1 PLAIN a");
        assertThat(blocks(" > a")).isEqualTo("0 PLAIN  > a");
        assertThat(blocks(">")).isEqualTo("1 PLAIN ");
    }

    @Test
    void marksOfQuotationsInCodeAreCode() {
        assertThat(blocks("```\n> a\n```")).contains("0 CODE > a");
        assertThat(blocks("> ```\n>> a\n> ```\n> b"))
                .isEqualTo("1 FENCE_START ```\n1 CODE > a\n1 FENCE_END ```\n1 PLAIN b");
    }

    @Test
    void onlyThreeGraveAccentsAloneEndCode() {
        assertThat(blocks("```\n``` \n```lua\n````\n ```\n```\na"))
                .isEqualTo(
                        """
                        0 FENCE_START ```
                        0 CODE ```\s
                        0 CODE ```lua
                        0 CODE ````
                        0 CODE  ```
                        0 FENCE_END ```
                        0 PLAIN a""");
    }

    @Test
    void codeInADeeperQuotationEndsWithIt() {
        assertThat(blocks(">> ```\n>> a\n> ```\n> b"))
                .isEqualTo("2 FENCE_START ```\n2 CODE a\n1 FENCE_START ```\n1 CODE b");
    }

    @Test
    void aNameInFrontMeansNothing() {
        var text = StyledText.of("> *x* _y_", 5);
        assertThat(text.lines()).hasSize(1);
        assertThat(text.lines().getFirst().depth()).isZero();
        assertThat(spans(text, text.lines().getFirst())).isEqualTo("> *x* (emphasis:_y_)");
        assertThat(blocks(StyledText.of("```\n> a", 3))).isEqualTo("0 PLAIN ```\n1 PLAIN a");
    }

    @Test
    void codeBlocksAreTakenOutAsTheyWere() {
        assertThat(
                        StyledText.of("a\n```lua\nx\n\n y\n```\n> ```\n> z\n> w\nb\n```\n```")
                                .codeBlocks())
                .containsExactly("x\n\n y", "z\nw");
    }

    @Test
    void wordsAreWithoutDirectives() {
        assertThat(StyledText.of("> *a* _b_\n```lua\n*c*\n```\n~d~ * e").words())
                .isEqualTo("a b\n*c*\nd * e");
    }

    private static String shown(String text) {
        var styled = StyledText.of(text);
        return styled.lines().stream()
                .map(line -> spans(styled, line))
                .collect(Collectors.joining("\n"));
    }

    private static String spans(StyledText text, StyledLine line) {
        assertThat(line.spans().stream().mapToInt(span -> span.end() - span.start()).sum())
                .isEqualTo(line.end() - line.content());
        var shown = new StringBuilder();
        var open = "";
        for (var span : line.spans()) {
            var styles =
                    new TreeSet<>(span.styles())
                            .stream()
                                    .map(Style::name)
                                    .map(name -> name.toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining("+"));
            boolean opensAnew = span.isDirective() && isOpening(line, span);
            if (!styles.equals(open) || (opensAnew && !open.isEmpty())) {
                shown.append(open.isEmpty() ? "" : ")");
                shown.append(styles.isEmpty() ? "" : "(" + styles + ":");
                open = styles;
            }
            shown.append(text.text(), span.start(), span.end());
        }
        return shown.append(open.isEmpty() ? "" : ")").toString();
    }

    /// Whether a directive opens a span: another of its style follows before one that closes it.
    private static boolean isOpening(StyledLine line, StyledSpan directive) {
        return line.spans().stream()
                                .filter(span -> span.isDirective())
                                .filter(span -> span.styles().equals(directive.styles()))
                                .filter(span -> span.start() < directive.start())
                                .count()
                        % 2
                == 0;
    }

    private static String blocks(String text) {
        return blocks(StyledText.of(text));
    }

    private static String blocks(StyledText styled) {
        return styled.lines().stream()
                .map(
                        line ->
                                line.depth()
                                        + " "
                                        + line.kind()
                                        + " "
                                        + styled.text().substring(line.content(), line.end()))
                .collect(Collectors.joining("\n"));
    }
}
