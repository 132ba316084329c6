package kith.ui.invite;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import kith.base.Lane;
import kith.model.Contact;
import kith.model.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whom the user invites to a room: contacts, found by what is typed, and any address. Who could
/// not be invited stays chosen, so that one can try again. FX thread only.
public final class InviteViewModel {

    /// How far it is.
    public sealed interface Phase {

        /// The user chooses.
        ///
        /// @param failure of the last attempt
        record Choosing(Optional<Failure> failure) implements Phase {}

        /// They are being invited.
        record Inviting() implements Phase {}

        /// All are invited.
        record Done() implements Phase {}
    }

    /// What is wrong.
    public sealed interface Failure {

        /// Nobody is chosen.
        record Nobody() implements Failure {}

        /// What was typed is neither a contact nor an address.
        record NoAddress(String typed) implements Failure {}

        /// Someone could not be invited: the first of them.
        record Refused(Invitee whom, Refusal refusal) implements Failure {}
    }

    private final String room;
    private final Inviting inviting;
    private final Lane fx;
    private final PeopleChoice people;
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(new Phase.Choosing(Optional.empty()));
    private final List<Failure.Refused> refused = new ArrayList<>();
    private int unanswered;

    /// @param room its name
    /// @param contacts of the account that is in the room
    public InviteViewModel(String room, List<Contact> contacts, Inviting inviting, Lane fx) {
        this.room = room;
        this.inviting = inviting;
        this.fx = fx;
        people = new PeopleChoice(contacts, Set.of(), this::isBusy, this::forgetFailure);
    }

    /// The room's name.
    public String room() {
        return room;
    }

    /// A part of a name, or an address.
    public StringProperty typedProperty() {
        return people.typedProperty();
    }

    /// Why, as they are told it; may stay empty.
    public StringProperty reasonProperty() {
        return reason;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Whom the user chooses to be invited.
    PeopleChoice people() {
        return people;
    }

    /// Takes up whom the typed words mean.
    ///
    /// @return whether nothing is left that means nobody; else it is said
    public boolean take() {
        boolean isTaken = people.take();
        if (!isTaken) {
            fail(new Failure.NoAddress(typedProperty().get().strip()));
        }
        return isTaken;
    }

    /// Invites all who are chosen, or says what is wrong.
    public void submit() {
        if (isBusy() || !take()) {
            return;
        }
        if (people.chosen().isEmpty()) {
            fail(new Failure.Nobody());
            return;
        }
        refused.clear();
        var all = List.copyOf(people.chosen());
        unanswered = all.size();
        phase.set(new Phase.Inviting());
        for (var whom : all) {
            inviting.invite(whom.address(), reason.get().strip())
                    .thenAcceptAsync(refusal -> answered(whom, refusal), fx);
        }
    }

    private void answered(Invitee whom, Optional<Refusal> refusal) {
        refusal.ifPresentOrElse(
                why -> refused.add(new Failure.Refused(whom, why)), () -> people.done(whom));
        unanswered--;
        if (unanswered == 0) {
            refused.stream()
                    .findFirst()
                    .ifPresentOrElse(this::fail, () -> phase.set(new Phase.Done()));
        }
    }

    private void fail(Failure failure) {
        phase.set(new Phase.Choosing(Optional.of(failure)));
    }

    private boolean isBusy() {
        return !(phase.get() instanceof Phase.Choosing);
    }

    private void forgetFailure() {
        if (phase.get() instanceof Phase.Choosing(var failure) && failure.isPresent()) {
            phase.set(new Phase.Choosing(Optional.empty()));
        }
    }
}
