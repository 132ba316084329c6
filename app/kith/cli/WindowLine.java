package kith.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// A command line that only opens the window, read by hand: it is the one that people wait for, and
/// the library that reads all the others would take a tenth of a second of it.
///
/// It reads what [KithCommand] would read, or nothing: whatever is not plainly right is left to
/// that, which says what is wrong.
public final class WindowLine {

    private Optional<Path> dataFolder = Optional.empty();
    private Optional<String> profile = Optional.empty();
    private final List<String> logLevels = new ArrayList<>();
    private boolean isHidden;
    private boolean isPrintingEvents;
    private Optional<String> uri = Optional.empty();

    private WindowLine() {}

    /// The options of the line; empty where it is anything but a plain start of the window.
    public static Optional<StartOptions> read(String... args) {
        var line = new WindowLine();
        var words = List.of(args).iterator();
        while (words.hasNext()) {
            if (!line.take(words.next(), words)) {
                return Optional.empty();
            }
        }
        return Optional.of(line.options());
    }

    private boolean take(String word, Iterator<String> rest) {
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        var name = equals < 0 ? word : word.substring(0, equals);
        switch (name) {
            case "--hidden" -> isHidden = true;
            case "--events" -> isPrintingEvents = true;
            case "--data-dir", "--profile", "-p", "--log", "-l" -> {
                if (equals < 0 && !rest.hasNext()) {
                    return false;
                }
                return takeValue(name, equals < 0 ? rest.next() : word.substring(equals + 1));
            }
            default -> {
                boolean isUri = word.startsWith("xmpp:") && uri.isEmpty();
                uri = isUri ? Optional.of(word) : uri;
                return isUri;
            }
        }
        return equals < 0;
    }

    private boolean takeValue(String name, String value) {
        if (value.isEmpty() || value.startsWith("-")) {
            return false;
        }
        switch (name) {
            case "--data-dir" -> {
                if (dataFolder.isPresent()) {
                    return false;
                }
                dataFolder = path(value);
                return dataFolder.isPresent() && profile.isEmpty();
            }
            case "--profile", "-p" -> {
                if (profile.isPresent()) {
                    return false;
                }
                profile = Optional.of(value);
            }
            default -> logLevels.add(value);
        }
        return profile.isEmpty() || dataFolder.isEmpty();
    }

    /// A name that the file system, or the locale, doesn't have is no path.
    private static Optional<Path> path(String value) {
        try {
            return Optional.of(Path.of(value));
        } catch (InvalidPathException nonsense) {
            return Optional.empty();
        }
    }

    private StartOptions options() {
        return new StartOptions(
                dataFolder, profile, List.copyOf(logLevels), isHidden, isPrintingEvents, uri);
    }
}
