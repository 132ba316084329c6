package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Refusal;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class SlashLineInComposerTest extends ComposerFixture {

    @Test
    void whatBeginsWithASlashIsDoneAndNotSent() {
        write("/topic  Riso night ");
        model.send();
        write("/part");
        model.send();
        assertThat(done)
                .contains("topic Riso night", "leave")
                .noneMatch(it -> it.startsWith("send"));
        assertThat(model.draftProperty().get()).isEmpty();
        assertThat(kept).endsWith("/part", "");
    }

    @Test
    void aNickThatIsInUseComesBackAndIsNamed() {
        var refusal = Refusal.of(Refusal.Reason.NICK_TAKEN);
        write("/nick Mara");
        model.send();
        assertThat(model.draftProperty().get()).isEmpty();
        answer.complete(Optional.of(refusal));
        assertThat(model.draftProperty().get()).isEqualTo("/nick Mara");
        assertThat(complaint())
                .isEqualTo(new Complaint.Refused(SlashCommand.NICK, "Mara", refusal));
        write("/nick");
        model.send();
        assertThat(complaint()).isEqualTo(new Complaint.Incomplete(SlashCommand.NICK));
    }

    /// Before other words it would be no command, or mean these, too.
    @Test
    void whatIsRefusedComesBackBeforeNothingElse() {
        var refusal = Refusal.of(Refusal.Reason.NICK_TAKEN);
        write("/nick Mara");
        model.send();
        write("And th");
        answer.complete(Optional.of(refusal));
        assertThat(model.draftProperty().get()).isEqualTo("And th");
        assertThat(complaint())
                .isEqualTo(new Complaint.Refused(SlashCommand.NICK, "Mara", refusal));
    }

    @Test
    void aNickOfSeveralLinesIsNotAskedFor() {
        write("/nick Mara\nand a thought");
        model.send();
        assertThat(model.draftProperty().get()).isEqualTo("/nick Mara\nand a thought");
        assertThat(complaint()).isEqualTo(new Complaint.SeveralLines());
        assertThat(kept).as("it is no longer asked").doesNotContain("");
    }

    @Test
    void whatTheRoomRefusesComesBackAndSaysWhy() {
        var refusal = Refusal.of(Refusal.Reason.FORBIDDEN);
        write("/topic Riso night");
        model.send();
        answer.complete(Optional.of(refusal));
        assertThat(model.draftProperty().get()).isEqualTo("/topic Riso night");
        assertThat(complaint())
                .isEqualTo(new Complaint.Refused(SlashCommand.TOPIC, "Riso night", refusal));
        write("/topic Riso");
        assertThat(complaint()).isEqualTo(Complaint.NONE);
    }

    @Test
    void anUnknownCommandIsNeverSent() {
        write("/nope, never");
        model.send();
        assertThat(done).containsExactly("typing");
        assertThat(model.draftProperty().get()).isEqualTo("/nope, never");
        assertThat(complaint()).isEqualTo(new Complaint.UnknownCommand("nope,"));
    }

    @Test
    void aCommandWithoutWhatItNeedsIsNotDone() {
        for (var command : List.of(SlashCommand.TOPIC, SlashCommand.ME)) {
            write("/" + command.word() + " ");
            model.send();
            assertThat(complaint()).isEqualTo(new Complaint.Incomplete(command));
        }
        assertThat(done).containsExactly("typing");
    }

    @Test
    void twoSlashesSendOne() {
        write("//nope");
        model.send();
        assertThat(done).contains("send /nope");
    }

    @Test
    void whatCanNotBeKeptComesBackAsItWasTyped() {
        write("//nope");
        model.send();
        outcome.cancel(false);
        assertThat(model.draftProperty().get()).isEqualTo("//nope");
    }

    @Test
    void meIsSentAsItIsTyped() {
        write("/me waves");
        model.send();
        assertThat(done).contains("send /me waves");
    }

    @Test
    void aSlashElsewhereIsNone() {
        write(" /topic\n/leave 1/2");
        model.send();
        assertThat(done).contains("send  /topic\n/leave 1/2");
    }
}
