package kith.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TameTextTest {

    @ParameterizedTest
    @CsvSource({
        "'a\u202Egnp.exe', agnp.exe",
        "'\u2067a\u2069 \u202Ab\u202C', 'a b'",
        "'a\u0007\tb\r\nc', 'a\tb\nc'",
        "'\u0633\u200F!', '\u0633\u200F!'",
    })
    void nothingInItActsOnWhatIsBehindIt(String text, String tame) {
        assertThat(TameText.of(text)).isEqualTo(tame);
    }
}
