package kith.lab.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.MappedWindows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// That nothing of the trial outlives it, in whichever way it ends: no server, no window, no screen
/// and no file.
class TryTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Pattern SCREEN = Pattern.compile("DISPLAY=:([0-9]+)\\R");

    @TempDir Path folder;

    private final List<ProcessHandle> seen = new ArrayList<>();

    @AfterEach
    void killWhatIsLeft() {
        seen.forEach(ProcessHandle::destroyForcibly);
    }

    /// As from a keyboard: to everybody at once.
    @Test
    void interruptedWithItsWindowOpenItLeavesNothing() throws IOException {
        Process trial = start();
        try (var windows = MappedWindows.of(awaitScreen(trial))) {
            windows.await(PATIENCE);
        }
        var all = withDescendants(trial);
        assertThat(all).anyMatch(each -> command(each).contains("Xvfb"));
        assertThat(all).anyMatch(each -> command(each).contains("prosody"));

        signal("INT", "-" + trial.pid());

        assertGone(all);
        assertThat(leftInTemporaryFolder()).isEmpty();
    }

    @Test
    void endedWhileItIsBeingMadeItLeavesNothing() throws IOException {
        Process trial = start();
        await("profile").atMost(PATIENCE).until(() -> runs(trial, "SampleProfile"));
        var all = withDescendants(trial);

        signal("TERM", String.valueOf(trial.pid()));

        assertGone(all);
        assertThat(leftInTemporaryFolder()).isEmpty();
    }

    /// Maven may be killed in a way that it can't tell anybody of.
    @Test
    void itEndsWithTheProcessThatStartedIt() throws IOException {
        Process starter = start("sh", "-c", "\"$@\"; exit", "starter");
        await("profile").atMost(PATIENCE).until(() -> runs(starter, "SampleProfile"));
        var all = withDescendants(starter);

        starter.destroyForcibly();

        assertGone(all);
        assertThat(leftInTemporaryFolder()).isEmpty();
    }

    @Test
    void killedItLeavesNobody() throws IOException {
        Process trial = start();
        await("Kith").atMost(PATIENCE).until(() -> runs(trial, "kith.Main"));
        var all = withDescendants(trial);

        trial.destroyForcibly();

        assertGone(all);
    }

    /// Starts it in a process group of its own, as a shell does.
    ///
    /// @param starter who stands between; may be nobody
    private Process start(String... starter) throws IOException {
        var command = new ArrayList<>(List.of("setsid", "env", "--default-signal=INT"));
        command.addAll(List.of(starter));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve("tmp")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Try.class.getName());
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        return builder.start();
    }

    /// Waits for the trial's own screen, which comes before Kith does.
    ///
    /// @return the number of the display
    private int awaitScreen(Process trial) {
        return await("screen")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> screen(trial), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Integer> screen(Process trial) throws IOException {
        String said = Files.readString(log());
        assertThat(trial.isAlive()).as(said).isTrue();
        return SCREEN.matcher(said).results().map(it -> Integer.valueOf(it.group(1))).findFirst();
    }

    private static boolean runs(Process trial, String part) {
        return trial.descendants().anyMatch(each -> command(each).contains(part));
    }

    private List<ProcessHandle> withDescendants(Process trial) {
        seen.add(trial.toHandle());
        trial.descendants().forEach(seen::add);
        return List.copyOf(seen);
    }

    /// Waits until nobody is left of these, nor of others who have been told of the folder since.
    private void assertGone(List<ProcessHandle> all) {
        await("nobody")
                .atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(Stream.concat(all.stream(), others()))
                                        .filteredOn(ProcessHandle::isAlive)
                                        .extracting(TryTest::command)
                                        .isEmpty());
    }

    private Stream<ProcessHandle> others() {
        return ProcessHandle.allProcesses()
                .filter(each -> command(each).contains(folder.toString()));
    }

    /// Whole, where [ProcessHandle.Info#commandLine] ends with the class path.
    private static String command(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }

    private static void signal(String name, String to) throws IOException {
        var kill = new ProcessBuilder("kill", "-s", name, "--", to).inheritIO().start();
        assertThat(kill.onExit().join().exitValue()).isZero();
    }

    private List<Path> leftInTemporaryFolder() throws IOException {
        try (var all = Files.list(folder.resolve("tmp"))) {
            return all.toList();
        }
    }

    private Path log() {
        return folder.resolve("log");
    }
}
