package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import javafx.scene.layout.VBox;

import kith.ui.fx.DressedScene;
import kith.ui.fx.FxThread;
import kith.ui.widget.TextRun.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

class ParagraphRunsTest {

    private static final String[] WORDS = {
        "شكرًا",
        "يا",
        "مارا",
        "المطبعة",
        "שלום",
        "עותקים",
        "בבקשה",
        "proof",
        "e\u0301te\u0301",
        "200",
        "٢٥٠",
        "!",
        "؟",
        "-",
        "…",
        "(",
        ")",
        "/",
        ".",
        " ",
        " ",
        " ",
        "  ",
        "\n",
        "\u00A0",
        "🙏",
        "❤️",
        "👨‍👩‍👧‍👦",
        "नमस्ते",
        "ไทย",
        "\u202E",
        "\u202C",
        "\u2068",
        "\u2069",
        "\u200D",
        "\uFDFD",
        "سسسسسسسسسسسسسسسسسسسسسس",
        "!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!",
        "日本語"
    };

    @ParameterizedTest
    @ValueSource(strings = {"Wie geht’s, Élodie? 250!", "Ще раз, 明日の午後なら大丈夫です", ""})
    void lettersThatStandAloneAreOneRun(String text) {
        assertThat(ParagraphRuns.split(text, false)).isEqualTo(TextRun.split(text));
    }

    @Test
    void wordsFromRightToLeftEndWhereALineMay() {
        assertThat(ParagraphRuns.split("شكرًا يا مارا! هل 200", true))
                .containsExactly(
                        new TextRun(Kind.RIGHT_TO_LEFT, "شكرًا "),
                        new TextRun(Kind.RIGHT_TO_LEFT, "يا "),
                        new TextRun(Kind.RIGHT_TO_LEFT, "مارا"),
                        new TextRun(Kind.PLAIN, "!"),
                        new TextRun(Kind.PLAIN, " "),
                        new TextRun(Kind.RIGHT_TO_LEFT, "هل "),
                        new TextRun(Kind.PLAIN, "200"));
    }

    @Test
    void whatIsLongerThanALineIsCutIntoLetters() {
        assertThat(ParagraphRuns.split("ש".repeat(60), true)).hasSize(60);
    }

    @Test
    void runsEndAtTheCuts() {
        assertThat(ParagraphRuns.split("see https://a.example, ok", false, 4, 21))
                .extracting(TextRun::text)
                .containsExactly("see ", "https://a.example", ", ok");
        assertThat(ParagraphRuns.split("שלום https://a.example\u0301, ok", true, 5, 22))
                .extracting(TextRun::text)
                .contains("שלום ", "example\u0301", ", ");
    }

    @Test
    void runsAddUpToTheText() {
        var random = new Random(9);
        for (int i = 0; i < 2_000; i++) {
            var text = text(random, 30);
            int cut = random.nextInt(text.length() + 1);
            assertThat(joined(ParagraphRuns.split(text, random.nextBoolean(), cut)))
                    .isEqualTo(text);
        }
    }

    /// With one node for all words of a direction, JavaFX fails at each second text like these.
    @Test
    void everyTextCanBeBrokenIntoLines() {
        FxThread.run(
                () -> {
                    var random = new Random(26);
                    for (int i = 0; i < 400; i++) {
                        var text = text(random, 60);
                        var flow = EmojiText.flow(text);
                        var page = new VBox(flow);
                        DressedScene.layOut(page, 2_000, 2_000);
                        for (int width = 300; width < 900; width += 97) {
                            int room = width;
                            assertThatCode(() -> flow.prefHeight(room))
                                    .as("%s in %d px", text, room)
                                    .doesNotThrowAnyException();
                        }
                    }
                });
    }

    private static String text(Random random, int words) {
        return random.ints(1 + random.nextInt(words), 0, WORDS.length)
                .mapToObj(index -> WORDS[index])
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    }

    private static String joined(List<TextRun> runs) {
        return runs.stream().map(TextRun::text).collect(Collectors.joining());
    }
}
