package kith.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.stream.Stream;

/// A history of many years, used in a window of its own JVM with the JVM options of the installed
/// Kith: `kith.LongHistory` makes it and `kith.LongHistoryWindow` uses it.
///
/// On an X server, as users have it: the toolkit's headless platform copies each picture one pixel
/// after the other, which takes longer than all that Kith does.
///
/// Scrolled twice: once as users do, which tells how even it looks, and once with the toolkit's own
/// account of how long it worked at each frame: from one to the next it is a 60th of a second at
/// least, however little there is to do.
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
            run("kith.LongHistoryWindow", profile, report, "work");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String program, Profile profile, Report report, String... how) {
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
                        Stream.concat(
                                        Stream.of(
                                                profile.folder().toString(),
                                                String.valueOf(messages)),
                                        Stream.of(how))
                                .toArray(String[]::new));
    }
}
