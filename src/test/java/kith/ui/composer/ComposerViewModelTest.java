package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import kith.ui.composer.ComposerViewModel.Access;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

class ComposerViewModelTest extends ComposerFixture {

    /// The disk may be full (F19).
    @Test
    void whatCanNotBeKeptComesBack() {
        write("Lovely.");
        model.send();
        outcome.cancel(false);
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.");
    }

    @Test
    void whatComesBackStandsBeforeWhatWasBegunMeanwhile() {
        write("Lovely.");
        model.send();
        write("And th");
        outcome.cancel(false);
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.\nAnd th");
    }

    @Test
    void severalThatComeBackStandInTheirOrder() {
        write("one");
        model.send();
        var first = outcome;
        outcome = new CompletableFuture<>();
        write("two");
        model.send();
        write("three");
        first.cancel(false);
        outcome.cancel(false);
        assertThat(model.draftProperty().get()).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void whatCanNotBeKeptComesBackToTheDraftOfAPageThatIsClosed() {
        write("Lovely.");
        model.send();
        model.close();
        outcome.cancel(false);
        assertThat(kept).endsWith("back: Lovely.");
        assertThat(model.draftProperty().get()).isEmpty();
    }

    @Test
    void isToldWhatCameBackFromAPageBefore() {
        write("And th");
        assertThat(writers.getFirst().test("Lovely.")).isTrue();
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.\nAnd th");
        assertThat(model.caretProperty().get()).isEqualTo(14);
        assertThat(kept).endsWith("Lovely.\nAnd th");
        var given = writers.getFirst();
        model.close();
        assertThat(given.test("More")).as("nobody is here to take it").isFalse();
    }

    @Test
    void beginsWithTheDraftAndItsCaretBehindItAndNobodyIsTyping() {
        begun = "half a thought";
        var again = open();
        assertThat(again.draftProperty().get()).isEqualTo("half a thought");
        assertThat(again.caretProperty().get()).isEqualTo(14);
        assertThat(done).isEmpty();
    }

    @Test
    void keepsEachChangeAndSettlesWhenTheUserTurnsAway() {
        write("L");
        write("Lo");
        model.leave();
        assertThat(kept).containsExactly("L", "Lo", "settled");
    }

    /// Else a kill between the two would lose it.
    @Test
    void theDraftIsEmptiedOnlyOnceTheMessageIsOnItsWay() {
        write("Lovely.");
        kept.clear();
        model.send();
        assertThat(kept).containsExactly("send", "");
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
    void keepsTheDraftWhileTheUserHasToWait() {
        model.pausedProperty().set(true);
        write("Lovely.");
        model.send();
        assertThat(done).doesNotContain("send Lovely.");
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.");
        model.pausedProperty().set(false);
        model.send();
        assertThat(done).contains("send Lovely.");
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
}
