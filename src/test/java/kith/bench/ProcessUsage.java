package kith.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What a process and its descendants have used, as the Linux kernel counts it: proc(5).
final class ProcessUsage {

    /// `sysconf(_SC_CLK_TCK)`, the same on every Linux that runs on a PC.
    private static final double TICKS_PER_SECOND = 100;

    /// Fields of `/proc/PID/stat` behind the command, which ends with the last `)`: 14 and 15.
    private static final int USER_TIME = 11;

    private static final int SYSTEM_TIME = 12;

    private final ProcessHandle process;

    ProcessUsage(ProcessHandle process) {
        this.process = process;
    }

    /// CPU time since the start, in seconds.
    double cpuSeconds() {
        return tree().mapToDouble(ProcessUsage::cpuSeconds).sum();
    }

    /// Memory in MB (10⁶ bytes), shared pages counted in proportion (PSS).
    double memoryMegabytes() {
        return tree().mapToDouble(ProcessUsage::pssKibibytes).sum() * 1024 / 1e6;
    }

    private Stream<Path> tree() {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(each -> Path.of("/proc", String.valueOf(each.pid())));
    }

    private static double cpuSeconds(Path process) {
        String stat = read(process.resolve("stat"));
        if (stat.isEmpty()) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
        return ticks / TICKS_PER_SECOND;
    }

    private static double pssKibibytes(Path process) {
        return read(process.resolve("smaps_rollup"))
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .sum();
    }

    /// Empty when the process has ended meanwhile.
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
