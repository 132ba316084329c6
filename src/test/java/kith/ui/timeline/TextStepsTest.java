package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.TextRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class TextStepsTest {

    /// An accent, a picture's placeholder, a flag, letters of other scripts, a letter of two chars.
    private static final String LETTERS = "ae\u0301\uFFFC🇵🇹\nशु𝒳";

    @Test
    void goesByWhatAReaderTakesForOneCharacter() {
        var places = new ArrayList<Integer>();
        for (int at = 0; at < LETTERS.length(); at = TextSteps.after(LETTERS, at)) {
            places.add(at);
        }
        assertThat(places).containsExactly(0, 1, 3, 4, 8, 9, 11);
        var back = new ArrayList<Integer>();
        for (int at = LETTERS.length(); at > 0; ) {
            at = TextSteps.before(LETTERS, at);
            back.add(at);
        }
        assertThat(back.reversed()).isEqualTo(places);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "…", "\n"})
    void staysAtTheEnds(String letters) {
        int end = letters.length();
        assertThat(TextSteps.after(letters, end)).isEqualTo(end);
        assertThat(TextSteps.before(letters, 0)).isZero();
        assertThat(TextSteps.afterWord(letters, end)).isEqualTo(end);
        assertThat(TextSteps.beforeWord(letters, 0)).isZero();
    }

    @Test
    void goesByWords() {
        var letters = "one, two\n(it's \uFFFC) …";
        assertThat(walk(letters)).containsExactly(3, 8, 14, 16, 19);
        int at = letters.length();
        var back = new ArrayList<Integer>();
        while (at > 0) {
            at = TextSteps.beforeWord(letters, at);
            back.add(at);
        }
        assertThat(back).containsExactly(15, 10, 5, 0);
    }

    @Test
    void findsTheWordAroundAPlace() {
        assertThat(TextSteps.around("one two", 5)).isEqualTo(new TextRange(4, 7));
        assertThat(TextSteps.around("one two", 7)).isEqualTo(new TextRange(4, 7));
        assertThat(TextSteps.around("", 0)).isEqualTo(new TextRange(0, 0));
    }

    private static List<Integer> walk(String letters) {
        var places = new ArrayList<Integer>();
        for (int at = 0; at < letters.length(); ) {
            at = TextSteps.afterWord(letters, at);
            places.add(at);
        }
        return places;
    }
}
