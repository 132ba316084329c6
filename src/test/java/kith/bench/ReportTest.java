package kith.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTest {

    private final Report report = new Report();

    @Test
    void showsTheMedianBesideTheGoal() {
        var online = Metric.of("online", "s", 0.8);
        report.add(online, 2);
        report.add(online, 0.4);
        report.add(online, 1.2);

        assertThat(row()).isEqualTo("| online, s | **1.20** | 0.40 – 2 | 3 | ≤ 0.80 | 1.50 |");
    }

    @Test
    void takesTheMiddleOfAnEvenNumberOfValues() {
        var memory = Metric.of("memory", "MB");
        report.add(memory, 150);
        report.add(memory, 160.5);

        assertThat(row()).isEqualTo("| memory, MB | **155.3** | 150 – 160.5 | 2 |  |  |");
    }

    @Test
    void hasNoRatioToAGoalOfNothing() {
        report.add(Metric.of("lost", "", 0), 0);

        assertThat(row()).isEqualTo("| lost | **0** | 0 – 0 | 1 | ≤ 0 |  |");
    }

    private String row() {
        return report.table().lines().skip(2).findFirst().orElseThrow();
    }
}
