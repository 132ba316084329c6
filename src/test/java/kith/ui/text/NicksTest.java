package kith.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NicksTest {

    @ParameterizedTest
    @CsvSource({"mara, mara2", "mara2, mara3", "Mara 9, Mara 10", "7, 72", "مارا, مارا2"})
    void theNextIsAnother(String nick, String next) {
        assertThat(Nicks.after(nick)).isEqualTo(next);
    }
}
