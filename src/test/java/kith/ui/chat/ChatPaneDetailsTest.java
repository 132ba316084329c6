package kith.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;

import kith.model.Chat;
import kith.model.Occupant.Role;
import kith.model.Refusal;
import kith.model.RoomState;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The pane with the details of a room beside its messages.
class ChatPaneDetailsTest extends ChatPaneFixture {

    @Test
    void theDetailsShowThePeopleAndTheSubjectCanBeChanged() {
        enter(RoomState.JOINED);
        tellAll(List.of(me(Role.PARTICIPANT)));
        open(Chat.Kind.ROOM);
        FxThread.run(() -> pane().showDetails());
        settle();
        assertThat(robot.lookup(".occupant .label").queryAllAs(Label.class))
                .anyMatch(label -> label.getText().equals("Mara"));
        changeSubjectTo("Paper");
        assertThat(done).containsExactly("subject Paper");
        answerSubject(Optional.empty());
        assertThat(isVisible(".subject-editor .text-area")).isFalse();
    }

    @Test
    void whoIsInTheRoomCanInviteFromItsDetailsAndNobodyElse() {
        enter(RoomState.JOINED);
        open(Chat.Kind.ROOM);
        FxThread.run(() -> pane().showDetails());
        settle();
        robot.clickOn(".invite-people");
        assertThat(done).containsExactly("invite");
        FxThread.run(() -> enter(RoomState.JOINING));
        settle();
        assertThat(isVisible(".invite-people")).isFalse();
    }

    @Test
    void aSubjectThatIsRefusedIsKeptWithTheReason() {
        enter(RoomState.JOINED);
        open(Chat.Kind.ROOM);
        FxThread.run(() -> pane().showDetails());
        settle();
        changeSubjectTo("Paper");
        assertThat(robot.lookup("Save").query().isDisabled()).isTrue();
        answerSubject(Optional.of(Refusal.of(Refusal.Reason.OFFLINE)));
        assertThat(text(".subject-editor .field-error"))
                .isEqualTo("There is no connection. Save again when it is back.");
        assertThat(robot.lookup(".subject-editor .text-area").queryAs(TextArea.class).getText())
                .isEqualTo("Paper");
        subjectAnswer = new CompletableFuture<>();
        robot.clickOn("Save");
        settle();
        assertThat(isVisible(".subject-editor .field-error")).isFalse();
        assertThat(done).containsExactly("subject Paper", "subject Paper");
        robot.clickOn("Cancel");
        answerSubject(Optional.of(Refusal.of(Refusal.Reason.FORBIDDEN)));
        assertThat(isVisible(".subject-editor .field-error")).isFalse();
    }

    private void changeSubjectTo(String subject) {
        robot.clickOn(".subject-head .icon-button");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        robot.write(subject, 0);
        robot.clickOn("Save");
    }

    private void answerSubject(Optional<Refusal> refusal) {
        FxThread.run(() -> subjectAnswer.complete(refusal));
        settle();
    }
}
