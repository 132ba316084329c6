package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.MessageKey;
import kith.ui.composer.ComposerViewModel.Access;

import org.junit.jupiter.api.Test;

class MessageEditingTest extends ComposerFixture {

    @Test
    void aMessageThatIsTakenUpIsSentAgainInItsPlaceAndTheDraftComesBack() {
        write("Half a th");
        model.edit(MESSAGE, "Lovly.");
        assertThat(model.draftProperty().get()).isEqualTo("Lovly.");
        assertThat(model.editingProperty().get()).contains(new Editing(MESSAGE, "Lovly."));
        write("Lovely.\n");
        model.send();
        assertThat(done).contains("send 7 Lovely.");
        assertThat(model.editingProperty().get()).isEmpty();
        assertThat(model.draftProperty().get()).isEqualTo("Half a th");
    }

    @Test
    void aMessageStaysAsItWasWhereTheUserLeavesItOrChangesNothing() {
        write("Half a th");
        model.edit(MESSAGE, "Lovely.");
        write("Lovely?");
        model.cancelEdit();
        assertThat(model.draftProperty().get()).isEqualTo("Half a th");
        model.edit(MESSAGE, "Lovely.");
        model.send();
        assertThat(model.editingProperty().get()).isEmpty();
        assertThat(done).noneMatch(each -> each.startsWith("send"));
    }

    @Test
    void anotherThatIsTakenUpMeanwhileKeepsWhatWasWrittenBeforeBoth() {
        write("Half a th");
        model.edit(MESSAGE, "one");
        model.edit(new MessageKey(8), "two");
        assertThat(model.draftProperty().get()).isEqualTo("two");
        model.cancelEdit();
        assertThat(model.draftProperty().get()).isEqualTo("Half a th");
    }

    @Test
    void aChangeThatCanNotBeKeptComesBack() {
        model.edit(MESSAGE, "Lovly.");
        write("Lovely.");
        model.send();
        outcome.completeExceptionally(new IllegalStateException("disk full"));
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.");
        assertThat(model.editingProperty().get().map(Editing::message)).contains(MESSAGE);
        done.clear();
        model.send();
        assertThat(done).as("though it is what came back").contains("send 7 Lovely.");
    }

    @Test
    void howFarAChangeHasComeIsKeptUntilItIsSentOrLeft() {
        model.edit(MESSAGE, "Lovly.");
        write("Lovel");
        assertThat(edits).as("nothing while it is as it was").containsExactly("Lovel");
        assertThat(kept).as("it is no draft").doesNotContain("Lovel");
        model.leave();
        assertThat(edits).endsWith("settled");
        model.send();
        assertThat(edits).endsWith("none");
        write("Lovel");
        model.edit(MESSAGE, "Lovly.");
        write("Lovel");
        model.cancelEdit();
        assertThat(edits).endsWith("Lovel", "none");
        model.close();
        assertThat(edits).endsWith("closed");
    }

    @Test
    void aChangeThatWasLeftComesBackWithTheDraftBehindIt() {
        model.onBegin(() -> done.add("begun"));
        assertThat(writers.getFirst().test("Half a th")).isTrue();
        resuming.getFirst().accept(new Editing(MESSAGE, "Lovly."), "Lovel");
        assertThat(model.editingProperty().get()).contains(new Editing(MESSAGE, "Lovly."));
        assertThat(model.draftProperty().get()).isEqualTo("Lovel");
        assertThat(model.caretProperty().get()).isEqualTo(5);
        assertThat(done).as("nor does it take the focus").doesNotContain("begun");
        write("Lovely.");
        model.send();
        assertThat(done).contains("send 7 Lovely.");
        assertThat(model.draftProperty().get()).isEqualTo("Half a th");
    }

    @Test
    void itTakesTheFieldOfNobodyWhoIsTypingAndStaysKept() {
        write("And th");
        resuming.getFirst().accept(new Editing(MESSAGE, "Lovly."), "Lovel");
        assertThat(model.editingProperty().get()).isEmpty();
        assertThat(model.draftProperty().get()).isEqualTo("And th");
        model.edit(new MessageKey(8), "by accident");
        model.cancelEdit();
        model.leave();
        model.close();
        assertThat(edits).containsExactly("settled", "closed");
    }

