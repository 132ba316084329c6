package kith.ui.room.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;

import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Refusal.Reason;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// Who may write in the room, and when: asking for it, allowing it, and slow mode.
class ModerationPaneVoiceTest extends ModerationPaneFixture {

    @Test
    void aVisitorsRequestIsAllowedInThePage() {
        coop.lane.execute(() -> coop.requests.set(List.of(Coop.request("paperplane"))));
        open(false);
        picture("moderation-voice-request");
        robot.clickOn("Allow");
        settle();
        assertThat(coop.answers).containsExactly("paperplane true");
    }

    @Test
    void anAnswerThatIsRefusedIsSaidWhereItWasGiven() {
        allowInVain();
        assertThat(robot.lookup(".voice-requests .roles-complaint").<Label>query())
                .satisfies(label -> assertThat(isShown(label)).isTrue())
                .extracting(Label::getText)
                .isEqualTo("The room doesn’t let you do that to paperplane.");
        picture("moderation-voice-refused");
    }

    /// Whatever the user does or doesn't do next.
    @Test
    void whyAnAnswerIsRefusedIsPutAwayWhereItIsSaid() {
        allowInVain();
        putAway(".voice-requests");
        assertThat(robot.lookup(".voice-requests").<Node>query().isVisible()).isFalse();
    }

    @Test
    void whyVoiceCantBeAskedForIsSaidWhereItWasAndPutAway() {
        coop.with(Role.VISITOR, Affiliation.NONE);
        coop.refuse(Reason.LIMIT);
        open(true);
        robot.clickOn("Ask for voice");
        settle();
        assertThat(complaint(".people-bar").isVisible()).isFalse();
        picture("moderation-ask-refused");
        putAway(".ask-for-voice");
        assertThat(isShown(robot.lookup("Ask for voice").query())).isTrue();
    }

    @Test
    void slowModeKeepsWhatIsWritten() {
        coop.with(Role.PARTICIPANT, Affiliation.MEMBER);
        coop.lane.execute(() -> coop.pause.set(Duration.ofHours(1)));
        open(false);
        picture("slow-mode");
        assertThat(robot.lookup(".slow-mode").<Label>query().getText())
                .isEqualTo("Slow mode: you can send again in 30 minutes.");
        robot.clickOn(".composer .text-area").write("Hello", 0).type(KeyCode.ENTER);
        settle();
        assertThat(robot.lookup(".composer .text-area").<TextArea>query().getText())
                .isEqualTo("Hello");
    }

    private void allowInVain() {
        coop.lane.execute(() -> coop.requests.set(List.of(Coop.request("paperplane"))));
        coop.refuse(Reason.NOT_ALLOWED);
        open(false);
        robot.clickOn("Allow");
        FxThread.run(() -> coop.lane.execute(() -> coop.requests.set(List.of())));
        settle();
    }
}
