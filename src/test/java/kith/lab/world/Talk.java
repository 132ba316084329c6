package kith.lab.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/// What was said in one conversation over the last weeks, oldest first.
record Talk(List<Line> lines) {

    /// Reads one.
    ///
    /// @param name the contact's user or the room's local part
    static Talk read(String name) {
        return new Talk(
                Table.read("talk/" + name + ".tsv", 4).stream()
                        .map(
                                row ->
                                        new Line(
                                                Integer.parseInt(row.get(0)),
                                                LocalTime.parse(row.get(1)),
                                                row.get(2),
                                                row.get(3).replace("\\n", "\n")))
                        .toList());
    }

    /// One message.
    ///
    /// @param daysAgo at least 1, so that it is past at any time of today
    /// @param who a [SamplePerson#user], or Mara's
    record Line(int daysAgo, LocalTime time, String who, String text) {

        /// When it was said, seen from now, where this computer is.
        Instant at(Instant now) {
            var here = ZoneId.systemDefault();
            return LocalDate.ofInstant(now, here)
                    .minusDays(daysAgo)
                    .atTime(time)
                    .atZone(here)
                    .toInstant();
        }
    }
}
