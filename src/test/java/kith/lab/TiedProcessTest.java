package kith.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// That no process outlives the JVM that started it.
class TiedProcessTest {

    @TempDir Path folder;

    @Test
    void endsWhenStopped() {
        var process = start(folder, "exec sleep 600");
        process.stop();
        assertThat(process.isRunning()).isFalse();
    }

    @Test
    void endsWhenKilledEvenIfItWouldNotStop() {
        var process = start(folder, "trap '' TERM; echo deaf; while :; do sleep 1; done");
        await().until(() -> Files.readString(folder.resolve("log")).contains("deaf"));
        process.kill();
        assertThat(process.isRunning()).isFalse();
    }

    @Test
    void isSeenToHaveEndedByItself() {
        var process = start(folder, "exit 1");
        await().until(() -> !process.isRunning());
    }

    @Test
    void saysHowItEnded() throws InterruptedException {
        assertThat(start(folder, "exit 3").awaitEnd()).isEqualTo(3);
    }

    @Test
    void endsWhenTheJvmIsKilled() throws Exception {
        Process jvm =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Starter.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var output = new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8);
        long pid = Long.parseLong(new BufferedReader(output).readLine());
        assertThat(ProcessHandle.of(pid)).isPresent();

        jvm.destroyForcibly();

        await().until(() -> ProcessHandle.of(pid).isEmpty());
    }

    private static TiedProcess start(Path folder, String script) {
        return TiedProcess.start(
                new ProcessBuilder("sh", "-c", script)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile()));
    }

    /// A JVM that starts a process, prints its process number and waits to be killed.
    static final class Starter {

        private Starter() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            start(folder, "echo $$; exec sleep 600");
            await().until(() -> Files.readString(folder.resolve("log")).endsWith("\n"));
            System.out.print(Files.readString(folder.resolve("log")));
            System.out.flush();
            new CountDownLatch(1).await();
        }
    }
}
