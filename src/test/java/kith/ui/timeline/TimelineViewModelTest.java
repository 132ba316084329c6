package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.collections.ListChangeListener;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.model.Availability;
import kith.model.Delivery;
import kith.model.MessageKey;
import kith.model.MessageRecord;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.Reaction;
import kith.model.Refusal;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.timeline.TimelineRow.Bubble;
import kith.ui.timeline.TimelineRow.Day;
import kith.ui.timeline.TimelineRow.Missing;
import kith.ui.timeline.TimelineRow.Missing.Remedy;
import kith.ui.timeline.TimelineRow.NewMessages;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

class TimelineViewModelTest {

    private final CompletableFuture<Void> more = new CompletableFuture<>();
    private final List<String> asked = new ArrayList<>();
    private final ManualTimer timer = new ManualTimer();
    private final ImmediateLane lane = new ImmediateLane();
    private Runnable arrive = () -> {};
    private final Talk talk = new Talk("layla@hearth.example");
    private final Cell<Optional<Room>> ownRoom = new Cell<>(lane, Optional.empty());
    private Instant now = Talk.TODAY.atTime(LocalTime.of(22, 0)).toInstant(ZoneOffset.UTC);

    @Test
    void aTickThatChangesTouchesOneRow() {
        talk.theirs("09:00", "a").mine("09:01", "b", Delivery.QUEUED);
        var model = model();
        var changes = changes(model);
        talk.deliver(1, Delivery.ON_SERVER).tell();
        assertThat(changes).containsExactly("replaced 3..4");
        assertThat(bubble(model, 3).delivery()).isEqualTo(Delivery.ON_SERVER);
    }

    @Test
    void aMessageThatJoinsAGroupTouchesTheOneAbove() {
        talk.theirs("09:00", "a");
        var model = model();
        var changes = changes(model);
        talk.theirs("09:01", "b").tell();
        assertThat(changes).containsExactly("added 3..4", "replaced 2..3");
    }

    @Test
    void whatWasThereWhenTheUserCameIsNotNew() {
        talk.theirs("09:00", "a");
        var model = model();
        model.attend(true);
        model.attend(false);
        talk.theirs("09:01", "b").tell();
        model.attend(true);
        assertThat(model.rows()).contains(new TimelineRow.NewMessages(1));
    }

    @Test
    void olderPagesAreAskedForOnceUntilTheyCome() {
        talk.notAtStart().theirs("09:00", "a");
        var model = model();
        model.nearStart();
        model.nearStart();
        assertThat(asked).containsExactly("older");
        talk.tell();
        model.nearStart();
        assertThat(asked).containsExactly("older", "older");
    }

    @Test
    void whatIsMissingShowsAndIsAskedForByItselfOnce() {
        talk.on(Talk.TODAY.minusDays(3)).theirs("09:00", "a");
        talk.on(Talk.TODAY).theirs("09:00", "b").missBefore(1);
        var model = model();
        assertThat(model.rows())
                .contains(
                        missing(1, Optional.of(Talk.TODAY.minusDays(3)), Remedy.LOAD),
                        new TimelineRow.Start());
        model.nearMissing();
        model.nearMissing();
        assertThat(asked).containsExactly("more");
        assertThat(remedies(model)).containsExactly(Remedy.LOADING);

        more.complete(null); // without any message
        assertThat(remedies(model)).containsExactly(Remedy.LOAD);
        model.nearMissing();
        assertThat(asked).as("a server that has none is not asked for ever").hasSize(1);
        model.fetch();
        assertThat(asked).hasSize(2);

        talk.missNothing().tell();
        assertThat(remedies(model)).isEmpty();
        talk.loseBefore(1).tell();
        assertThat(remedies(model)).containsExactly(Remedy.NONE);
        model.nearMissing();
        model.fetch();
        assertThat(asked).as("what is gone can't be asked for").hasSize(2);
    }

    @Test
    void aChatWhoseBeginningIsMissingHasNoStart() {
        talk.theirs("09:00", "a").missBefore(0);
        var model = model();
        assertThat(model.rows())
                .startsWith(missing(0, Optional.empty(), Remedy.LOAD))
                .doesNotContain(new TimelineRow.Start());
    }

