/// Benchmarks of the installed Kith: the application image with its AOT cache, its window on a
/// display of its own, a real Prosody of the lab on loopback.
///
/// [kith.bench.Bench] is the run behind `mvn -Pbench`: it lets each [kith.bench.Scenario] measure
/// several times and prints a [kith.bench.Report], medians beside goals. Nothing here fails because
/// a time is long; it fails when Kith loses a message, doesn't come online or doesn't end.
/// [kith.bench.TrainingRun] makes the image's AOT cache, with the same means.
///
/// Kith is looked at from outside only: its window as the X server reports it
/// ([kith.lab.MappedWindows]), its presence as a contact sees it, its CPU time and memory as the
/// kernel counts them ([kith.bench.ProcessUsage]), its history by the events it prints
/// (`--events`). So the other clients can be measured the same way.
///
/// To add a measurement: a class that implements [kith.bench.Scenario], and its line in
/// [kith.bench.Bench].
@NullMarked
package kith.bench;

import org.jspecify.annotations.NullMarked;
