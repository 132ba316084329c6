package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Delivery;
import kith.model.Message;
import kith.model.Reader;
import kith.ui.timeline.TimelineRow.Face;
import kith.ui.timeline.TimelineRow.SeenBy;
import kith.ui.timeline.TimelineRow.Start;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class SeenRowsTest {

    private final Talk talk =
            new Talk("print@rooms.hearth.example")
                    .mine("09:00", "one", Delivery.ON_SERVER)
                    .mine("09:01", "two", Delivery.ON_SERVER)
                    .from("Priya", "09:02", "three")
                    .named(0)
                    .named(1);

    @Test
    void standsBelowTheNewestOwnMessageWhoSaidSoLastFirst() {
        var rows = rows(talk.reader("Priya", 2), talk.reader("Tom", 1));
        assertThat(rows).hasSize(4);
        assertThat(rows.get(2))
                .isInstanceOfSatisfying(
                        SeenBy.class,
                        seen -> {
                            assertThat(seen.message()).isEqualTo(talk.messages().get(1).key());
                            assertThat(seen.shown())
                                    .extracting(Face::nick)
                                    .containsExactly("Tom", "Priya");
                            assertThat(seen.more()).isZero();
                        });
    }

    @Test
    void whoHasSeenOnlyWhatCameBeforeIsNotThere() {
        assertThat(rows(talk.reader("Priya", 0))).noneMatch(SeenBy.class::isInstance);
    }

    @Test
    void ofManyThreeAreShown() {
        var readers = new ArrayList<Reader>();
        for (int i = 0; i < 8; i++) {
            readers.add(talk.reader("n" + i, 1));
        }
        assertThat(rows(readers.toArray(Reader[]::new)).get(2))
                .isInstanceOfSatisfying(
                        SeenBy.class,
                        seen -> {
                            assertThat(seen.shown())
                                    .extracting(Face::nick)
                                    .containsExactly("n7", "n6", "n5");
                            assertThat(seen.more()).isEqualTo(5);
                        });
    }

    /// Nobody can say of it that they have seen it.
    @Test
    void whatTheRoomHasNotNamedWasSeenByNobody() {
        talk.mine("09:03", "four", Delivery.SENDING);
        assertThat(rows(talk.reader("Priya", 2))).noneMatch(SeenBy.class::isInstance);
    }

    @Test
    void furtherUpNobodyKnowsWhatIsNewest() {
        talk.notAtEnd();
        assertThat(rows(talk.reader("Priya", 1))).noneMatch(SeenBy.class::isInstance);
    }

    private static TimelineRow row(Message message) {
        return new TimelineRow.Unreadable(
                message.key(),
                "",
                message.isMine(),
                Optional.empty(),
                TimelineRow.Place.ALONE,
                Optional.empty(),
                message.at());
    }

    private List<TimelineRow> rows(Reader... readers) {
        var rows = talk.messages().stream().<TimelineRow>map(SeenRowsTest::row).toList();
        assertThat(rows).noneMatch(Start.class::isInstance);
        return SeenRows.in(rows, talk.live().get(), List.of(readers), new RoomFaces());
    }
}
