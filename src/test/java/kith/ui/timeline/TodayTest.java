package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import kith.ui.timeline.TimelineRow.Day;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/// The timeline at midnight, when another day begins.
class TodayTest extends TimelineViewModelFixture {

    @Test
    void todayBecomesYesterdayAtMidnight() {
        talk.theirs("21:00", "a");
        var model = model();
        now = now.plus(Duration.ofHours(2));
        timer.pass(Duration.ofHours(2));
        assertThat(model.rows()).contains(new Day(Talk.TODAY, Talk.TODAY.plusDays(1)));
        assertThat(timer.waiting()).isEqualTo(1);
    }

    @Test
    void nothingWaitsForMidnightOnceClosed() {
        var model = model();
        model.close();
        assertThat(timer.waiting()).isZero();
    }
}
