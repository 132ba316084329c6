package kith;

import javafx.scene.Node;

import kith.lab.PastStanza;
import kith.ui.fx.FxThread;
import kith.ui.timeline.TimelineView;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What stands between messages: days, and the heads of groups that one person wrote.
class TwoWindowsGroupsTest extends TwoWindowsFixture {

    private static final ZoneId ZONE = ZoneId.systemDefault();

    private final LocalDate today = LocalDate.now(ZONE);

    TwoWindowsGroupsTest() {
        super("steps");
    }

    @Test
    void ofSeveralDays() {
        server().addConversation(
                        anna,
                        bob,
                        List.of(
                                bobs(2, "12:00:05", "low tide"),
                                bobs(2, "12:00:50", "and no wind"),
                                annas(2, "12:01:10", "so we walk"),
                                annas(2, "12:07:00", "an hour or two"),
                                annas(1, "12:00:00", "high tide"),
                                bobs(1, "12:00:30", "so we sail")));
        var annas = window("Anna", user("Anna", anna, "anna"));
        var bobs = window("Bob", user("Bob", bob, "bob"));
        annas.use().goTo("Bob");
        bobs.use().goTo("Anna");
        bobs.say("here again");
        bobs.say("and you?");
        for (var window : List.of(annas, bobs)) {
            awaitRows(
                    window,
                    "--- " + longAgo(today.minusDays(2)),
                    "head: low tide",
                    "      and no wind",
                    "head: so we walk",
                    "head: an hour or two", // more than five minutes later
                    "--- Yesterday",
                    "head: high tide",
                    "head: so we sail",
                    "--- Today",
                    "head: here again",
                    "      and you?");
            window.picture("days");
        }
    }

    @Test
    void ofSeveralPeopleInARoom() {
        var friends = inTheRoom();
        var annas = friends.annas();
        var bobs = friends.bobs();
        var steps = room.getLocalpart().toString();
        annas.use().goTo(steps);
        bobs.use().goTo(steps);
        bobs.say("one");
        bobs.say("two");
        annas.awaitMessage("Bob", "two");
        annas.use().say("three");
        bobs.awaitMessage("Anna", "three");
        bobs.use().say("four");
        annas.awaitMessage("Bob", "four");
        awaitRows(
                annas, "--- Today", "head: Bob one", "      two", "head: three", "head: Bob four");
        awaitRows(bobs, "--- Today", "head: one", "      two", "head: Anna three", "head: four");
        annas.picture("heads");
        bobs.picture("heads");
    }

    /// @param rows days and messages from top to bottom; of a message whether a group starts with
    ///   it, the name of who wrote it if that stands there, and its words
    private static void awaitRows(KithWindow window, String... rows) {
        window.awaitShown(
                List.of(rows).toString(),
                () -> rows(window).equals(List.of(rows)),
                () -> rows(window).toString());
    }

    private static List<String> rows(KithWindow window) {
        var timeline = window.find(TimelineView.class::isInstance).orElseThrow();
        return FxThread.call(
                () ->
                        timeline.lookupAll(".timeline-row").stream()
                                .sorted(Comparator.comparingDouble(TwoWindowsGroupsTest::top))
                                .flatMap(TwoWindowsGroupsTest::row)
                                .toList());
    }

    private static double top(Node row) {
        return row.localToScene(0, 0).getY();
    }

    private static Stream<String> row(Node row) {
        if (row.getStyleClass().contains("day")) {
            return Stream.of("--- " + KithWindow.spoken(row));
        }
        if (!row.getStyleClass().contains("message-row")) {
            return Stream.empty();
        }
        boolean isHead = row.getStyleClass().contains("starts-group");
        var nick = row.lookup(".nick");
        var name = nick == null ? "" : Shown.text(nick) + " ";
        var said = KithWindow.spoken(row).split(", ", 3)[2]; // behind the name and the time
        var words = said.replaceFirst(", (Sent|Delivered|Read)$", "");
        return Stream.of((isHead ? "head: " : "      ") + name + words);
    }

    private PastStanza annas(int daysAgo, String time, String words) {
        var at = today.minusDays(daysAgo).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
        return PastStanza.chat(anna.jid(), bob.jid(), at, words);
    }

    private PastStanza bobs(int daysAgo, String time, String words) {
        var at = today.minusDays(daysAgo).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
        return PastStanza.chat(bob.jid(), anna.jid(), at, words);
    }

    private String longAgo(LocalDate day) {
        var pattern = day.getYear() == today.getYear() ? "EEEE, d MMMM" : "EEEE, d MMMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
    }
}
