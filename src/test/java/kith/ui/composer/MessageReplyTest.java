package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.MessageKey;
import kith.ui.composer.ComposerViewModel.Access;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class MessageReplyTest extends ComposerFixture {

    @Test
    void whatIsWrittenAnswersTheMessageThatWasChosen() {
        write("Half a th");
        model.reply(ANSWERED);
        assertThat(model.answeringProperty().get()).contains(ANSWERED);
        assertThat(answers).endsWith(Optional.of(9L));
        write("Half a thought.");
        model.send();
        assertThat(done).contains("send to 9 Half a thought.");
        assertThat(model.answeringProperty().get()).isEmpty();
        assertThat(answers).endsWith(Optional.<Long>empty());
        write("And another.");
        model.send();
        assertThat(done).contains("send And another.");
    }

    @Test
    void anAnswerThatCanNotBeKeptComesBackAsOne() {
        model.reply(ANSWERED);
        write("Lovely.");
        model.send();
        outcome.cancel(false);
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.");
        assertThat(model.answeringProperty().get()).contains(ANSWERED);
    }

    /// Wherever it stands, and whatever part of the chat is before the user.
    @Test
    void aMessageThatIsGoneIsAnsweredNoMore() {
        write("Lovely.");
        model.reply(ANSWERED);
        leaving.getFirst().accept(MESSAGE);
        assertThat(model.answeringProperty().get()).contains(ANSWERED);
        leaving.getFirst().accept(ANSWERED.message());
        assertThat(model.answeringProperty().get()).isEmpty();
        assertThat(answers).endsWith(Optional.<Long>empty());
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.");
    }

    @Test
    void whoLeavesTheMessageAnswersNone() {
        model.reply(ANSWERED);
        model.cancelReply();
        assertThat(answers).endsWith(Optional.<Long>empty());
        write("Lovely.");
        model.send();
        assertThat(done).contains("send Lovely.");
    }

    @Test
    void whatWasBeingAnsweredComesTooLateOnceTheUserHasChosen() {
        model.resumeReply(ANSWERED);
        assertThat(model.answeringProperty().get()).contains(ANSWERED);
        model.cancelReply();
        model.resumeReply(ANSWERED);
        assertThat(model.answeringProperty().get()).isEmpty();
        var other = new Answering(new MessageKey(10), Optional.of("Layla"), "b");
        model.reply(other);
        model.resumeReply(ANSWERED);
        assertThat(model.answeringProperty().get()).contains(other);
    }

    @Test
    void whatWasBeingAnsweredComesTooLateOnceSomethingWasSent() {
        write("Lovely.");
        model.send();
        model.resumeReply(ANSWERED);
        assertThat(model.answeringProperty().get()).isEmpty();
        assertThat(answers).containsExactly(Optional.empty());
    }

    @Test
    void anAnswerThatCanNotBeKeptIsOneStillWhenThePageIsClosed() {
        model.reply(ANSWERED);
        write("Lovely.");
        model.send();
        model.close();
        outcome.cancel(false);
        assertThat(kept).endsWith("back: Lovely.");
        assertThat(answers).endsWith(Optional.of(9L));
    }

    @Test
    void aMessageThatIsAnsweredLeavesTheOneThatWasChangedAsItWas() {
        model.reply(ANSWERED);
        model.edit(MESSAGE, "Lovely.");
        assertThat(model.answeringProperty().get()).contains(ANSWERED);
        model.cancelEdit();
        model.edit(MESSAGE, "Lovely.");
        model.reply(ANSWERED);
        assertThat(model.editingProperty().get()).isEmpty();
        model.accessProperty().set(Access.VISITOR);
        model.cancelReply();
        model.reply(ANSWERED);
        assertThat(model.answeringProperty().get()).isEmpty();
    }
}
