package kith.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.model.Answer;
import kith.model.DataForm;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.RoomRegistration;
import kith.ui.room.MembershipViewModel.Phase;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class MembershipViewModelTest {

    private final List<String> sent = new ArrayList<>();
    private Answer<RoomRegistration> form =
            new Answer.Given<>(new RoomRegistration(Optional.empty(), NickForm.FORM));
    private Optional<Refusal> answer = Optional.empty();
    private String own = "";
    private final MembershipViewModel model =
            new MembershipViewModel(
                    new MembershipCommands(
                            () -> CompletableFuture.completedStage(form),
                            filled -> {
                                sent.add(NickForm.nick(filled));
                                return CompletableFuture.completedStage(answer);
                            },
                            () -> {
                                sent.add("none");
                                return CompletableFuture.completedStage(answer);
                            }),
                    () -> own,
                    new ImmediateLane());

    @Test
    void whatIsFilledInIsSent() {
        model.ask();
        fill("Mara");
        assertThat(sent).containsExactly("Mara");
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Sent());
    }

    @Test
    void whatHasToBeThereIsAskedForBeforeItIsSent() {
        model.ask();
        model.submit();
        assertThat(sent).isEmpty();
        assertThat(model.phaseProperty().get()).isInstanceOf(Phase.Filling.class);
    }

    @Test
    void aNickThatIsTakenCanBeChanged() {
        model.ask();
        answer = Optional.of(Refusal.of(Reason.NICK_TAKEN));
        fill("Mara");
        assertThat(((Phase.Filling) model.phaseProperty().get()).refusal()).isEqualTo(answer);
        answer = Optional.empty();
        fill("Mara P");
        assertThat(sent).containsExactly("Mara", "Mara P");
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Sent());
    }

    @Test
    void aRoomWithoutAFormSaysSo() {
        form = new Answer.Refused<>(Refusal.of(Reason.NOT_ALLOWED));
        model.ask();
        assertThat(model.phaseProperty().get())
                .isEqualTo(new Phase.Refused(Refusal.of(Reason.NOT_ALLOWED)));
    }

    @Test
    void aMemberNeedsNoForm() {
        form = new Answer.Given<>(new RoomRegistration(Optional.of("Mara"), DataForm.EMPTY));
        model.ask();
        assertThat(model.phaseProperty().get()).isEqualTo(member("Mara"));
    }

    @Test
    void theNickThatTheyHaveStandsThere() {
        own = "Mara";
        model.ask();
        model.submit();
        assertThat(sent).containsExactly("Mara");
    }

    /// Where nobody has to decide first, the room keeps it at once.
    @Test
    void whatTheRoomKeepsThenIsSaid() {
        model.ask();
        form = new Answer.Given<>(new RoomRegistration(Optional.of("Mara P"), DataForm.EMPTY));
        fill("Mara");
        assertThat(model.phaseProperty().get()).isEqualTo(member("Mara P"));
    }

    @Test
    void itIsGivenUpWhenTheUserMeansIt() {
        form = new Answer.Given<>(new RoomRegistration(Optional.of("Mara"), DataForm.EMPTY));
        model.ask();
        model.giveUp();
        model.cancel();
        assertThat(model.phaseProperty().get()).isEqualTo(member("Mara"));
        model.giveUpIndeed();
        assertThat(sent).isEmpty();
        model.giveUp();
        model.giveUpIndeed();
        assertThat(sent).containsExactly("none");
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.GivenUp());
    }

    @Test
    void aRoomThatKeepsItAllTheSameSaysWhy() {
        form = new Answer.Given<>(new RoomRegistration(Optional.of("Mara"), DataForm.EMPTY));
        answer = Optional.of(Refusal.of(Reason.OFFLINE));
        model.ask();
        model.giveUp();
        model.giveUpIndeed();
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Member("Mara", answer));
        model.giveUp();
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.GivingUp("Mara"));
    }

    private static Phase member(String nick) {
        return new Phase.Member(nick, Optional.empty());
    }

    private void fill(String nick) {
        ((Phase.Filling) model.phaseProperty().get()).form().fields().getFirst().type(nick);
        model.submit();
    }
}
