package kith.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A program that runs, prints and ends: what came of it.
///
/// @param status its exit status
/// @param output all it printed, both streams
record Command(int status, String output) {

    /// Runs a program and waits for its end. It reads nothing.
    static Command run(List<String> line) {
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + line.getFirst(), e);
        }
    }

    boolean succeeded() {
        return status == 0;
    }

    /// The last line with something in it, where programs say why they failed.
    String lastLine() {
        return output.lines().filter(line -> !line.isBlank()).reduce("", (_, last) -> last);
    }
}
