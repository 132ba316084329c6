package kith.ui.room.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Refusal;
import kith.ui.room.moderation.RegistrationViewModel.Failure;

import org.junit.jupiter.api.Test;

import java.util.List;

class RegistrationViewModelTest {

    private final Coop coop = new Coop().with(Role.MODERATOR, Affiliation.OWNER);
    private final ModerationViewModel room = coop.model();
    private final RegistrationViewModel model = room.registrations();

    @Test
    void whoAsksIsAnswered() {
        var request = Coop.registration("iris", "Iris Lindqvist");
        coop.lane.execute(() -> coop.registrations.set(List.of(request)));
        assertThat(model.requestsProperty().get()).containsExactly(request);
        model.answer(request, true);
        assertThat(coop.answers).containsExactly("iris true");
        assertThat(model.failureProperty().get()).isEmpty();
    }

    @Test
    void anAnswerThatIsNotTakenSaysWhyUntilItIsSeen() {
        coop.refuse(Refusal.Reason.NOT_ALLOWED);
        model.answer(Coop.registration("iris", ""), false);
        assertThat(model.failureProperty().get())
                .contains(new Failure("iris", Refusal.of(Refusal.Reason.NOT_ALLOWED)));
        model.dismiss();
        assertThat(model.failureProperty().get()).isEmpty();
    }

    /// A refused answer to who asked for voice stays no longer than it says something.
    @Test
    void whyVoiceIsNotGivenGoesWithWhomItIsAboutOrOnceItIsSeen() {
        coop.refuse(Refusal.Reason.NOT_ALLOWED);
        room.answer(Coop.request("paperplane"), true);
        assertThat(room.complaintProperty().get()).isInstanceOf(Complaint.Answer.class);
        room.dismissComplaint();
        assertThat(room.complaintProperty().get()).isEqualTo(Complaint.NONE);

        room.answer(Coop.request("paperplane"), true);
        coop.lane.execute(
                () ->
                        coop.occupants.set(
                                coop.occupants.get().stream()
                                        .filter(it -> !it.equals(Coop.PAPERPLANE))
                                        .toList()));
        assertThat(room.complaintProperty().get()).isEqualTo(Complaint.NONE);
    }
}
