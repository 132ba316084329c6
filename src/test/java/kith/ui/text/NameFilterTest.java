package kith.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.BitSet;
import java.util.stream.Collectors;

class NameFilterTest {

    @Test
    void caseAndAccentsDoNotCount() {
        assertThat(new NameFilter("emile").matches("Émile Fournier")).isTrue();
        assertThat(new NameFilter("ÉMILE").matches("emile")).isTrue();
        assertThat(new NameFilter("οδοσ").matches("ΟΔΟΣ")).isTrue();
        assertThat(new NameFilter("ОЛЕНА").matches("Олена Коваленко")).isTrue();
        assertThat(new NameFilter("emilie").matches("Émile Fournier")).isFalse();
    }

    @Test
    void wordsStandInAnyOrderAndInAnyOfTheNames() {
        var filter = new NameFilter("  cedar   hadd lay ");
        assertThat(filter.matches("Layla Haddad", "layla@cedar.example")).isTrue();
        assertThat(filter.matches("Layla Haddad")).isFalse();
    }

    @Test
    void nothingTypedMatchesAll() {
        assertThat(new NameFilter(" \t").isEmpty()).isTrue();
        assertThat(new NameFilter(" \t").matches("Layla")).isTrue();
    }

    @Test
    void theBeginningOfAWordIsTold() {
        assertThat(new NameFilter("pri").beginsWordsOf("Harbour print co-op")).isTrue();
        assertThat(new NameFilter("rin").beginsWordsOf("Harbour print co-op")).isFalse();
    }

    @Test
    void whatWasFoundIsWhereItStandsInTheName() {
        assertThat(found("print", "Harbour print co-op")).isEqualTo("print");
        assertThat(found("in in", "Spin inn")).isEqualTo("in");
        assertThat(found("fourn ém", "Émile Fournier")).isEqualTo("ÉmFourn");
        assertThat(found("em", "E\u0301mile")).isEqualTo("E\u0301m");
        assertThat(found("tm", "A™")).isEqualTo("™");
        assertThat(found("x", "Layla")).isEmpty();
    }

    @Test
    void theBeginningOfAWordIsFoundBeforeItsMiddle() {
        var found = new BitSet();
        found.set(5, 7);
        assertThat(new NameFilter("in").found("Spin inn")).isEqualTo(found);
    }

    private static String found(String typed, String name) {
        return new NameFilter(typed)
                .found(name).stream()
                        .mapToObj(name::charAt)
                        .map(String::valueOf)
                        .collect(Collectors.joining());
    }
}
