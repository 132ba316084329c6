package kith.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.function.ObjDoubleConsumer;

/// A history of many years, used in a window of its own JVM with the JVM options of the installed
/// Kith: `kith.LongHistory` makes it and `kith.LongHistoryWindow` uses it.
///
/// On an X server, as users have it: the toolkit's headless platform copies each picture one pixel
/// after the other, which takes longer than all that Kith does.
///
/// Scrolled twice: once as users do, which tells how even it looks, and once with the toolkit's own
/// account of how long it worked at each frame: from one to the next it is a 60th of a second at
/// least, however little there is to do. That one has an AOT cache, as the installed Kith has: what
/// is slow just after the start is code that the JVM doesn't know yet.
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
            new MeasuredProgram(display, title())
                    .runTrained(
                            "kith.LongHistoryWindow",
                            report,
                            memory(report),
                            profile.folder().toString(),
                            String.valueOf(messages),
                            "work");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String program, Profile profile, Report report) {
        new MeasuredProgram(display, title())
                .run(
                        program,
                        report,
                        memory(report),
                        profile.folder().toString(),
                        String.valueOf(messages));
    }

    private ObjDoubleConsumer<String> memory(Report report) {
        return (when, megabytes) ->
                report.add(
                        Metric.of("%s: memory (PSS) %s".formatted(title(), when), "MB"), megabytes);
    }
}
