package kith.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;

class TimesTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    /// A Sunday.
    private static final Instant NOW = at("2026-11-22T10:15:00");

    private final Times times = new Times(() -> NOW, STOCKHOLM, Texts.of(Locale.ENGLISH));

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T09:31:59, 09:31",
        "2026-11-22T00:00:00, 00:00",
        "2026-11-21T23:59:59, Sat",
        "2026-11-16T12:00:00, Mon",
        "2026-11-15T12:00:00, 15 Nov",
        "2026-01-01T12:00:00, 1 Jan",
        "2025-11-14T12:00:00, 14 Nov 2025",
        "2026-11-23T00:00:00, 23 Nov",
        "2027-01-01T00:00:00, 1 Jan 2027"
    })
    void inAListNearerIsShorter(LocalDateTime when, String written) {
        assertThat(times.brief(at(when.toString()))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-22 | Today",
                "2026-11-21 | Yesterday",
                "2026-11-20 | Friday, 20 November",
                "2025-11-20 | Thursday, 20 November 2025",
                "2026-11-23 | Monday, 23 November"
            })
    void daysHaveNames(LocalDate day, String name) {
        assertThat(times.day(day)).isEqualTo(name);
    }

    @Test
    void dayEndsWhereTheUserIs() {
        assertThat(times.dayOf(Instant.parse("2026-11-21T23:30:00Z"))).isEqualTo("2026-11-22");
    }

    @Test
    void tooltipSaysItAll() {
        assertThat(times.full(at("2026-11-20T09:31:00")))
                .isEqualTo("Friday, 20 November 2026, 09:31");
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }
}
