package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.Delivery;
import kith.model.MessageKey;
import kith.model.Presence;
import kith.model.RoomNotice;
import kith.model.RoomNotice.Moves;
import kith.model.RoomNotice.People;
import kith.model.ShownPicture;
import kith.ui.timeline.TimelineRow.Bubble;
import kith.ui.timeline.TimelineRow.Day;
import kith.ui.timeline.TimelineRow.Face;
import kith.ui.timeline.TimelineRow.NewMessages;
import kith.ui.timeline.TimelineRow.Notice;
import kith.ui.timeline.TimelineRow.Place;
import kith.ui.timeline.TimelineRow.Start;
import kith.ui.timeline.TimelineRow.SubjectChange;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class TimelineRowsTest {

    private static final MessageKey FIRST = new MessageKey(1);
    private static final MessageKey SECOND = new MessageKey(2);

    private List<RoomNotice> notices = List.of();
    private Chat.Kind kind = Chat.Kind.CONTACT;
    private final Map<MessageKey, Integer> visits = new HashMap<>();
    private final Talk talk = new Talk("layla@hearth.example").notAtStart();

    @Test
    void closeMessagesOfOnePersonAreAGroup() {
        talk.theirs("09:00", "a").theirs("09:03", "b").theirs("09:08", "c");
        assertThat(places()).containsExactly(Place.FIRST, Place.MIDDLE, Place.LAST);
    }

    @Test
    void moreThanFiveMinutesEndAGroup() {
        talk.theirs("09:00", "a").theirs("09:06", "b");
        assertThat(places()).containsExactly(Place.ALONE, Place.ALONE);
    }

    @Test
    void anAnswerEndsAGroup() {
        talk.theirs("09:00", "a").mine("09:00", "b", Delivery.READ).theirs("09:00", "c");
        assertThat(places()).containsExactly(Place.ALONE, Place.ALONE, Place.ALONE);
    }

    @Test
    void ownMessagesOfSeveralStatesAreAGroup() {
        talk.mine("09:00", "a", Delivery.READ).mine("09:00", "b", Delivery.QUEUED);
        assertThat(places()).containsExactly(Place.FIRST, Place.LAST);
    }

    @Test
    void midnightEndsAGroup() {
        talk.on(Talk.TODAY.minusDays(1)).theirs("23:59", "a").on(Talk.TODAY).theirs("00:00", "b");
        assertThat(rows())
                .extracting(Object::getClass)
                .containsExactly(Day.class, Bubble.class, Day.class, Bubble.class);
        assertThat(places()).containsExactly(Place.ALONE, Place.ALONE);
    }

    @Test
    void daysBeginWhereTheReaderIs() {
        talk.on(Talk.TODAY.minusDays(1)).theirs("23:30", "a").on(Talk.TODAY).theirs("00:30", "b");
        var inHelsinki = rows(ZoneId.of("Europe/Helsinki"), Optional.empty());
        assertThat(inHelsinki).filteredOn(Day.class::isInstance).hasSize(1);
        assertThat(inHelsinki.getFirst()).isEqualTo(new Day(Talk.TODAY, Talk.TODAY));
    }

    @Test
    void aDayIsNamedOnceThoughTimesGoBack() {
        talk.theirs("09:00", "a")
                .on(Talk.TODAY.minusDays(1))
                .theirs("09:00", "late")
                .on(Talk.TODAY)
                .theirs("09:01", "b");
        assertThat(rows()).extracting(TimelineRow::key).doesNotHaveDuplicates();
        assertThat(rows()).filteredOn(Day.class::isInstance).hasSize(1);
    }

    @Test
    void theNewLineCountsWhatOthersWroteAndEndsAGroup() {
        talk.theirs("09:00", "a").theirs("09:01", "b").theirs("09:02", "c");
        var rows = rows(ZoneOffset.UTC, Optional.of(SECOND));
        assertThat(rows.get(2)).isEqualTo(new NewMessages(2));
        assertThat(places(rows)).containsExactly(Place.ALONE, Place.FIRST, Place.LAST);
    }

    @Test
    void aNewDayStandsAboveTheNewLine() {
        talk.theirs("09:00", "a");
        var rows = rows(ZoneOffset.UTC, Optional.of(FIRST));
        assertThat(rows)
                .extracting(Object::getClass)
                .containsExactly(Day.class, NewMessages.class, Bubble.class);
    }

    @Test
    void aChangeOfSubjectEndsAGroup() {
        talk.from("Priya", "09:00", "a")
                .subject("Priya", "09:00", "new")
                .from("Priya", "09:01", "b");
        assertThat(rows())
                .extracting(Object::getClass)
                .containsExactly(Day.class, Bubble.class, SubjectChange.class, Bubble.class);
        assertThat(places()).containsExactly(Place.ALONE, Place.ALONE);
    }

    @Test
    void theStartIsMarkedOnceItIsReached() {
        var whole = new Talk("layla@hearth.example").theirs("09:00", "a");
        assertThat(build(whole, ZoneOffset.UTC, Optional.empty()).getFirst())
                .isEqualTo(new Start());
        assertThat(rows()).doesNotContain(new Start());
    }

    @Test
    void onlyTheFirstOfAGroupShowsAFaceAndNeverTheUsersOwn() {
        talk.from("Priya", "09:00", "a")
                .from("Priya", "09:01", "b")
                .mine("09:01", "c", Delivery.READ);
        assertThat(bubbles(rows()))
                .extracting(bubble -> bubble.face().isPresent())
                .containsExactly(true, false, false);
    }

    @Test
    void twoWithDifferentNicksAreTwoGroups() {
        talk.from("Priya", "09:00", "a").from("Priyа", "09:00", "with a Cyrillic a");
        assertThat(places()).containsExactly(Place.ALONE, Place.ALONE);
    }

    @Test
    void aNoticeStandsBetweenTheMessagesThatItHappenedBetweenAndEndsAGroup() {
        talk.from("Priya", "09:00", "a").from("Priya", "09:02", "b").from("Priya", "09:03", "c");
        notices = List.of(moves(0, "09:01", "Tom"), moves(1, "09:04", "Zoé"));
        assertThat(rows())
                .extracting(Object::getClass)
                .containsExactly(
                        Day.class,
                        Bubble.class,
                        Notice.class,
                        Bubble.class,
                        Bubble.class,
                        Notice.class);
        assertThat(places()).containsExactly(Place.ALONE, Place.FIRST, Place.LAST);
        assertThat(rows()).extracting(TimelineRow::key).doesNotHaveDuplicates();
    }

    @Test
    void whatHappenedBeforeTheWindowIsNotShownUnlessTheHistoryBeginsThere() {
        notices = List.of(moves(0, "08:59", "Tom"));
        talk.theirs("09:00", "a");
        assertThat(rows()).noneMatch(Notice.class::isInstance);
        var whole = new Talk("layla@hearth.example").theirs("09:00", "a");
        assertThat(build(whole, ZoneOffset.UTC, Optional.empty()))
                .extracting(Object::getClass)
                .containsExactly(Start.class, Day.class, Notice.class, Bubble.class);
    }

    @Test
    void aNoticeOfAnotherDayNamesIt() {
        talk.on(Talk.TODAY.minusDays(1)).theirs("09:00", "a");
        notices = List.of(moves(0, "10:00", "Tom"));
        assertThat(rows())
                .extracting(Object::getClass)
                .containsExactly(Day.class, Bubble.class, Day.class, Notice.class);
    }

    @Test
    void whoComesToASmallRoomHasALineUnlessThereAreMany() {
        talk.theirs("09:00", "a");
        notices =
                List.of(
                        new Moves(0, at("09:01"), people("Tom", "Zoé"), people("Priya"), true),
                        new Moves(1, at("09:02"), people("Tom", "Zoé"), people("A", "B"), true),
                        new Moves(2, at("09:03"), people("Tom", "Zoé"), people(), false));
        assertThat(rows()).filteredOn(Notice.class::isInstance).hasSize(5);
        assertThat(rows()).extracting(TimelineRow::key).doesNotHaveDuplicates();
    }

    /// Of what an archive had nobody knows whose it is where the room doesn't say.
    @Test
    void h20WhoIsNotKnownToBeTheSameHasAnotherGroup() {
        kind = Chat.Kind.ROOM;
        for (int minute = 0; minute < 5; minute++) {
            talk.from("Bob", "09:0" + minute, "a");
        }
        assertThat(places()).as("read from an archive").containsOnly(Place.ALONE);
        List.of(0, 0, 1, 1).forEach(visit -> visits.put(new MessageKey(visits.size() + 2), visit));
        assertThat(places())
                .as("heard from the second on, where another Bob came")
                .containsExactly(Place.ALONE, Place.FIRST, Place.LAST, Place.FIRST, Place.LAST);
    }

    @Test
    void h20WhoHasAnIdIsWhoeverHasTheSame() {
        kind = Chat.Kind.ROOM;
        talk.called("one").from("Bob", "09:00", "a").from("Bob", "09:01", "b");
        talk.called("two").from("Bob", "09:02", "c").from("Bob", "09:03", "d");
        assertThat(places()).containsExactly(Place.FIRST, Place.LAST, Place.FIRST, Place.LAST);
    }

    private static Moves moves(long number, String time, String nick) {
        return new Moves(number, at(time), people(nick), people(), false);
    }

    private static People people(String... nicks) {
        return new People(List.of(nicks), nicks.length);
    }

    private static Instant at(String time) {
        return Talk.TODAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    private List<Place> places() {
        return places(rows());
    }

    private static List<Place> places(List<TimelineRow> rows) {
        return bubbles(rows).stream().map(Bubble::place).toList();
    }

    private static List<Bubble> bubbles(List<TimelineRow> rows) {
        return rows.stream().filter(Bubble.class::isInstance).map(Bubble.class::cast).toList();
    }

    private List<TimelineRow> rows() {
        return rows(ZoneOffset.UTC, Optional.empty());
    }

    private List<TimelineRow> rows(ZoneId zone, Optional<MessageKey> newFrom) {
        return build(talk, zone, newFrom);
    }

    private List<TimelineRow> build(Talk talk, ZoneId zone, Optional<MessageKey> newFrom) {
        return new TimelineRows(
                        zone,
                        message -> Optional.of(face(message.author().nick())),
                        Optional::empty,
                        message -> 1,
                        _ -> ShownPicture.COMING,
                        () -> notices,
                        message ->
                                visits.containsKey(message)
                                        ? OptionalInt.of(visits.get(message))
                                        : OptionalInt.empty(),
                        kind)
                .of(talk.timeline(), newFrom, false, Talk.TODAY);
    }

    private static Face face(String nick) {
        return new Face(
                nick, nick, Optional.empty(), false, Presence.UNKNOWN, List.of(), Optional.empty());
    }
}