    private Missing missing(int before, Optional<LocalDate> from, Remedy remedy) {
        return new Missing(talk.messages().get(before).key(), from, Talk.TODAY, remedy);
    }

    private static List<Remedy> remedies(TimelineViewModel model) {
        return model.rows().stream()
                .filter(Missing.class::isInstance)
                .map(row -> ((Missing) row).remedy())
                .toList();
    }

    @Test
    void nothingIsAskedForBeyondTheEnds() {
        talk.theirs("09:00", "a");
        var model = model();
        model.nearStart();
        model.nearEnd();
        model.toNewest();
        assertThat(asked).isEmpty();
    }

    @Test
    void theNewestPageIsAskedForWhereTheWindowEndsBeforeIt() {
        talk.notAtEnd().theirs("09:00", "a");
        var model = model();
        model.nearEnd();
        model.toNewest();
        assertThat(asked).containsExactly("newer", "newest");
    }

    @Test
    void countsWhatComesBelowTheReader() {
        talk.theirs("09:00", "a");
        var model = model();
        model.reading(false);
        talk.theirs("09:01", "b").mine("09:02", "c", Delivery.READ).theirs("09:03", "d").tell();
        assertThat(model.belowProperty().get()).isEqualTo(2);
        model.reading(true);
        assertThat(model.belowProperty().get()).isZero();
    }

    /// As after going to a day: what was seen last is not in the window.
    @Test
    void countsWhatCameBelowAWindowThatHasMovedUp() {
        talk.theirs("09:00", "a").theirs("09:01", "b").theirs("09:02", "seen last");
        var model = model();
        model.reading(false);
        talk.theirs("09:03", "c").tell();
        assertThat(model.belowProperty().get()).isEqualTo(1);
        talk.hideNewest(3).tell();
        assertThat(model.belowProperty().get()).as("it is there still").isEqualTo(1);
        talk.theirs("09:04", "d").mine("09:05", "e", Delivery.READ).theirs("09:06", "f").tell();
        assertThat(model.belowProperty().get()).isEqualTo(3);
        talk.showNewest().tell();
        assertThat(model.belowProperty().get()).as("each once").isEqualTo(3);
        model.reading(true);
        assertThat(model.belowProperty().get()).isZero();
        model.reading(false);
        talk.hideNewest(6).theirs("09:07", "g").tell();
        assertThat(model.belowProperty().get()).isEqualTo(1);
    }

    @Test
    void whatWaitsBelowIsNoMeasureOfWhatWasSeen() {
        talk.theirs("09:00", "a").mine("09:01", "waits", Delivery.QUEUED);
        var model = model();
        model.reading(false);
        talk.theirs("09:02", "b").tell();
        assertThat(model.belowProperty().get()).isEqualTo(1);
    }

    @Test
    void otherWordsForAMessageTouchItsRowAlone() {
        talk.theirs("09:00", "a").theirs("09:01", "b").theirs("09:02", "c");
        var model = model();
        var changes = changes(model);
        talk.edit(1, "B").tell();
        assertThat(changes).containsExactly("replaced 3..4");
        assertThat(bubble(model, 3).text().whole()).isEqualTo("B");
        assertThat(bubble(model, 3).isEdited()).isTrue();
        assertThat(bubble(model, 2).isEdited()).isFalse();
    }

    @Test
    void goesToADayAsTheReaderCountsDays() {
        talk.theirs("09:00", "a");
        var model = model();
        var shown = new ArrayList<MessageKey>();
        model.onMoved(shown::add);
        model.goTo(Talk.TODAY.minusDays(3));
        assertThat(asked).containsExactly("to " + Talk.TODAY.minusDays(3) + "T00:00:00Z");
        assertThat(shown).isEmpty();
        arrive.run();
        assertThat(shown).containsExactly(new MessageKey(7));
    }

    @Test
    void aClosedTimelineGoesNowhere() {
        var model = model();
        var shown = new ArrayList<MessageKey>();
        model.onMoved(shown::add);
        model.goTo(Talk.TODAY);
        model.close();
        arrive.run();
        assertThat(shown).isEmpty();
    }

    @Test
    void theTickIsThatOfTheWordsThatAreShown() {
        talk.theirs("09:00", "a").mine("09:01", "b", Delivery.READ);
        var model = model();
        talk.edit(1, "B", Delivery.QUEUED).tell();
        assertThat(bubble(model, 3).delivery()).isEqualTo(Delivery.QUEUED);
        talk.edit(1, "B", Delivery.ON_SERVER).tell();
        assertThat(bubble(model, 3).delivery()).isEqualTo(Delivery.ON_SERVER);
    }

