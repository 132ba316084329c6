package kith.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;

class SizesTest {

    private final Sizes sizes = new Sizes(Texts.of(Locale.ENGLISH));

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes", "1023, '1,023 bytes'", "1024, 1 KB", "245760, 240 KB",
        "2516582, 2.4 MB", "22020096, 21 MB", "104857600, 100 MB", "251658240, 240 MB",
        "1610612736, 1.5 GB", "9223372036854775807, '8,589,934,592 GB'"
    })
    void aSize(long bytes, String shown) {
        assertThat(sizes.of(bytes)).isEqualTo(shown);
    }

    @Test
    void aPart() {
        assertThat(sizes.of(14_050_918, 22_020_096)).isEqualTo("13.4 of 21 MB");
        assertThat(sizes.of(0, 22_020_096)).isEqualTo("0 of 21 MB");
        assertThat(sizes.of(10, 20)).isEqualTo("10 of 20 bytes");
    }

    @Test
    void numbersAreThoseOfTheLanguage() {
        assertThat(new Sizes(Texts.of(Locale.GERMANY)).of(2_516_582)).isEqualTo("2,4 MB");
    }

    @Test
    void aLongNameLosesItsMiddle() {
        assertThat(FileNames.brief("plan.pdf")).isEqualTo("plan.pdf");
        assertThat(FileNames.brief("a\nb.pdf")).doesNotContain("\n");
        var brief = FileNames.brief("😀".repeat(100) + "end.pdf");
        assertThat(brief).startsWith("😀😀").contains("😀…😀").endsWith("end.pdf");
        assertThat(brief.codePointCount(0, brief.length())).isEqualTo(64);
    }
}
