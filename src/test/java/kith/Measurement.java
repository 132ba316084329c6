package kith;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// What a program that the benchmarks start tells them: values, and when its memory is to be looked
/// at.
final class Measurement {

    private final BufferedReader commands =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    /// One value, for the report.
    ///
    /// @param unit `s`, `MB`, or empty
    static void report(String what, String unit, double goal, double value) {
        System.out.printf(Locale.ROOT, "metric\t%s\t%s\t%s\t%s%n", what, unit, goal, value);
    }

    /// How long frames took in which a crowd is shown.
    ///
    /// @param drawn in nanoseconds, the shortest first
    static void reportFrames(String when, List<Long> drawn) {
        System.out.printf("%s: %s%n", when, Frames.words(drawn));
        report(when + ": frame, median", "s", 0.0167, Frames.at(drawn, 0.5) / 1e3);
        report(when + ": frame, p99", "s", 0.05, Frames.at(drawn, 0.99) / 1e3);
    }

    /// Waits until the memory was looked at.
    void awaitLook(String when) {
        System.out.println("memory\t" + when);
        try {
            commands.readLine();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
