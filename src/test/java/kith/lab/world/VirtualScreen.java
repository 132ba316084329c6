package kith.lab.world;

import kith.lab.DebianPackage;
import kith.lab.TiedProcess;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A screen nobody sees, for machines without one: Xvfb on a number that is free.
///
/// Whoever starts it ends its process; else that ends with the JVM.
///
/// @param name what goes into `DISPLAY`
record VirtualScreen(TiedProcess process, String name) {

    private static final DebianPackage XVFB = new DebianPackage("xvfb", "Xvfb");

    /// Brings the GTK libraries that JavaFX opens windows with.
    private static final DebianPackage GTK = new DebianPackage("libgtk-3-bin", "gtk-launch");

    /// Starts it, after installing what is missing.
    static VirtualScreen start() throws IOException {
        GTK.require();
        var command =
                List.of(
                        XVFB.require().toString(),
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        "1280x860x24",
                        "-nolisten",
                        "tcp");
        var process =
                TiedProcess.start(
                        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD));
        var reader =
                new BufferedReader(
                        new InputStreamReader(process.output(), StandardCharsets.US_ASCII));
        String number = reader.readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start");
        }
        return new VirtualScreen(process, ":" + number.strip());
    }

    /// Whether there is no other screen.
    static boolean isNeeded() {
        return !isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        return !System.getenv().getOrDefault(variable, "").isEmpty();
    }
}
