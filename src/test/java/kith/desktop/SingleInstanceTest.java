package kith.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kith.base.Lanes;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// A second Kith for one profile speaks to the first one (F24).
class SingleInstanceTest {

    private static final Duration IMPATIENT = Duration.ofMillis(50);

    @TempDir private Path folder;
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final Lanes lanes = new Lanes(failures::add);
    private final Executor io = lanes.io();

    @AfterEach
    void endLanes() {
        lanes.close();
        assertThat(failures).isEmpty();
    }

    @Test
    void theSecondStartSpeaksToTheFirst() throws IOException {
        try (var first = claimed(folder);
                var _ = first.listen(SingleInstanceTest::echoTwice, io)) {
            assertThat(ask(folder, "{\"do\":\"zeig Fenster ü\"}"))
                    .containsExactly(
                            "1 {\"do\":\"zeig Fenster ü\"}", "2 {\"do\":\"zeig Fenster ü\"}");
            assertThat(ask(folder, "again")).containsExactly("1 again", "2 again");
        }
    }

    @Test
    void theFolderIsFreeAgainAfterClosing() throws IOException {
        try (var first = claimed(folder);
                var _ = first.listen(SingleInstanceTest::echoTwice, io)) {
            assertThat(SingleInstance.claim(folder)).isInstanceOf(RunningInstance.class);
        }
        try (var second = claimed(folder);
                var _ = second.listen((request, answer) -> answer.accept("second"), io)) {
            assertThat(ask(folder, "who")).containsExactly("second");
        }
        assertThat(folder.resolve("kith.socket")).doesNotExist();
    }

    @Test
    void aStartWaitsUntilTheFirstListens() throws IOException {
        try (var first = claimed(folder)) {
            var answer = CompletableFuture.supplyAsync(() -> askUnchecked(folder, "early"), io);
            try (var _ = first.listen(SingleInstanceTest::echoTwice, io)) {
                assertThat(answer.join()).containsExactly("1 early", "2 early");
            }
        }
    }

    @Test
    void oneThatNeverListensIsGivenUp() throws IOException {
        try (var _ = claimed(folder)) {
            assertThatThrownBy(() -> SingleInstance.claim(folder, IMPATIENT))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("doesn't answer");
        }
    }

    @Test
    void aFolderReachedByALinkIsTheSameFolder() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("link"), folder);
        try (var first = claimed(folder);
                var _ = first.listen(SingleInstanceTest::echoTwice, io)) {
            assertThat(SingleInstance.claim(link)).isInstanceOf(RunningInstance.class);
        }
    }

    @Test
    void aLongPathIsNoObstacle() throws IOException {
        var deep = folder;
        while (deep.toString().length() < 150) {
            deep = deep.resolve("a-rather-long-name");
        }
        Files.createDirectories(deep);
        Path socket;
        try (var first = claimed(deep);
                var _ = first.listen(SingleInstanceTest::echoTwice, io)) {
            socket = InstanceSocket.read(deep.toRealPath());
            assertThat(socket).exists();
            assertThat(ask(deep, "deep")).containsExactly("1 deep", "2 deep");
        }
        assertThat(socket.getParent()).doesNotExist();
    }

    @Test
    void whatAKilledProcessLeftBehindIsNoObstacle() throws Exception {
        var killed = startElsewhere();
        try {
            assertThat(ask(folder, "you")).containsExactly("elsewhere");
        } finally {
            killed.destroyForcibly().waitFor();
        }
        assertThat(folder.resolve("kith.socket")).exists();
        try (var next = claimed(folder);
                var _ = next.listen(SingleInstanceTest::echoTwice, io)) {
            assertThat(ask(folder, "me")).containsExactly("1 me", "2 me");
        }
    }

    @Test
    void anAnswerEndsWhenTheOtherIsKilled() throws Exception {
        var process = startElsewhere();
        try (var running = (RunningInstance) SingleInstance.claim(folder)) {
            var lines = new ArrayList<String>();
            running.ask(
                    "wait",
                    line -> {
                        lines.add(line);
                        process.destroyForcibly();
                    });
            assertThat(lines).containsExactly("waiting");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void longAnswersComeWholeAndInOrder() throws IOException {
        try (var first = claimed(folder);
                var _ = first.listen((request, answer) -> count(50_000, answer), io)) {
            var lines = ask(folder, "count");
            assertThat(lines).hasSize(50_000).startsWith("0", "1").endsWith("49998", "49999");
        }
    }

    private Process startElsewhere() throws IOException {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Elsewhere.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var reader =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(reader.readLine()).isEqualTo("listening");
        return process;
    }

    private static ClaimedInstance claimed(Path folder) throws IOException {
        return (ClaimedInstance) SingleInstance.claim(folder, IMPATIENT);
    }

    private static List<String> ask(Path folder, String request) throws IOException {
        var lines = new ArrayList<String>();
        try (var running = (RunningInstance) SingleInstance.claim(folder)) {
            running.ask(request, lines::add);
        }
        return lines;
    }

    private static List<String> askUnchecked(Path folder, String request) {
        try {
            return ask(folder, request);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void echoTwice(String request, Consumer<String> answer) {
        answer.accept("1 " + request);
        answer.accept("2 " + request);
    }

    private static void count(int end, Consumer<String> answer) {
        for (int i = 0; i < end; i++) {
            answer.accept(Integer.toString(i));
        }
    }

    /// An instance in a process of its own.
    static final class Elsewhere {
        public static void main(String[] args) throws Exception {
            var lanes = new Lanes(Throwable::printStackTrace);
            var claim = (ClaimedInstance) SingleInstance.claim(Path.of(args[0]));
            claim.listen(Elsewhere::answer, lanes.io());
            System.out.println("listening");
            Thread.currentThread().join();
        }

        private static void answer(String request, Consumer<String> answer) {
            if (request.equals("wait")) {
                answer.accept("waiting");
                new CompletableFuture<Void>().join();
            }
            answer.accept("elsewhere");
        }
    }
}
