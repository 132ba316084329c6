package kith.ui.room;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import kith.base.Lane;
import kith.model.Answer;
import kith.model.Refusal;
import kith.model.RoomRegistration;
import kith.ui.form.FormViewModel;

import java.util.Optional;

/// Becoming a member of a room: what it wants to know, and what it says to that.
///
/// FX thread only.
public final class MembershipViewModel {

    /// How far that has come.
    public sealed interface Phase {

        /// The user hasn't asked.
        record Idle() implements Phase {}

        /// The room is asked, or reads what was filled in.
        record Waiting() implements Phase {}

        /// The user fills in what the room wants to know.
        ///
        /// @param refusal why it didn't take what was filled in before
        record Filling(FormViewModel form, Optional<Refusal> refusal) implements Phase {}

        /// The room has it; whether the user is a member then is the room's to say.
        record Sent() implements Phase {}

        /// They are one already.
        record Member() implements Phase {}

        /// The room has no such form.
        record Refused(Refusal refusal) implements Phase {}
    }

    private final MembershipCommands commands;
    private final Lane fx;
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(new Phase.Idle());

    MembershipViewModel(MembershipCommands commands, Lane fx) {
        this.commands = commands;
        this.fx = fx;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Asks the room what it wants to know.
    public void ask() {
        phase.set(new Phase.Waiting());
        commands.form().get().thenAcceptAsync(this::asked, fx);
    }

    /// Hands the form in, where it is filled in as it has to be.
    public void submit() {
        if (phase.get() instanceof Phase.Filling(var form, var refusal) && form.check()) {
            phase.set(new Phase.Waiting());
            commands.submit()
                    .apply(form.filled())
                    .thenAcceptAsync(
                            no ->
                                    phase.set(
                                            no.isEmpty()
                                                    ? new Phase.Sent()
                                                    : new Phase.Filling(form, no)),
                            fx);
        }
    }

    /// The user wants to be none after all.
    public void cancel() {
        phase.set(new Phase.Idle());
    }

    private void asked(Answer<RoomRegistration> answer) {
        phase.set(
                switch (answer) {
                    case Answer.Refused<RoomRegistration>(var refusal) ->
                            new Phase.Refused(refusal);
                    case Answer.Given<RoomRegistration>(var registration) ->
                            registration.nick().isPresent()
                                    ? new Phase.Member()
                                    : new Phase.Filling(
                                            new FormViewModel(registration.form()),
                                            Optional.empty());
                });
    }
}
