package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

import kith.model.TextRange;
import kith.ui.fx.DressedScene;
import kith.ui.fx.FxThread;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/// The words of a message: what they are made of, and that copying gives what was written.
class MessageTextTest {

    private static final String[] WORDS = {
        "*",
        "_",
        "~",
        "`",
        "> ",
        "```",
        "\n",
        "\n",
        " ",
        " ",
        "a",
        "proof",
        "*so*",
        "`x y`",
        "🎉",
        "👨‍👩‍👧‍👦",
        "*️⃣",
        "شكرًا",
        "שלום",
        "200",
        "e\u0301",
        "https://a.example/b_c_",
        "!",
        ">>"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "so *strong* and `code` 🎉",
                "> a quotation\n> of two lines\n\nand an answer",
                "> a\n```lua\nx = 1\n\n y\n```\nb",
                ">> شكرًا *يا مارا* 200!\n> שלום\nthanks",
                "```\nnever closed",
                "```",
                ""
            })
    void allOfItIsWhatWasWritten(String text) {
        FxThread.run(
                () -> {
                    var made = message(text);
                    assertThat(made.words(0, made.letters().length())).isEqualTo(text);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1 | 8 | 'b\\n> *c*\\n\\ne'
                    0 | 2 | 'ab'
                    0 | 6 | '> ab\\n> *c*'
                    3 | 6 | '*c*'
                    4 | 8 | 'c*\\n\\ne'
                    7 | 9 | 'ef'
                    6 | 9 | 'ef'
                    5 | 5 | ''
                    """)
    void aPartOfItIsWhatWasWritten(int from, int to, String words) {
        FxThread.run(
                () -> {
                    var made = message("> ab\n> *c*\n\nef");
                    assertThat(made.letters()).isEqualTo("ab\n*c*\nef");
                    assertThat(made.words(from, to).replace("\n", "\\n")).isEqualTo(words);
                });
    }

    /// Whatever is selected in whatever text, what is copied stands in it.
    @Test
    void whatIsSelectedIsFoundInWhatWasWritten() {
        var random = new Random(393);
        FxThread.run(
                () -> {
                    for (int round = 0; round < 300; round++) {
                        var text = new StringBuilder();
                        for (int word = random.nextInt(1, 20); word > 0; word--) {
                            text.append(WORDS[random.nextInt(WORDS.length)]);
                        }
                        var made = message(text.toString());
                        int length = made.letters().length();
                        int from = random.nextInt(length + 1);
                        int to = random.nextInt(from, length + 1);
                        assertThat(text.toString()).contains(made.words(from, to));
                        assertThat(text.toString().strip())
                                .contains(made.words(0, length).strip())
                                .hasSizeLessThanOrEqualTo(
                                        made.words(0, length).strip().length() + 8);
                    }
                });
    }

    @Test
    void plainWordsAreOneNode() {
        FxThread.run(
                () ->
                        assertThat(message("Plain words\nof two lines.").lookupAll(".text"))
                                .hasSize(1));
    }

    @Test
    void directivesAreDimmedInTheStyleOfTheirWords() {
        FxThread.run(
                () -> {
                    var made = message("a *b*");
                    assertThat(classes(made, 1)).contains("in-strong", "directive");
                    assertThat(classes(made, 2)).contains("in-strong").doesNotContain("directive");
                    assertThat(classes(made, 3)).contains("in-strong", "directive");
                });
    }

    @Test
    void lettersThatItalicsWouldSpoilStandUpright() {
        FxThread.run(
                () -> {
                    var made = message("_so شكرًا_");
                    assertThat(made.lookupAll(".upright"))
                            .extracting(node -> ((Text) node).getText().strip())
                            .containsExactly("شكرًا");
                });
    }

    @Test
    void aLinkInCodeIsNone() {
        FxThread.run(
                () -> {
                    assertThat(message("`https://a.example/`").lookup(".link")).isNull();
                    assertThat(message("```\nhttps://a.example/\n```").lookup(".link")).isNull();
                    assertThat(message("> *https://a.example/*").lookup(".link")).isNotNull();
                });
    }

    @Test
    void anEmojiInAQuotationIsNotLarge() {
        FxThread.run(
                () -> {
                    assertThat(message("🎉").isJumbo()).isTrue();
                    assertThat(message("> 🎉").isJumbo()).isFalse();
                });
    }

    @Test
    void eachBlockHasItsOwnDirection() {
        FxThread.run(
                () -> {
                    var made = message("> שלום\n\nthanks");
                    assertThat(directions(made))
                            .containsExactly(
                                    NodeOrientation.RIGHT_TO_LEFT, NodeOrientation.LEFT_TO_RIGHT);
                    assertThat(made.directionOfLastLine()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
                    assertThat(directions(message("```\nשלום\n```")))
                            .containsExactly(NodeOrientation.LEFT_TO_RIGHT);
                });
    }

    /// In windows and words of either direction.
    @ParameterizedTest
    @CsvSource({
        "LEFT_TO_RIGHT, one two three",
        "RIGHT_TO_LEFT, one two three",
        "LEFT_TO_RIGHT, שלום עולם 7 טוב",
        "RIGHT_TO_LEFT, שלום עולם 7 טוב"
    })
    void whatIsSelectedIsMarkedWhereItStands(NodeOrientation window, String words) {
        FxThread.run(
                () -> {
                    var made =
                            MessageText.of(
                                    FoldedText.of("`" + words + "`", 1),
                                    Optional.empty(),
                                    english());
                    var page = new StackPane(made);
                    page.setNodeOrientation(window);
                    DressedScene.layOut(page, 400, 300);
                    made.select(0, 2);
                    page.layout();
                    var mark = bounds(made, ".selected-words");
                    var first = bounds(made, ".directive");
                    assertThat(mark.intersects(first)).isTrue();
                    assertThat(mark.getWidth()).isLessThan(30);
                    assertThat(bounds(made, ".code-ground"))
                            .satisfies(
                                    ground ->
                                            assertThat(
                                                            ground.contains(
                                                                    first.getCenterX(),
                                                                    first.getCenterY()))
                                                    .isTrue());
                });
    }

    /// Over the ground of code and the marks of what was found, whichever came first.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsSelectedIsMarkedOverAllThatIsUnderTheWords(boolean isFoundFirst) {
        FxThread.run(
                () -> {
                    var made = message("`set` the set");
                    if (!isFoundFirst) {
                        made.select(0, 9);
                    }
                    made.mark(text -> List.of(new TextRange(1, 4), new TextRange(10, 13)));
                    if (isFoundFirst) {
                        made.select(0, 9);
                    }
                    var flow = made.lookup(".code-ground").getParent();
                    assertThat(flow.getChildrenUnmodifiable().subList(0, 3))
                            .extracting(each -> each.getStyleClass().getFirst())
                            .containsExactly("code-ground", "hit-words", "selected-words");
                    var plain = message("the set");
                    plain.mark(text -> List.of(new TextRange(4, 7)));
                    plain.select(0, 7);
                    assertThat(
                                    plain.lookup(".hit-words")
                                            .getParent()
                                            .getChildrenUnmodifiable()
                                            .subList(0, 2))
                            .extracting(each -> each.getStyleClass().getFirst())
                            .containsExactly("hit-words", "selected-words");
                });
    }

    @Test
    void quotationsInEachOtherStandFartherInUpToALimit() {
        FxThread.run(
                () -> {
                    assertThat(message(">> a\n> b").lookupAll(".quotation")).hasSize(2);
                    assertThat(message("> a\n\n> b").lookupAll(".quotation")).hasSize(2);
                    assertThat(message(">".repeat(1_000)).lookupAll(".quotation")).hasSize(4);
                });
    }

    @Test
    void aNameThatLooksLikeStyleIsNone() {
        FxThread.run(
                () -> {
                    var source = FoldedText.of("/me *waves*", 1);
                    var made = MessageText.of(source, Optional.of("> ```*x*"), english());
                    assertThat(made.letters()).isEqualTo("> ```*x* *waves*");
                    assertThat(made.lookup(".quotation")).isNull();
                    assertThat(((Text) made.lookup(".actor")).getText()).isEqualTo("> ```*x*");
                    assertThat(((Text) made.lookup(".in-strong")).getText()).isEqualTo("*");
                });
    }

    private static Bounds bounds(MessageText text, String selector) {
        var node = text.lookup(selector);
        return node.localToScene(node.getLayoutBounds());
    }

    private static List<String> classes(MessageText text, int node) {
        return ((WordsFlow) text.getChildren().getFirst()).getChildren().get(node).getStyleClass();
    }

    private static List<NodeOrientation> directions(MessageText text) {
        return text.lookupAll(".words").stream()
                .map(flow -> flow.getEffectiveNodeOrientation())
                .toList();
    }

    /// XEP-0393 §7.
    @Test
    void signsStyleNothingWhereTheSenderSaysNo() {
        FxThread.run(
                () -> {
                    var words = "> *a* _b_\n```\ncode\n```";
                    var source = FoldedText.of(words, 1).unstyled();
                    var made = MessageText.of(source, Optional.empty(), english());
                    DressedScene.layOut(new StackPane(made), 400, 300);
                    assertThat(made.letters()).isEqualTo(words);
                    assertThat(made.lookupAll(".code-block")).isEmpty();
                    assertThat(made.lookupAll(".in-strong")).isEmpty();
                    assertThat(MessageText.codeBlocks(source)).isEmpty();
                    assertThat(message(words).lookupAll(".in-strong")).isNotEmpty();
                });
    }

    private static MessageText message(String text) {
        var made = MessageText.of(FoldedText.of(text, 1), Optional.empty(), english());
        DressedScene.layOut(new StackPane(made), 400, 300);
        return made;
    }

    private static Texts english() {
        return Texts.of(Locale.ENGLISH);
    }
}
