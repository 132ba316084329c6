package kith.session.spelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Random;

class WrittenWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We meet at the bridge.|We meet at the bridge",
                "“Lovely”, (she) said—twice…|Lovely she said twice",
                "don't don’t dogs' 'quoted' rock'n'roll|don't don’t dogs quoted rock'n'roll",
                "a well-known e-mail|well known mail",
                "either/or, and/or|either or and or",
                "naïve cafe\u0301 Straße|naïve cafe\u0301 Straße",
                "l'aigua col·legi|l'aigua col·legi",
                "Привіт, п'ять мостів|Привіт п'ять мостів",
                "καλημέρα κόσμε|καλημέρα κόσμε",
                "שלום צה״ל עולם|שלום צה״ל עולם",
                "مرحبا يا ليلى|مرحبا يا ليلى",
                "می\u200Cخواهم|می\u200Cخواهم",
                "नमस्ते दुनिया|नमस्ते दुनिया",
                "한국어 맞춤법|한국어 맞춤법",
                "𐐀𐐁𐐂 𐐨𐐩|𐐀𐐁𐐂 𐐨𐐩",
                "so nice 😀👍🏽 indeed|so nice indeed",
                "co\u00ADoperate|co\u00ADoperate",
            })
    void findsWordsInManyScripts(String text, String words) {
        assertThat(found(text)).containsExactly(words.split(" "));
    }

    @Test
    void thaiHasNoSpacesAndYetWords() {
        assertThat(found("สวัสดีชาวโลก")).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://kith.example/a/page?of=words#there",
                "(http://kith.example)",
                "www.kith.example",
                "kith.example",
                "notes.txt",
                "xmpp:layla@birke.example?message",
                "mailto:layla",
                "layla@birke.example",
                "@priya",
                "@Priya,",
                "#print",
                ":clap:",
                ":clap::tada:",
                ":+1:",
                "`some code`",
                "`not closed",
                "```\nsome code\nmore\n```",
                "```java\nnot closed",
                "/help",
                "/usr/share/hunspell",
                "~/letters",
                "C:\\Letters\\new",
                "h3llo 2nd mp3 l10n",
                "snake_case",
                "iPhone javaFx",
                "I a x",
                "日本語 中文",
                "ខ្មែរ",
                "😀 ⚓ 🇩🇪 👩‍👩‍👧",
                "123 4.5 —",
                "",
                " \n\t ",
            })
    void thereAreNone(String text) {
        assertThat(found(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/me waves gladly|waves gladly",
                "see `code` here|see here",
                "well:clap:done|well done",
                "mail layla@birke.example today|mail today",
                "note: this|note this",
                "(see http://kith.example)|see",
                "Ends.Begins|''",
            })
    void whatStandsAroundIsFound(String text, String words) {
        assertThat(String.join(" ", found(text))).isEqualTo(words);
    }

    @Test
    void goesOnBehindABlockOfCode() {
        assertThat(found("before\n```\ncode\n```\nbehind")).containsExactly("before", "behind");
    }

    @Test
    void aHalfCharacterIsNone() {
        assertThat(found("so \uD83D nice")).containsExactly("so", "nice");
    }

    /// Nothing that is written makes it look at the same place again and again.
    @ParameterizedTest
    @ValueSource(
            strings = {"a", "'", "`", ":", "a'", "a:", "@", "ab ", "สวัสดี", "\uD83D", "\n```"})
    void takesNoTimeForMuch(String piece) {
        var text = piece.repeat(1_000_000 / piece.length());
        assertTimeout(Duration.ofSeconds(10), () -> WrittenWords.of(text));
    }

    @Test
    void rangesAreInOrderAndInTheText() {
        var random = new Random(11);
        var letters = "ab'’ \n`:@./_1é\u0301😀สวם\uD83D·";
        for (int i = 0; i < 3000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(40); j > 0; j--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            int last = 0;
            for (var range : WrittenWords.of(text.toString())) {
                assertThat(range.start()).isGreaterThanOrEqualTo(last);
                assertThat(range.end()).isBetween(range.start() + 1, text.length());
                last = range.end();
            }
        }
    }

    private static List<String> found(String text) {
        return WrittenWords.of(text).stream()
                .map(range -> text.substring(range.start(), range.end()))
                .toList();
    }
}
