package kith.arch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

class HouseRulesTest {

    private static final String FIXTURE = "kith.arch.fixture";
    private static final JavaClasses KITH =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("kith");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(FIXTURE);

    @ParameterizedTest
    @MethodSource("rules")
    void kithKeepsTheRule(ArchRule rule) {
        assertThat(KITH).hasSizeGreaterThan(100);
        rule.check(KITH);
    }

    /// There is none to be used by mistake, nor by a library.
    @Test
    void h56NoBrowserIsThere() {
        assertThatThrownBy(() -> Class.forName("javafx.scene.web.WebView"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @ParameterizedTest
    @MethodSource("rulesOfTheFixture")
    void theFixtureBreaksTheRule(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(BROKEN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(FIXTURE);
    }

    static Stream<Named<ArchRule>> rules() {
        return named(new HouseRules("kith"));
    }

    static Stream<Named<ArchRule>> rulesOfTheFixture() {
        return named(new HouseRules(FIXTURE));
    }

    private static Stream<Named<ArchRule>> named(HouseRules rules) {
        return rules.all().entrySet().stream()
                .map(each -> Named.of(each.getKey(), each.getValue()));
    }
}
