package kith.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import kith.model.Chat;
import kith.model.Occupant.Role;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.RoomState;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What stands in the composer's place where the room doesn't let one write.
class ChatPaneGateTest extends ChatPaneFixture {

    @Test
    void aRoomThatLetsNobodyInSaysSoInTheComposersPlace() {
        say(2);
        enter(new RoomState.Refused(Refusal.of(Reason.MEMBERS_ONLY)));
        open(Chat.Kind.ROOM);
        assertThat(text(".chat-bottom .room-gate-sentence .text")).startsWith("Only members");
        assertThat(isVisible(".composer")).isFalse();
        robot.clickOn("Try again");
        assertThat(done).containsExactly("join Mara");
    }

    @Test
    void anotherNickCanBeChosen() {
        enter(new RoomState.Refused(Refusal.of(Reason.NICK_TAKEN)));
        open(Chat.Kind.ROOM);
        FxThread.run(() -> pane().requestFocus());
        robot.type(KeyCode.END).write(" L", 0).type(KeyCode.ENTER);
        assertThat(done).containsExactly("join Mara2 L"); // after the nick that is proposed
    }

    @Test
    void theComposerIsThereOnceTheRoomLetsUsIn() {
        enter(new RoomState.Refused(Refusal.of(Reason.MEMBERS_ONLY)));
        open(Chat.Kind.ROOM);
        assertThat(isVisible(".composer")).isFalse();
        FxThread.run(() -> enter(RoomState.JOINED));
        settle();
        assertThat(isVisible(".composer")).isTrue();
        assertThat(robot.lookup(".room-gate").tryQuery()).isEmpty();
    }

    @Test
    void aVisitorIsToldThatTheyMayOnlyRead() {
        enter(RoomState.JOINED);
        tellAll(List.of(me(Role.VISITOR)));
        open(Chat.Kind.ROOM);
        assertThat(text(".composer-closed")).startsWith("You may read here");
        FxThread.run(() -> tellAll(List.of(me(Role.PARTICIPANT))));
        settle();
        assertThat(isVisible(".composer-box")).isTrue();
    }
}
