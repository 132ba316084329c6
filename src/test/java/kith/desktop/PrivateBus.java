package kith.desktop;

import kith.lab.DebianPackage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A session bus of a test's own, which starts no services by itself, and GNOME's key ring on it.
public final class PrivateBus {

    private static final DebianPackage DBUS = new DebianPackage("dbus", "dbus-daemon");
    private static final DebianPackage KEY_RING =
            new DebianPackage("gnome-keyring", "gnome-keyring-daemon");

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();

    /// @param folder for the socket and the key ring's files; a short path
    public PrivateBus(Path folder) throws IOException {
        this.folder = folder;
        var config =
                Files.writeString(
                        folder.resolve("bus.conf"),
                        """
                        <busconfig>
                          <type>session</type>
                          <listen>unix:path=%s</listen>
                          <policy context="default">
                            <allow send_destination="*" eavesdrop="true"/>
                            <allow eavesdrop="true"/>
                            <allow own="*"/>
                          </policy>
                        </busconfig>
                        """
                                .formatted(folder.resolve("bus")));
        var daemon = start(DBUS, "--nofork", "--print-address", "--config-file=" + config);
        daemon.inputReader().readLine(); // it listens once it has told its address
    }

    public SessionBus address() {
        return new SessionBus("unix:path=" + folder.resolve("bus"), List.of());
    }

    /// Starts the key ring and opens it, with a password that it takes on at its first start.
    public void startUnlockedKeyRing() throws IOException {
        var daemon = start(KEY_RING, "--foreground", "--components=secrets", "--unlock");
        try (OutputStream password = daemon.getOutputStream()) {
            password.write("open sesame".getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Starts the key ring as it is after the computer was: locked.
    public void startLockedKeyRing() throws IOException {
        start(KEY_RING, "--foreground", "--components=secrets");
    }

    public void stopKeyRing() throws InterruptedException {
        stop(processes.removeLast());
    }

    public void stop() throws InterruptedException {
        for (var process : processes.reversed()) {
            stop(process);
        }
    }

    private Process start(DebianPackage program, String... arguments) throws IOException {
        var line = new ArrayList<String>(List.of(program.require().toString()));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).redirectError(folder.resolve("errors").toFile());
        var environment = builder.environment();
        environment.put("DBUS_SESSION_BUS_ADDRESS", address().address());
        environment.put("HOME", folder.toString());
        environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
        environment.put("XDG_RUNTIME_DIR", folder.toString());
        environment.remove("DISPLAY");
        var process = builder.start();
        processes.add(process);
        return process;
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
