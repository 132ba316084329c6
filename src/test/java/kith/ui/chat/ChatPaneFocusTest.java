package kith.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import kith.model.Chat;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.RoomState;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

/// Where the keyboard is while things come and go.
class ChatPaneFocusTest extends ChatPaneFixture {

    @Test
    void escapeInTheTimelineGoesToTheComposer() {
        say(3);
        open(Chat.Kind.CONTACT);
        focusTimeline();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup(".composer .text-area").query().isFocused()).isTrue();
    }

    @Test
    void thePasswordFieldKeepsTheFocusWhateverComes() {
        say(2);
        enter(new RoomState.Refused(Refusal.of(Reason.PASSWORD_NEEDED)));
        open(Chat.Kind.ROOM);
        FxThread.run(() -> pane().requestFocus());
        robot.write("sec", 0);
        say(2);
        FxThread.run(talk::tell);
        settle();
        robot.write("ret", 0).type(KeyCode.ENTER);
        assertThat(done).containsExactly("join Mara secret");
    }

    /// The button that they pressed is gone, and they have come to write.
    @Test
    void whoEntersFromThePageWritesThere() {
        enter(RoomState.LEFT);
        open(Chat.Kind.ROOM);
        robot.clickOn("Join");
        FxThread.run(() -> enter(RoomState.JOINING));
        settle();
        assertThat(hasFocus(".composer")).isTrue();
        FxThread.run(() -> enter(RoomState.JOINED));
        settle();
        assertThat(hasFocus(".composer")).isTrue();
        robot.write("Hello", 0).type(KeyCode.ENTER);
        assertThat(done).contains("send Hello");
    }

    @Test
    void whereTheRoomRefusesTheyAreAtWhatMendsIt() {
        enter(RoomState.JOINING);
        open(Chat.Kind.ROOM);
        FxThread.run(() -> pane().requestFocus());
        assertThat(hasFocus(".composer")).isTrue();
        FxThread.run(() -> enter(new RoomState.Refused(Refusal.of(Reason.PASSWORD_NEEDED))));
        settle();
        assertThat(hasFocus(".room-gate")).isTrue();
    }

    /// The room lets them in and puts them out before it is known whether they may write.
    @Test
    void whereTheyAreOutAgainAtOnceALaterEntryTakesNoFocus() {
        say(3);
        enter(RoomState.LEFT);
        open(Chat.Kind.ROOM);
        robot.clickOn("Join");
        var refused = new RoomState.Refused(Refusal.of(Reason.MEMBERS_ONLY));
        FxThread.run(
                () -> {
                    var gate = robot.lookup(".room-gate").<Node>query();
                    var letsIn =
                            gate.parentProperty()
                                    .subscribe((before, now) -> enterMeanwhile(refused));
                    enter(RoomState.JOINED);
                    letsIn.unsubscribe();
                });
        settle();
        assertThat(hasFocus(".room-gate")).isTrue();
        focusTimeline();
        FxThread.run(() -> enter(RoomState.JOINED));
        settle();
        assertThat(hasFocus(".timeline")).isTrue();
    }

    /// Whoever reads or is elsewhere stays there.
    @Test
    void theFocusIsNotTakenFromElsewhere() {
        say(3);
        enter(RoomState.JOINED);
        open(Chat.Kind.ROOM);
        focusTimeline();
        FxThread.run(() -> enter(RoomState.JOINING));
        FxThread.run(() -> enter(RoomState.JOINED));
        settle();
        assertThat(hasFocus(".timeline")).isTrue();
    }

    private boolean hasFocus(String where) {
        return FxThread.call(() -> robot.lookup(where).<Node>query().isFocusWithin());
    }
}
