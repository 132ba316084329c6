package kith.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.model.Answer;
import kith.model.DataForm;
import kith.model.DataForm.Field;
import kith.model.DataForm.FieldType;
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

    private static final DataForm FORM =
            new DataForm(
                    "",
                    List.of(),
                    List.of(
                            new Field(
                                    "muc#register_roomnick",
                                    FieldType.TEXT_SINGLE,
                                    "",
                                    "",
                                    true,
                                    List.of(),
                                    List.of(),
                                    true)),
                    true);

    private final List<String> sent = new ArrayList<>();
    private Answer<RoomRegistration> form =
            new Answer.Given<>(new RoomRegistration(Optional.empty(), FORM));
    private Optional<Refusal> answer = Optional.empty();
    private final MembershipViewModel model =
            new MembershipViewModel(
                    new MembershipCommands(
                            () -> CompletableFuture.completedStage(form),
                            filled -> {
                                sent.add(
                                        filled.field("muc#register_roomnick")
                                                .orElseThrow()
                                                .value());
                                return CompletableFuture.completedStage(answer);
                            }),
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
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Member());
    }

    private void fill(String nick) {
        ((Phase.Filling) model.phaseProperty().get()).form().fields().getFirst().type(nick);
        model.submit();
    }
}
