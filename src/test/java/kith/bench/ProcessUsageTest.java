package kith.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;

@EnabledOnOs(OS.LINUX)
class ProcessUsageTest {

    private final ProcessUsage usage = new ProcessUsage(ProcessHandle.current());

    @Test
    void countsWhatThisJvmUses() {
        assertThat(usage.cpuSeconds()).isPositive();
        assertThat(usage.memoryMegabytes()).isBetween(10.0, 10_000.0);
    }

    @Test
    void countsNothingOnceTheProcessIsGone() throws IOException, InterruptedException {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();

        var nothing = new ProcessUsage(gone.toHandle());
        assertThat(nothing.cpuSeconds()).isZero();
        assertThat(nothing.memoryMegabytes()).isZero();
    }
}
