package kith.desktop;

import java.util.Locale;

/// The families of operating systems that differ in where programs keep their files.
public enum OperatingSystem {
    /// Every system that follows the XDG Base Directory Specification.
    LINUX,
    WINDOWS,
    MACOS;

    /// The one Kith runs on.
    public static OperatingSystem current() {
        return named(System.getProperty("os.name", ""));
    }

    static OperatingSystem named(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return WINDOWS;
        }
        return lower.startsWith("mac") ? MACOS : LINUX;
    }
}
