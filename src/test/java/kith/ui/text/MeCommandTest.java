package kith.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The examples of XEP-0245.
class MeCommandTest {

    @Test
    void tellsWhatIsDone() {
        assertThat(MeCommand.is("/me shrugs in disgust")).isTrue();
        assertThat(MeCommand.deed("/me shrugs in disgust")).isEqualTo("shrugs in disgust");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/meshrugs in disgust",
                "/me's disgusted",
                " /me shrugs in disgust",
                "\"/me shrugs in disgust\"",
                "* Atlas shrugs in disgust",
                "Why did Atlas say \"/me shrugs in disgust\"?",
                "/ME shrugs",
                "/me"
            })
    void nothingElseIsOne(String body) {
        assertThat(MeCommand.is(body)).isFalse();
    }
}