    @Test
    void theLastOfOursThatIsOutCanBeChanged() {
        talk.mine("09:00", "a", Delivery.READ)
                .mine("09:01", "b", Delivery.ON_SERVER)
                .theirs("09:02", "c")
                .mine("09:03", "d", new Delivery.Failed(Refusal.of(Refusal.Reason.OTHER)));
        talk.edit(1, "B");
        var model = model();
        model.actions()
                .onEdit((message, words) -> asked.add("edit " + message.row() + " " + words));
        model.actions().editLast();
        assertThat(asked).containsExactly("edit 2 B");
        model.actions().edit(bubble(model, 2));
        assertThat(asked).containsExactly("edit 2 B", "edit 1 a");
        model.actions().edit(bubble(model, 4));
        model.actions().edit(bubble(model, 5));
        assertThat(asked).as("neither of others nor failed").hasSize(2);
    }

    /// It can't be changed, and another in its place would be read by all.
    @Test
    void whatIsPrivateIsNotChangedNorWhatWasSaidBefore() {
        talk.mine("09:00", "a", Delivery.ON_SERVER)
                .minePrivately("Priya", "09:01", "hush", Delivery.ON_SERVER)
                .fromPrivately("Priya", "09:02", "c");
        var model = model();
        model.actions().onEdit((message, words) -> asked.add("edit"));
        model.actions().editLast();
        model.actions().edit(bubble(model, 3));
        assertThat(asked).isEmpty();
    }

    @Test
    void whereNothingIsOursNothingIsTakenUp() {
        talk.theirs("09:00", "a");
        var model = model();
        model.actions().onEdit((message, words) -> asked.add("edit"));
        model.actions().editLast();
        assertThat(asked).isEmpty();
    }

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

    @Test
    void aLongMessageUnfoldsAlone() {
        talk.theirs("09:00", "a".repeat(5_000)).theirs("09:01", "b".repeat(5_000));
        var model = model();
        model.unfold(new MessageKey(1));
        assertThat(bubble(model, 2).text().shown()).isEqualTo(4_000);
        assertThat(bubble(model, 3).text().shown()).isEqualTo(2_000);
        model.unfold(new MessageKey(1));
        assertThat(bubble(model, 2).text().isCut()).isFalse();
    }

    @Test
    void theNewLineGoesWithEscape() {
        talk.theirs("09:00", "a").unreadFromHere().theirs("09:01", "b");
        var model = model();
        assertThat(model.rows()).contains(new NewMessages(1));
        model.dismissNewLine();
        assertThat(model.rows()).noneMatch(NewMessages.class::isInstance);
    }

    @Test
    void facesFollowTheRoom() {
        var room = new Talk("print@rooms.example").from("Priya", "09:00", "a");
        var occupants = new Cell<List<Occupant>>(lane, List.of());
        var model = model(room, Optional.of(occupants));
        assertThat(bubble(model, 2).face().orElseThrow().colorKey()).isEqualTo("Priya");
        assertThat(bubble(model, 2).face().orElseThrow().presence()).isEqualTo(Presence.UNKNOWN);
        lane.execute(() -> occupants.set(List.of(priya())));
        var face = bubble(model, 2).face().orElseThrow();
        assertThat(face.colorKey()).isEqualTo("priya@hearth.example");
        assertThat(face.affiliation()).contains(Affiliation.OWNER);
        assertThat(face.presence().availability()).isEqualTo(Availability.AWAY);
    }

    /// What was written here has our own address as its author.
    @Test
    void inARoomTheUserIsCalledWhatTheyAreCalledThere() {
        var print =
                new Talk("print@rooms.example")
                        .from("Priya", "09:00", "a")
                        .mine("09:01", "/me waves", Delivery.ON_SERVER);
        var model = model(print, Optional.of(new Cell<>(lane, List.of())));
        assertThat(bubble(model, 3).author()).isEmpty();
        lane.execute(() -> ownRoom.set(Optional.of(room(print, "Bob"))));
        assertThat(bubble(model, 3).author()).isEqualTo("Bob");
        lane.execute(() -> ownRoom.set(Optional.of(room(print, "Robert"))));
        assertThat(bubble(model, 3).author()).isEqualTo("Robert");
    }

