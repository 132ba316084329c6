package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import kith.ui.widget.TextRun.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;
import java.util.stream.Collectors;

class TextRunTest {

    @Test
    void plainTextIsOneRun() {
        assertThat(TextRun.split("Wie geht’s, Élodie?"))
                .containsExactly(plain("Wie geht’s, Élodie?"));
    }

    @Test
    void nothingIsNoRun() {
        assertThat(TextRun.split("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "🎉",
                "👍🏽",
                "👨‍👩‍👧‍👦",
                "🇺🇦",
                "1️⃣",
                "❤️",
                "❤️‍🔥",
                "❤‍🔥",
                "✌🏿",
                "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
                "🫩"
            })
    void oneEmojiIsOnePicture(String emoji) {
        assertThat(TextRun.split("a" + emoji + "b"))
                .containsExactly(plain("a"), new TextRun(Kind.EMOJI, emoji), plain("b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#1*", "© ™", "❤", "☺\uFE0E", "🎉\uFE0E", "日本", "नमस्ते", "🇺", "\uFE0F"})
    void whatIsTextByDefaultStaysText(String text) {
        assertThat(TextRun.split(text)).containsExactly(plain(text));
    }

    @Test
    void neighbouringEmojiAreSinglePictures() {
        assertThat(TextRun.split("🇺🇦🇸🇪")).hasSize(2);
    }

    @Test
    void lettersFromRightToLeftStandAloneWithTheSpacesBetweenThem() {
        assertThat(TextRun.split("شكرًا يا مارا! هل 200"))
                .containsExactly(
                        new TextRun(Kind.RIGHT_TO_LEFT, "شكرًا يا مارا"),
                        plain("! "),
                        new TextRun(Kind.RIGHT_TO_LEFT, "هل"),
                        plain(" 200"));
    }

    @Test
    void runsAddUpToTheText() {
        var random = new Random(392);
        int[] alphabet =
                "aé 1!شםـ🎉👍🏽\u200D\uFE0F❤🇸🇪日\u0301\u2068\u2069\uD83D".codePoints().toArray();
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(20), 0, alphabet.length)
                    .forEach(index -> text.appendCodePoint(alphabet[index]));
            assertThat(
                            TextRun.split(text.toString()).stream()
                                    .map(TextRun::text)
                                    .collect(Collectors.joining()))
                    .isEqualTo(text.toString());
        }
    }

    private static TextRun plain(String text) {
        return new TextRun(Kind.PLAIN, text);
    }
}
