package kith.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.Locale;

class PluralCategoryTest {

    /// The sample numbers of CLDR's table for each category.
    @ParameterizedTest
    @CsvSource({
        "en, ONE, 1",
        "en, OTHER, 0 2 16 100 1000000",
        "de, ONE, 1",
        "de, OTHER, 0 2 16 100",
        "fr, ONE, 0 1",
        "fr, OTHER, 2 17 100",
        "ja, OTHER, 0 1 15 100",
        "he, ONE, 1",
        "he, TWO, 2",
        "he, OTHER, 0 3 17 100",
        "cs, ONE, 1",
        "cs, FEW, 2 3 4",
        "cs, OTHER, 0 5 19 100",
        "pl, ONE, 1",
        "pl, FEW, 2 3 4 22 24 32 34 104",
        "pl, MANY, 0 5 11 12 14 19 21 100 112",
        "uk, ONE, 1 21 31 101",
        "uk, FEW, 2 3 4 22 24 102",
        "uk, MANY, 0 5 11 12 14 19 100 111 114",
        "ar, ZERO, 0",
        "ar, ONE, 1",
        "ar, TWO, 2",
        "ar, FEW, 3 10 103 110",
        "ar, MANY, 11 26 99 111",
        "ar, OTHER, 100 101 102 200 1000000"
    })
    void isThatOfUnicode(String language, PluralCategory category, String counts) {
        var locale = Locale.forLanguageTag(language);
        assertThat(Arrays.stream(counts.split(" ")).mapToLong(Long::parseLong))
                .allSatisfy(
                        count -> assertThat(PluralCategory.of(locale, count)).isEqualTo(category));
    }
}
