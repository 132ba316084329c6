package kith.ui.timeline;

import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.model.MessageKey;
import kith.model.MessageRecord;
import kith.ui.timeline.TimelineRow.Bubble;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The view-model of a timeline without a toolkit, of a talk with Layla Haddad unless a test names
/// another, and what it asks for.
abstract class TimelineViewModelFixture {

    final Talk talk = new Talk("layla@hearth.example");
    final ImmediateLane lane = new ImmediateLane();
    final ManualTimer timer = new ManualTimer();

    /// What the clock says: two hours before midnight, until a test moves it.
    Instant now = Talk.TODAY.atTime(LocalTime.of(22, 0)).toInstant(ZoneOffset.UTC);

    /// What the timeline has asked for, and what was taken up.
    final List<String> asked = new ArrayList<>();

    /// Ends the asking for what is missing.
    final CompletableFuture<Void> more = new CompletableFuture<>();

    /// Ends the way to the time that was asked for last, at message 7.
    Runnable arrive = () -> {};

    TimelineViewModel model() {
        return model(talk, Optional.empty());
    }

    /// @param room empty for a chat with one person
    TimelineViewModel model(Talk of, Optional<TimelineRoom> room) {
        return new TimelineViewModel(
                of.live(),
                room,
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

    static Bubble bubble(TimelineViewModel model, int row) {
        return (Bubble) model.rows().get(row);
    }
}
