package kith.bench;

import kith.lab.DebianPackage;
import kith.lab.MappedWindows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// An X server without a screen, for one run: Xvfb.
///
/// It ends with [#close], and also when this JVM is killed: it is told to end with its last client,
/// and [#windows] stays connected as long as this JVM lives.
final class VirtualDisplay implements AutoCloseable {

    private static final DebianPackage XVFB = new DebianPackage("xvfb", "Xvfb");

    /// Brings the GTK libraries that JavaFX opens windows with.
    private static final DebianPackage GTK = new DebianPackage("libgtk-3-bin", "gtk-launch");

    private static final DebianPackage XDOTOOL = new DebianPackage("xdotool", "xdotool");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 1024;

    private final Process server;
    private final String name;
    private final MappedWindows windows;

    private VirtualDisplay(Process server, int number) throws IOException {
        this.server = server;
        this.name = ":" + number;
        this.windows = MappedWindows.of(number);
    }

    /// Starts an X server on a number nobody uses.
    static VirtualDisplay start() {
        GTK.require();
        try {
            Process server =
                    new ProcessBuilder(
                                    XVFB.require().toString(),
                                    "-displayfd",
                                    "1",
                                    "-screen",
                                    "0",
                                    WIDTH + "x" + HEIGHT + "x24",
                                    "-nolisten",
                                    "tcp",
                                    "-terminate")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (var out =
                    new BufferedReader(
                            new InputStreamReader(
                                    server.getInputStream(), StandardCharsets.US_ASCII))) {
                String number = out.readLine();
                if (number == null) {
                    throw new IllegalStateException("Xvfb did not start");
                }
                return new VirtualDisplay(server, Integer.parseInt(number.strip()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What goes into `DISPLAY`.
    String name() {
        return name;
    }

    /// Turns the wheel up where a window's middle is, once a frame.
    ///
    /// @param turns how often
    void turnWheelUp(int turns) {
        var line =
                "mousemove %d %d click --repeat %d --delay 17 4"
                        .formatted(WIDTH * 2 / 3, HEIGHT / 2, turns);
        var command = new ArrayList<>(List.of(XDOTOOL.require().toString()));
        command.addAll(List.of(line.split(" ")));
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DISPLAY", name);
        try {
            int status = builder.start().waitFor();
            if (status != 0) {
                throw new IllegalStateException("xdotool failed: " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while turning the wheel", e);
        }
    }

    MappedWindows windows() {
        return windows;
    }

    @Override
    public void close() {
        windows.close();
        server.destroy();
        try {
            if (!server.waitFor(10, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.destroyForcibly();
        }
    }
}
