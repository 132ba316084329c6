package kith.desktop.log;

import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;

/// How much of one part of the program is logged.
///
/// @param logger the name of the logger and of all beneath it
public record LogLevel(String logger, Level level) {

    /// Reads `SUB=LEVEL`: `store=debug`, `smack=off`, `org.freedesktop=info`.
    ///
    /// A name without a dot is a part of Kith, but for `kith`, `smack` and `dbus` themselves.
    ///
    /// @throws IllegalArgumentException for anything else; its message is for the user
    public static LogLevel parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("expected PART=LEVEL, such as store=debug: " + text);
        }
        var name = text.substring(equals + 1);
        var level =
                named(name)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "no such level (off, error, warn, info, debug,"
                                                        + " trace): "
                                                        + name));
        return new LogLevel(logger(text.substring(0, equals)), level);
    }

    private static String logger(String part) {
        return switch (part) {
            case "kith" -> "kith";
            case "smack" -> "org.jivesoftware";
            case "dbus" -> "org.freedesktop";
            default -> part.contains(".") ? part : "kith." + part;
        };
    }

    /// What SLF4J calls the level.
    static String name(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (value >= Level.WARNING.intValue()) {
            return "WARN";
        }
        if (value >= Level.INFO.intValue()) {
            return "INFO";
        }
        return value >= Level.FINE.intValue() ? "DEBUG" : "TRACE";
    }

    /// The level that SLF4J calls so.
    private static Optional<Level> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "off" -> Optional.of(Level.OFF);
            case "error" -> Optional.of(Level.SEVERE);
            case "warn" -> Optional.of(Level.WARNING);
            case "info" -> Optional.of(Level.INFO);
            case "debug" -> Optional.of(Level.FINE);
            case "trace" -> Optional.of(Level.FINEST);
            default -> Optional.empty();
        };
    }
}
