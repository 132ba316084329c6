package kith.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class DictionaryPlacesTest {

    private static final Path DATA = Path.of("/home/mara/.local/share/kith");
    private static final Path HOME = Path.of("/home/mara");

    @Test
    void theUsersOwnComeFirstEverywhere() {
        for (var system : OperatingSystem.values()) {
            assertThat(of(system, Map.of())).first().isEqualTo(DATA.resolve("dictionaries"));
        }
    }

    @Test
    void linuxHasThoseOfItsPackagesAndOfLibreOffice() {
        assertThat(of(OperatingSystem.LINUX, Map.of()))
                .contains(
                        Path.of("/usr/share/hunspell"),
                        Path.of("/usr/share/myspell/dicts"),
                        Path.of("/usr/share/myspell"),
                        Path.of("/usr/lib/libreoffice/share/extensions"));
    }

    @Test
    void aVariableNamesMoreOnLinux() {
        assertThat(of(OperatingSystem.LINUX, Map.of("DICPATH", "/srv/words::relative:/srv/more")))
                .startsWith(
                        DATA.resolve("dictionaries"), Path.of("/srv/words"), Path.of("/srv/more"))
                .doesNotContain(Path.of("relative"), Path.of(""));
    }

    @Test
    void windowsHasThoseOfLibreOfficeWhereverProgramsAre() {
        assertThat(of(OperatingSystem.WINDOWS, Map.of("ProgramFiles", "/programs")))
                .containsExactly(
                        DATA.resolve("dictionaries"),
                        Path.of("/programs/LibreOffice/share/extensions"));
    }

    @Test
    void macOsHasThoseOfTheUserAndOfAll() {
        assertThat(of(OperatingSystem.MACOS, Map.of()))
                .contains(HOME.resolve("Library/Spelling"), Path.of("/Library/Spelling"));
    }

    private static List<Path> of(OperatingSystem system, Map<String, String> environment) {
        return DictionaryPlaces.of(DATA, system, environment, HOME);
    }
}
