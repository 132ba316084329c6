package kith.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatingSystemTest {

    @ParameterizedTest
    @CsvSource({
        "Linux,LINUX",
        "FreeBSD,LINUX",
        "Windows 11,WINDOWS",
        "Mac OS X,MACOS",
        "Darwin,LINUX"
    })
    void isToldByItsName(String name, OperatingSystem expected) {
        assertThat(OperatingSystem.named(name)).isEqualTo(expected);
    }
}
