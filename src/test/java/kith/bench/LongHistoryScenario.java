package kith.bench;

import kith.store.OtherJvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A history of many years, used in a window of its own JVM with the JVM options of the installed
/// Kith: `kith.LongHistory` makes it and `kith.LongHistoryWindow` uses it.
///
/// On an X server, as users have it: the toolkit's headless platform copies each picture one pixel
/// after the other, which takes longer than all that Kith does.
///
/// @param display where the window is
record LongHistoryScenario(VirtualDisplay display, int messages) implements Scenario {

    @Override
    public String title() {
        return String.format(Locale.ROOT, "A history of %,d messages", messages);
    }

    @Override
    public void run(Report report) {
        try (var profile = Profile.create()) {
            run("kith.LongHistory", profile, report);
            report.add(
                    Metric.of(title() + ": on the disk", "MB"),
                    Files.size(profile.folder().resolve("history.mv.db")) / 1e6);
            run("kith.LongHistoryWindow", profile, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String program, Profile profile, Report report) throws IOException {
        var jvm =
                OtherJvm.of(
                                program,
                                installed(),
                                profile.folder().toString(),
                                String.valueOf(messages))
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        jvm.environment().put("DISPLAY", display.name());
        var process = jvm.start();
        var usage = new ProcessUsage(process.toHandle());
        try (var said = process.inputReader();
                var commands = process.outputWriter()) {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                var words = List.of(line.split("\t", -1));
                switch (words.getFirst()) {
                    case "metric" -> add(report, words);
                    case "memory" -> {
                        report.add(
                                Metric.of(
                                        "%s: memory (PSS) %s".formatted(title(), words.getLast()),
                                        "MB"),
                                usage.memoryMegabytes());
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
                        title() + ": " + words.get(1),
                        words.get(2),
                        Double.parseDouble(words.get(3))),
                Double.parseDouble(words.get(4)));
    }

    private static List<String> installed() throws IOException {
        return Files.readAllLines(Path.of("packaging", "build", "jvm.options")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.replace(",javafx.graphics", "")) // on the class path here
                .toList();
    }
}