    @Test
    void inAChatWithOnePersonNobodyNeedsAFace() {
        talk.theirs("09:00", "a");
        assertThat(bubble(model(), 2).face()).isEmpty();
    }

    @Test
    void anEmojiIsPutOnlyWhereItCanBe() {
        talk.theirs("09:00", "a")
                .mine("09:01", "b", new Delivery.Failed(Refusal.of(Refusal.Reason.TIMED_OUT)));
        talk.react(0, "👋", talk.messages().getFirst().author());
        var model = model();
        var said = bubble(model, 2);
        assertThat(said.reactions()).extracting(Reaction::emoji).containsExactly("👋");
        model.actions().react(said, "👋");
        assertThat(asked).containsExactly("react 👋");
        model.actions().react(bubble(model, 3), "👋");
        assertThat(asked).hasSize(1);
    }

    /// In what a search shows around a message, say.
    @Test
    void nothingIsAnsweredWhereNobodyTakesItUp() {
        talk.theirs("09:00", "thursday").mine("09:01", "no", Delivery.READ);
        var model = model();
        var theirs = bubble(model, 2);
        assertThat(model.actions().isRepliable(theirs)).isFalse();
        model.actions().reply(theirs);
        model.actions().onReply((message, words) -> asked.add("reply " + words));
        assertThat(model.actions().isRepliable(theirs)).isTrue();
        model.actions().reply(theirs);
        model.actions().replyToLast();
        assertThat(asked).containsExactly("reply thursday", "reply thursday");
    }

    /// What is seen then is not the last that somebody said.
    @Test
    void theLastIsNotAnsweredFromFurtherUp() {
        talk.theirs("09:00", "thursday").notAtEnd();
        var model = model();
        model.actions().onReply((message, words) -> asked.add("reply " + words));
        model.actions().replyToLast();
        assertThat(asked).noneMatch(each -> each.startsWith("reply"));
    }

    private TimelineViewModel model() {
        return model(talk, Optional.empty());
    }

    private static Room room(Talk of, String nick) {
        return new Room(of.chat(), "Print", nick, RoomState.LEFT, "", 0);
    }

    private TimelineViewModel model(Talk of, Optional<Cell<List<Occupant>>> occupants) {
        return new TimelineViewModel(
                of.live(),
                occupants.map(cell -> new TimelineRoom(ownRoom, cell, _ -> OptionalInt.of(0))),
                new TimelineCommands(
                        (message, emoji) -> asked.add("react " + emoji),
                        message -> asked.add("retract " + message.row()),
                        message -> asked.add("around " + message.row()),
                        () -> asked.add("older"),
                        () -> {
                            asked.add("more");
                            return more;
                        },
                        () -> asked.add("newer"),
                        () -> asked.add("newest"),
                        this::toTime,
                        message -> asked.add("retry"),
                        message -> asked.add("discard"),
                        (message, read) ->
                                read.accept(new MessageRecord(talk.messages(), List.of())),
                        link -> asked.add("open")),
                () -> now,
                ZoneOffset.UTC,
                timer,
                lane);
    }

    private void toTime(Instant time, Consumer<MessageKey> moved) {
        asked.add("to " + time);
        arrive = () -> moved.accept(new MessageKey(7));
    }

    private static Bubble bubble(TimelineViewModel model, int row) {
        return (Bubble) model.rows().get(row);
    }

    private static List<String> changes(TimelineViewModel model) {
        var changes = new ArrayList<String>();
        model.rows()
                .addListener(
                        (ListChangeListener<TimelineRow>)
                                change -> {
                                    while (change.next()) {
                                        changes.add(
                                                (change.wasReplaced() ? "replaced " : "added ")
                                                        + change.getFrom()
                                                        + ".."
                                                        + change.getTo());
                                    }
                                });
        return changes;
    }

    private static Occupant priya() {
        return new Occupant(
                "Priya",
                Role.MODERATOR,
                Affiliation.OWNER,
                Optional.of(JidCreate.bareFromOrThrowUnchecked("priya@hearth.example")),
                new Presence(Availability.AWAY, ""),
                false);
    }
}
