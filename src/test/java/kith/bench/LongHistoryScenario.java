package kith.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

    private void run(String program, Profile profile, Report report) {
        new MeasuredProgram(display, title())
                .run(
                        program,
                        report,
                        (when, megabytes) ->
                                report.add(
                                        Metric.of(
                                                "%s: memory (PSS) %s".formatted(title(), when),
                                                "MB"),
                                        megabytes),
                        profile.folder().toString(),
                        String.valueOf(messages));
    }
}
