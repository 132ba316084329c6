package kith.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kith.desktop.Directories.Place;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

class DirectoriesTest {

    private static final Path HOME = Path.of("/home/mara");

    @TempDir private Path temp;

    @Test
    void linuxUsesTheBaseDirectories() {
        var folders = Directories.of(new Place.Standard(), OperatingSystem.LINUX, Map.of(), HOME);
        assertThat(folders)
                .isEqualTo(
                        new Directories(
                                Path.of("/home/mara/.config/kith"),
                                Path.of("/home/mara/.local/share/kith"),
                                Path.of("/home/mara/.cache/kith"),
                                Path.of("/home/mara/.local/state/kith")));
    }

    @Test
    void variablesMoveTheBaseDirectories() {
        var environment =
                Map.of(
                        "XDG_CONFIG_HOME", "/c",
                        "XDG_DATA_HOME", "/d",
                        "XDG_CACHE_HOME", "/k",
                        "XDG_STATE_HOME", "/s");
        var folders =
                Directories.of(new Place.Standard(), OperatingSystem.LINUX, environment, HOME);
        assertThat(folders)
                .isEqualTo(
                        new Directories(
                                Path.of("/c/kith"),
                                Path.of("/d/kith"),
                                Path.of("/k/kith"),
                                Path.of("/s/kith")));
    }

    @Test
    void relativeAndEmptyVariablesDoNotCount() {
        var environment = Map.of("XDG_DATA_HOME", "data", "XDG_STATE_HOME", "");
        var folders =
                Directories.of(new Place.Standard(), OperatingSystem.LINUX, environment, HOME);
        assertThat(folders.data()).isEqualTo(HOME.resolve(".local/share/kith"));
        assertThat(folders.state()).isEqualTo(HOME.resolve(".local/state/kith"));
    }

    @Test
    void macOsUsesTheLibrary() {
        var folders = Directories.of(new Place.Standard(), OperatingSystem.MACOS, Map.of(), HOME);
        assertThat(folders.data()).isEqualTo(HOME.resolve("Library/Application Support/Kith"));
        assertThat(folders.cache()).isEqualTo(HOME.resolve("Library/Caches/Kith"));
        assertThat(folders.state()).isEqualTo(HOME.resolve("Library/Logs/Kith"));
    }

    @Test
    void windowsKeepsDataOffTheRoamingProfile() {
        var environment = Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local");
        var folders =
                Directories.of(new Place.Standard(), OperatingSystem.WINDOWS, environment, HOME);
        assertThat(folders.config()).isEqualTo(Path.of("/roaming/Kith"));
        assertThat(folders.data()).isEqualTo(Path.of("/local/Kith"));
    }

    @Test
    void profilesShareNothing() {
        var one = profile("one");
        var two = profile("two");
        assertThat(foldersOf(one)).doesNotContainAnyElementsOf(foldersOf(two));
        assertThat(one.data()).isEqualTo(HOME.resolve(".local/share/kith/profiles/one"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", ".hidden", "a/b", "a\\b", "a b", "x\n"})
    void profileNamesArePlainFileNames(String name) {
        assertThatThrownBy(() -> profile(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneFolderHoldsAll() {
        var folders = Directories.of(new Place.Folder(temp), OperatingSystem.LINUX, Map.of(), HOME);
        assertThat(foldersOf(folders)).doesNotHaveDuplicates().allMatch(f -> f.startsWith(temp));
    }

    @Test
    void foldersAreForTheirOwnerAlone() throws IOException {
        var open = Files.createDirectories(temp.resolve("data"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        var folders = Directories.of(new Place.Folder(temp)).create();
        for (Path folder : foldersOf(folders)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
    }

    private static Directories profile(String name) {
        return Directories.of(new Place.Profile(name), OperatingSystem.LINUX, Map.of(), HOME);
    }

    private static List<Path> foldersOf(Directories folders) {
        return List.of(folders.config(), folders.data(), folders.cache(), folders.state());
    }
}
