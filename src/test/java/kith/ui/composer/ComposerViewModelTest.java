package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.ui.composer.ComposerViewModel.Access;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

class ComposerViewModelTest {

    private final List<String> done = new ArrayList<>();
    private final ManualTimer timer = new ManualTimer();
    private CompletableFuture<String> kept = new CompletableFuture<>();
    private final ComposerViewModel model =
            new ComposerViewModel(
                    new ComposerCommands(
                            this::send, isTyping -> done.add(isTyping ? "typing" : "stopped")),
                    timer,
                    new ImmediateLane());

    private CompletionStage<String> send(String text) {
        done.add("send " + text);
        return kept;
    }

    /// The disk may be full (F19).
    @Test
    void whatCanNotBeKeptComesBack() {
        write("Lovely.");
        model.send();
        kept.cancel(false);
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.");
    }

    @Test
    void whatComesBackStandsBeforeWhatWasBegunMeanwhile() {
        write("Lovely.");
        model.send();
        write("And th");
        kept.cancel(false);
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.\nAnd th");
    }

    @Test
    void severalThatComeBackStandInTheirOrder() {
        write("one");
        model.send();
        var first = kept;
        kept = new CompletableFuture<>();
        write("two");
        model.send();
        write("three");
        first.cancel(false);
        kept.cancel(false);
        assertThat(model.draftProperty().get()).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void sendsTheDraftAndEmptiesIt() {
        write("Lovely.");
        model.send();
        assertThat(done).containsExactly("typing", "stopped", "send Lovely.");
        assertThat(model.draftProperty().get()).isEmpty();
    }

    @Test
    void sendsNothingBlank() {
        write(" \n ");
        model.send();
        assertThat(done).isEmpty();
        assertThat(model.canSendBinding().get()).isFalse();
    }

    @Test
    void leavesOutBlankLinesAroundAndKeepsTheIndent() {
        write("\n  \n    code\n\n");
        model.send();
        assertThat(done).contains("send     code");
    }

    @Test
    void keepsTheDraftWhereTheUserMayNotWrite() {
        model.accessProperty().set(Access.VISITOR);
        write("Lovely.");
        model.send();
        assertThat(done).doesNotContain("send Lovely.");
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.");
    }

    @Test
    void saysOnceThatTheUserIsTyping() {
        write("L");
        write("Lo");
        write("Lov");
        assertThat(done).containsExactly("typing");
    }

    @Test
    void saysThatTheUserStoppedAfterHalfAMinute() {
        write("L");
        timer.pass(Duration.ofSeconds(29));
        write("Lo");
        timer.pass(Duration.ofSeconds(29));
        assertThat(done).containsExactly("typing");
        timer.pass(Duration.ofSeconds(1));
        assertThat(done).containsExactly("typing", "stopped");
        write("Lov");
        assertThat(done).containsExactly("typing", "stopped", "typing");
    }

    @Test
    void saysThatTheUserStoppedWhenAllIsTakenAway() {
        write("L");
        write("");
        assertThat(done).containsExactly("typing", "stopped");
    }

    @Test
    void saysThatTheUserStoppedWhenThePageCloses() {
        write("L");
        model.close();
        assertThat(done).containsExactly("typing", "stopped");
        assertThat(timer.waiting()).isZero();
    }

    private void write(String draft) {
        model.draftProperty().set(draft);
    }
}
