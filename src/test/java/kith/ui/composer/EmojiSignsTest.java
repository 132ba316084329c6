package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class EmojiSignsTest {

    private final EmojiSigns signs = new EmojiSigns();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "🎉",
                "👍🏽",
                "👨‍👩‍👧‍👦",
                "🇩🇪",
                "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
                "1️⃣",
                "❤️",
                "☕",
                "🧑🏿‍🚀",
                "⤴️"
            })
    void anEmojiIsOneSignThatHasNoDirection(String emoji) {
        var shown = signs.shown("a" + emoji + "b");
        assertThat(shown).hasSize(3);
        assertThat(Character.getDirectionality(shown.charAt(1)))
                .isEqualTo(Character.DIRECTIONALITY_OTHER_NEUTRALS);
        assertThat(signs.written(shown)).isEqualTo("a" + emoji + "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "café, Ünïcode – “quoted”…",
                "مرحبا 12 שלום",
                "❤ and ❤\uFE0E as letters",
                "\uE0A0 \uF8FF \uDBFF\uDFFD private",
                "⊡ ⟶ ┌ ䷀ ⤴ \uED00 \uEFFF 中文",
                "lone \uD83D and \uDE00 halves",
                "\u200D\uFE0F🏽 pieces",
                "e\u0301\u0301\u0301 \u202E hostile"
            })
    void whatIsNoEmojiComesBackAsItWas(String text) {
        assertThat(signs.written(signs.shown(text))).isEqualTo(text);
        assertThat(signs.shown(text)).hasSameSizeAs(text);
        signs.shown("🎉🎂❤️👍");
        assertThat(signs.written(signs.shown(text))).isEqualTo(text);
        assertThat(signs.written(signs.letters(text))).isEqualTo(text);
    }

    @Test
    void theSameEmojiHasTheSameSignAndAnotherAnother() {
        assertThat(signs.shown("🎉")).isEqualTo(signs.shown("🎉")).isNotEqualTo(signs.shown("👍"));
        assertThat(signs.shown("❤️")).isNotEqualTo(signs.shown("❤"));
    }

    /// All characters that serve as signs are written while emoji have half of them.
    @Test
    void whoeverWritesSignsThemselvesGetsThemBack() {
        signs.shown(manyEmoji(700));
        var all =
                IntStream.concat(
                                IntStream.rangeClosed(0x2190, 0x2BFF),
                                IntStream.rangeClosed(0x4DC0, 0x4DFF))
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        assertThat(signs.written(signs.shown(all))).isEqualTo(all);
        assertThat(signs.written(signs.shown("\uE000 \uE0A0"))).isEqualTo("\uE000 \uE0A0");
        var privateUse =
                IntStream.rangeClosed(0xE000, 0xEFFF)
                        .limit(0x1000)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        assertThat(new EmojiSigns().written(new EmojiSigns().shown(privateUse)))
                .isEqualTo(privateUse);
    }

    @Test
    void whereThereAreTooManyEmojiTheRestStayAsTheyAre() {
        var many = manyEmoji(1500);
        assertThat(signs.written(signs.shown(many))).isEqualTo(many);
        assertThat(signs.shown("🎉")).isEqualTo("🎉");
        assertThat(signs.written(signs.shown("⊡ ┌"))).isEqualTo("⊡ ┌");
    }

    private static String manyEmoji(int number) {
        return IntStream.rangeClosed(0x1F300, 0x1FAFF)
                .filter(Character::isEmojiPresentation)
                .filter(c -> !Character.isEmojiModifier(c))
                .filter(c -> c != 0x1F389)
                .mapToObj(Character::toString)
                .flatMap(
                        it ->
                                Character.isEmojiModifierBase(it.codePointAt(0))
                                        ? Stream.of(it, it + "🏽", it + "🏿", it + "🏻")
                                        : Stream.of(it))
                .limit(number)
                .collect(Collectors.joining());
    }
}
