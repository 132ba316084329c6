package kith.bench;

import kith.store.OtherJvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjDoubleConsumer;

/// A program of the tests in a JVM of its own, with the JVM options of the installed Kith: it
/// prints what it has measured, and has its memory looked at.
///
/// @param display where its window is
/// @param title of the scenario
record MeasuredProgram(VirtualDisplay display, String title) {

    /// Runs it to its end.
    ///
    /// @param memory is told each time it asks for that: its words, and how many megabytes (PSS)
    /// @throws IllegalStateException if it fails
    void run(String program, Report report, ObjDoubleConsumer<String> memory, String... arguments) {
        try {
            run(OtherJvm.of(program, installed(), arguments), program, report, memory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same with an AOT cache, which another run before this one makes: as the installed Kith
    /// has one.
    void runTrained(
            String program, Report report, ObjDoubleConsumer<String> memory, String... arguments) {
        try (var cache = new AotCache(installed())) {
            run(cache.recording(program, arguments), program, new Report(), (_, _) -> {});
            cache.create(program);
            run(cache.using(program, arguments), program, report, memory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring", e);
        }
    }

    private void run(
            ProcessBuilder jvm, String program, Report report, ObjDoubleConsumer<String> memory)
            throws IOException {
        jvm.redirectError(ProcessBuilder.Redirect.INHERIT);
        jvm.environment().put("DISPLAY", display.name());
        run(program, jvm.start(), report, memory);
    }

    private void run(
            String program, Process process, Report report, ObjDoubleConsumer<String> memory)
            throws IOException {
        var usage = new ProcessUsage(process.toHandle());
        try (var said = process.inputReader();
                var commands = process.outputWriter()) {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                var words = List.of(line.split("\t", -1));
                switch (words.getFirst()) {
                    case "metric" -> add(report, words);
                    case "memory" -> {
                        memory.accept(words.getLast(), usage.memoryMegabytes());
                        commands.write("go on\n");
                        commands.flush();
                    }
                    default -> System.out.println(line);
                }
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException(program + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring", e);
        } finally {
            process.destroy();
        }
    }

    private void add(Report report, List<String> words) {
        report.add(
                Metric.of(
                        title + ": " + words.get(1),
                        words.get(2),
                        Double.parseDouble(words.get(3))),
                Double.parseDouble(words.get(4)));
    }

    private static List<String> installed() throws IOException {
        var lines = new ArrayList<String>();
        for (var file : List.of("runtime.options", "jvm.options")) {
            lines.addAll(Files.readAllLines(Path.of("packaging", "build", file)));
        }
        return lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.replace(",javafx.graphics", "")) // on the class path here
                .toList();
    }
}