    @Test
    void itsWordsComeBackWhereTheMessageCanBeChangedNoMore() {
        write("And th");
        kept.clear();
        lost.getFirst().accept("Lovely");
        assertThat(model.editingProperty().get()).isEmpty();
        assertThat(model.draftProperty().get()).isEqualTo("Lovely\nAnd th");
        assertThat(complaint()).isEqualTo(new Complaint.Unchangeable());
        assertThat(kept)
                .as("before the change is forgotten")
                .containsExactly("Lovely\nAnd th", "settled");
        assertThat(edits).containsExactly("none");
        model.close();
        lost.getFirst().accept("Lovely");
        assertThat(edits).as("nobody is here to take it").containsExactly("none", "closed");
    }

    @Test
    void whoHasSentOrLeftAChangeWritesNoMore() {
        model.edit(MESSAGE, "Lovly.");
        write("Lovely.");
        model.send();
        assertThat(done).containsExactly("typing", "stopped", "send 7 Lovely.");
        model.edit(MESSAGE, "Lovly.");
        write("Lovel");
        model.cancelEdit();
        assertThat(done).endsWith("typing", "stopped");
    }

    @Test
    void itComesTooLateOnceTheUserHasChosenAnotherOrNone() {
        model.edit(new MessageKey(8), "two");
        resuming.getFirst().accept(new Editing(MESSAGE, "Lovly."), "Lovel");
        assertThat(model.draftProperty().get()).isEqualTo("two");
        model.cancelEdit();
        resuming.getFirst().accept(new Editing(MESSAGE, "Lovly."), "Lovel");
        assertThat(model.editingProperty().get()).isEmpty();
    }

    @Test
    void aMessageThatIsGoneIsChangedNoMore() {
        write("Half a th");
        model.edit(MESSAGE, "Lovly.");
        leaving.getFirst().accept(new MessageKey(8));
        assertThat(model.editingProperty().get()).isPresent();
        leaving.getFirst().accept(MESSAGE);
        assertThat(model.editingProperty().get()).isEmpty();
        assertThat(model.draftProperty().get()).isEqualTo("Half a th");
        model.edit(MESSAGE, "Lovly.");
        write("Lovely.");
        model.send();
        outcome.cancel(false);
        assertThat(model.editingProperty().get()).isEmpty();
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.\nHalf a th");
        assertThat(complaint()).isEqualTo(new Complaint.Unchangeable());
        write("Lovely.");
        assertThat(complaint()).isEqualTo(Complaint.NONE);
    }

    @Test
    void aChangeThatComesBackTakesNoOthersPlace() {
        write("Half a th");
        model.edit(MESSAGE, "Lovly.");
        write("Lovely.");
        model.send();
        model.edit(new MessageKey(8), "two");
        write("two and a half");
        outcome.completeExceptionally(new IllegalStateException("disk full"));
        assertThat(model.editingProperty().get().map(Editing::message)).contains(new MessageKey(8));
        assertThat(model.draftProperty().get()).isEqualTo("two and a half");
        model.cancelEdit();
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.\nHalf a th");
    }

    @Test
    void whatComesBackMeanwhileStandsWithTheDraftAndNotInTheChange() {
        write("And th");
        model.edit(MESSAGE, "Lovly.");
        assertThat(writers.getFirst().test("Half a thought.")).isTrue();
        assertThat(model.draftProperty().get()).isEqualTo("Lovly.");
        assertThat(kept).endsWith("Half a thought.\nAnd th");
        model.cancelEdit();
        assertThat(model.draftProperty().get()).isEqualTo("Half a thought.\nAnd th");
    }

    @Test
    void nothingIsTakenUpWhereTheUserMayNotWrite() {
        model.accessProperty().set(Access.VISITOR);
        model.edit(MESSAGE, "Lovely.");
        assertThat(model.editingProperty().get()).isEmpty();
    }
}
