package kith.bench;

import java.util.OptionalDouble;

/// One thing that is measured. Less is better.
///
/// @param unit `s`, `MB`, or empty for a count
/// @param goal what Kith aims at, in that unit; empty for things that only explain others
record Metric(String name, String unit, OptionalDouble goal) {

    static Metric of(String name, String unit, double goal) {
        return new Metric(name, unit, OptionalDouble.of(goal));
    }

    static Metric of(String name, String unit) {
        return new Metric(name, unit, OptionalDouble.empty());
    }
}
