package kith.ui.text;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// How Kith writes times: the nearer, the shorter.
///
/// The patterns are texts, so that a translation decides whether the month comes before the day.
public final class Times {

    private static final int WEEK = 7;

    private final InstantSource clock;
    private final ZoneId zone;
    private final Texts texts;
    private final DateTimeFormatter time;
    private final DateTimeFormatter second;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter date;
    private final DateTimeFormatter dateWithYear;
    private final DateTimeFormatter longDate;
    private final DateTimeFormatter longDateWithYear;

    /// @param clock says what is today
    /// @param zone where the user is
    public Times(InstantSource clock, ZoneId zone, Texts texts) {
        this.clock = clock;
        this.zone = zone;
        this.texts = texts;
        time = pattern(texts.say("time.pattern.time"));
        second = pattern(texts.say("time.pattern.second"));
        weekday = pattern(texts.say("time.pattern.weekday"));
        date = pattern(texts.say("time.pattern.date"));
        dateWithYear = pattern(texts.say("time.pattern.dateWithYear"));
        longDate = pattern(texts.say("time.pattern.longDate"));
        longDateWithYear = pattern(texts.say("time.pattern.longDateWithYear"));
    }

    /// The time of day: `09:31`.
    public String time(Instant at) {
        return time.format(at);
    }

    /// What fits in a list: `09:31` for today, `Sat` within a week, then `14 Nov`, and `14 Nov
    /// 2025` in another year. What lies ahead, by a wrong clock, gets a date.
    public String brief(Instant at) {
        var day = dayOf(at);
        var today = dayOf(clock.instant());
        if (day.equals(today)) {
            return time.format(at);
        }
        if (day.isBefore(today) && day.isAfter(today.minusDays(WEEK))) {
            return weekday.format(day);
        }
        return (day.getYear() == today.getYear() ? date : dateWithYear).format(day);
    }

    /// A day in a sentence: `14 Nov`, with the year if it is another one.
    public String date(LocalDate day) {
        return (day.getYear() == dayOf(clock.instant()).getYear() ? date : dateWithYear)
                .format(day);
    }

    /// The name of a day, as on the line between two days of a timeline: `Today`, `Yesterday`,
    /// `Friday, 20 November`, with the year if it is another one.
    public String day(LocalDate day) {
        var today = dayOf(clock.instant());
        if (day.equals(today)) {
            return texts.say("time.today");
        }
        if (day.equals(today.minusDays(1))) {
            return texts.say("time.yesterday");
        }
        return (day.getYear() == today.getYear() ? longDate : longDateWithYear).format(day);
    }

    /// The whole of it, for a tooltip: `Friday, 20 November 2026, 09:31`.
    public String full(Instant at) {
        return texts.say("time.full", longDateWithYear.format(at), time.format(at));
    }

    /// The whole of it to the second, as short as can be: `20 Nov 2026, 09:31:05`.
    public String exact(Instant at) {
        return texts.say("time.full", dateWithYear.format(at), second.format(at));
    }

    /// The day something happened on, where the user is.
    public LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, texts.locale()).withZone(zone);
    }
}
