package kith.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// All values measured in one run, and the table made of them.
final class Report {

    private final Map<Metric, List<Double>> values = new LinkedHashMap<>();

    void add(Metric metric, double value) {
        values.computeIfAbsent(metric, _ -> new ArrayList<>()).add(value);
    }

    /// A Markdown table, one row for each metric in the order of their first values.
    String table() {
        var lines = new ArrayList<String>();
        lines.add("| measure | median | least – most | runs | goal | median ÷ goal |");
        lines.add("|---|---:|---:|---:|---:|---:|");
        values.forEach((metric, measured) -> lines.add(row(metric, measured)));
        return String.join(System.lineSeparator(), lines);
    }

    private static String row(Metric metric, List<Double> measured) {
        double[] sorted = measured.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double median = median(sorted);
        String goal = metric.goal().isPresent() ? "≤ " + number(metric.goal().getAsDouble()) : "";
        double ratio = median / metric.goal().orElse(0);
        return "| %s | **%s** | %s – %s | %d | %s | %s |"
                .formatted(
                        metric.unit().isEmpty()
                                ? metric.name()
                                : metric.name() + ", " + metric.unit(),
                        number(median),
                        number(sorted[0]),
                        number(sorted[sorted.length - 1]),
                        sorted.length,
                        goal,
                        Double.isFinite(ratio) ? number(ratio) : "");
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }
}
