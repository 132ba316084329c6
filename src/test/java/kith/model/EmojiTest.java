package kith.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/// What passes for a reaction (H16 of the reliability rules).
class EmojiTest {

    @Test
    void oneEmojiOfEachKindIsOne() {
        for (var emoji :
                List.of(
                        "👋",
                        "❤",
                        "❤️",
                        "👍🏽",
                        "👨‍👩‍👧‍👦",
                        "🏳️‍🌈",
                        "🇩🇪",
                        "1️⃣",
                        "🏴󠁧󠁢󠁳󠁣󠁴󠁿")) {
            assertThat(Emoji.isOne(emoji)).as(emoji).isTrue();
        }
    }

    @Test
    void h16NothingElseIs() {
        for (var text :
                List.of(
                        "",
                        "a",
                        "1",
                        "#",
                        "👋👋",
                        "👋 ",
                        "ok 👋",
                        "שלום",
                        "مرحبا",
                        "\u202e👋",
                        "🇩",
                        "‍",
                        "️",
                        "👋\u0301",
                        "🐢🏽",
                        "❤︎",
                        "👋" + Character.toString(0xE0061) + Character.toString(0xE007F),
                        "👋".repeat(5_000),
                        "x".repeat(10_240))) {
            assertThat(Emoji.isOne(text)).as("%.20s", text).isFalse();
        }
    }

    /// What clients send of these differs, and Unicode has one way that it calls fully qualified.
    @Test
    void oneEmojiIsWrittenInOneWay() {
        assertThat(Emoji.accepted(List.of("❤", "❤️", "👋", "👋️"))).containsExactly("❤️", "👋");
        assertThat(Emoji.accepted(List.of("🏳‍🌈", "🏳️‍🌈"))).containsExactly("🏳️‍🌈");
        assertThat(Emoji.accepted(List.of("1⃣", "1️⃣"))).containsExactly("1️⃣");
        assertThat(Emoji.accepted(List.of("☝️🏽", "☝🏽"))).containsExactly("☝🏽");
        assertThat(Emoji.accepted(List.of("🏃‍♀", "🏃‍♀️"))).containsExactly("🏃‍♀️");
        var whole = List.of("👨‍👩‍👧‍👦", "🇩🇪", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "👍🏽");
        assertThat(Emoji.accepted(whole)).isEqualTo(whole);
    }

    @Test
    void h16EachIsTakenOnceAndOfManyTwenty() {
        assertThat(Emoji.accepted(List.of("👋", "spam", "👋", "🐢"))).containsExactly("👋", "🐢");
        var many = IntStream.range(0, 500).mapToObj(i -> Character.toString(0x1F400 + i % 60));
        assertThat(Emoji.accepted(many.toList()))
                .hasSize(20)
                .startsWith("🐀")
                .doesNotHaveDuplicates();
    }
}
