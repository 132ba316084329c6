package kith.desktop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The folders in which operating systems and office programs keep dictionaries to check spelling
/// by, and that of the user's own.
public final class DictionaryPlaces {

    private static final Logger LOG = LoggerFactory.getLogger(DictionaryPlaces.class);

    private DictionaryPlaces() {}

    /// Those of this computer, the user's own first. Not all need be there.
    ///
    /// @param data where the profile keeps its history
    public static List<Path> here(Path data) {
        return of(
                data,
                OperatingSystem.current(),
                System.getenv(),
                Path.of(System.getProperty("user.home")));
    }

    /// Those of a computer.
    ///
    /// @param environment the variables of the process
    /// @param home the user's home folder
    static List<Path> of(
            Path data, OperatingSystem system, Map<String, String> environment, Path home) {
        var own = Stream.of(data.resolve("dictionaries"));
        var others =
                switch (system) {
                    case LINUX -> linux(environment);
                    case WINDOWS -> windows(environment);
                    case MACOS -> macOs(home);
                };
        return Stream.concat(own, others).toList();
    }

    private static Stream<Path> linux(Map<String, String> environment) {
        var named =
                Optional.ofNullable(environment.get("DICPATH")).stream() // hunspell(1)
                        .flatMap(paths -> Stream.of(paths.split(":", -1)))
                        .filter(path -> path.startsWith("/"));
        var fixed =
                Stream.of(
                        "/usr/share/hunspell",
                        "/usr/share/myspell/dicts",
                        "/usr/share/myspell",
                        "/usr/local/share/hunspell",
                        "/app/share/hunspell", // in a Flatpak
                        "/usr/lib/libreoffice/share/extensions",
                        "/usr/lib64/libreoffice/share/extensions");
        return Stream.concat(
                Stream.concat(named, fixed).map(Path::of),
                offices(Path.of("/opt")).map(office -> office.resolve("share/extensions")));
    }

    private static Stream<Path> windows(Map<String, String> environment) {
        return Stream.of("ProgramFiles", "ProgramFiles(x86)")
                .flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
                .filter(name -> !name.isBlank())
                .map(name -> Path.of(name, "LibreOffice", "share", "extensions"));
    }

    private static Stream<Path> macOs(Path home) {
        return Stream.of(
                home.resolve("Library/Spelling"),
                Path.of("/Library/Spelling"),
                Path.of("/opt/homebrew/share/hunspell"),
                Path.of("/usr/local/share/hunspell"),
                Path.of("/Applications/LibreOffice.app/Contents/Resources/extensions"));
    }

    /// LibreOffice's own packages go each into a folder with their version.
    private static Stream<Path> offices(Path parent) {
        var found = new ArrayList<Path>();
        if (Files.isDirectory(parent)) {
            try (var folders = Files.newDirectoryStream(parent, "libreoffice*")) {
                folders.forEach(found::add);
            } catch (IOException | DirectoryIteratorException unreadable) {
                LOG.debug("{} can't be looked at", parent, unreadable);
            }
        }
        return found.stream().sorted();
    }
}
