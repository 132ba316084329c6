package kith.bench;

import java.util.function.ObjDoubleConsumer;

/// How much more memory a large room takes than its program took before: what is looked at first is
/// `before`.
final class MoreMemory implements ObjDoubleConsumer<String> {

    /// How much more it may take, in MB.
    private static final double GOAL = 80;

    private final String title;
    private final Report report;
    private double before;

    MoreMemory(String title, Report report) {
        this.title = title;
        this.report = report;
    }

    @Override
    public void accept(String when, double megabytes) {
        if (when.equals("before")) {
            before = megabytes;
        } else {
            report.add(
                    Metric.of("%s: more memory (PSS), %s".formatted(title, when), "MB", GOAL),
                    megabytes - before);
        }
    }
}
