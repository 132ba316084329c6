package kith.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The folders of one profile. Computed only; [#create] makes them.
///
/// On Linux as in the XDG Base Directory Specification 0.8, on Windows and macOS as is the custom
/// there.
///
/// @param config what the user chose and may copy to another computer
/// @param data what can't be made again: history, keys, passwords
/// @param cache what can be made again at any time
/// @param state what may be lost but not in the middle of a day: logs
public record Directories(Path config, Path data, Path cache, Path state) {

    /// Where the folders are for these options.
    ///
    /// @param environment the variables of the process
    /// @param home the user's home folder
    /// @throws IllegalArgumentException for a profile name that is no plain file name
    public static Directories of(
            Place place, OperatingSystem system, Map<String, String> environment, Path home) {
        return switch (place) {
            case Place.Standard() -> standard(system, environment, home);
            case Place.Profile(var name) -> standard(system, environment, home).profile(name);
            case Place.Folder(var folder) -> beneath(folder.toAbsolutePath().normalize());
        };
    }

    /// Where the folders are for these options, on this computer for this user.
    ///
    /// @throws IllegalArgumentException for a profile name that is no plain file name
    public static Directories of(Place place) {
        return of(
                place,
                OperatingSystem.current(),
                System.getenv(),
                Path.of(System.getProperty("user.home")));
    }

    /// Makes the folders, readable by their owner only, where they aren't there yet; ones that
    /// others may enter are closed to them.
    ///
    /// @throws IOException where a folder can't be made or closed
    public Directories create() throws IOException {
        for (Path folder : List.of(config, data, cache, state)) {
            OwnerOnly.createFolder(folder);
        }
        return this;
    }

    private static Directories standard(
            OperatingSystem system, Map<String, String> environment, Path home) {
        return switch (system) {
            case LINUX -> linux(environment, home);
            case WINDOWS -> windows(environment, home);
            case MACOS -> macOs(home);
        };
    }

    private static Directories linux(Map<String, String> environment, Path home) {
        return new Directories(
                folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("kith"),
                folder(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve("kith"),
                folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("kith"),
                folder(environment, "XDG_STATE_HOME", home.resolve(".local/state"))
                        .resolve("kith"));
    }

    private static Directories windows(Map<String, String> environment, Path home) {
        var roaming = folder(environment, "APPDATA", home.resolve("AppData/Roaming"));
        var local = folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"));
        var data = local.resolve("Kith");
        return new Directories(
                roaming.resolve("Kith"), data, data.resolve("Cache"), data.resolve("Logs"));
    }

    private static Directories macOs(Path home) {
        var library = home.resolve("Library");
        var support = library.resolve("Application Support/Kith");
        return new Directories(
                support, support, library.resolve("Caches/Kith"), library.resolve("Logs/Kith"));
    }

    private static Directories beneath(Path folder) {
        return new Directories(
                folder.resolve("config"),
                folder.resolve("data"),
                folder.resolve("cache"),
                folder.resolve("state"));
    }

    private Directories profile(String name) {
        if (name.isEmpty()
                || name.startsWith(".")
                || !name.chars().allMatch(Directories::isPlain)) {
            throw new IllegalArgumentException(
                    "a profile's name has letters, digits, '.', '_' and '-' only: " + name);
        }
        var profile = Path.of("profiles", name);
        return new Directories(
                config.resolve(profile),
                data.resolve(profile),
                cache.resolve(profile),
                state.resolve(profile));
    }

    private static boolean isPlain(int character) {
        return Character.isLetterOrDigit(character) || "._-".indexOf(character) >= 0;
    }

    /// The folder that a variable names. One that is not absolute doesn't count (XDG Base Directory
    /// Specification, "Basics").
    private static Path folder(Map<String, String> environment, String name, Path otherwise) {
        return Optional.ofNullable(environment.get(name))
                .filter(Predicate.not(String::isBlank))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(otherwise);
    }

    /// Which folders the user asked for.
    public sealed interface Place {

        /// Those of the operating system.
        record Standard() implements Place {}

        /// A set of their own beside those: another user of Kith on the same desktop account.
        ///
        /// @param name a plain file name
        record Profile(String name) implements Place {}

        /// All beneath one folder.
        record Folder(Path folder) implements Place {}
    }
}
