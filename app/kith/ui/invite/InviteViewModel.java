package kith.ui.invite;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.base.Lane;
import kith.model.Contact;
import kith.model.Refusal;
import kith.ui.text.Addresses;
import kith.ui.text.NameFilter;

import org.jxmpp.jid.BareJid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    private static final int MOST_SUGGESTED = 5;

    private final String room;
    private final List<Contact> contacts;
    private final Inviting inviting;
    private final Lane fx;
    private final StringProperty typed = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final ObservableList<Invitee> chosen = FXCollections.observableArrayList();
    private final ObservableList<Invitee> suggested = FXCollections.observableArrayList();
    private final ObservableList<Invitee> shownChosen =
            FXCollections.unmodifiableObservableList(chosen);
    private final ObservableList<Invitee> shownSuggested =
            FXCollections.unmodifiableObservableList(suggested);
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(new Phase.Choosing(Optional.empty()));
    private final List<Failure.Refused> refused = new ArrayList<>();
    private int unanswered;

    /// @param room its name
    /// @param contacts of the account that is in the room
    public InviteViewModel(String room, List<Contact> contacts, Inviting inviting, Lane fx) {
        this.room = room;
        this.contacts = List.copyOf(contacts);
        this.inviting = inviting;
        this.fx = fx;
        typed.subscribe((before, now) -> suggest());
    }

    /// The room's name.
    public String room() {
        return room;
    }

    /// A part of a name, or an address.
    public StringProperty typedProperty() {
        return typed;
    }

    /// Why, as they are told it; may stay empty.
    public StringProperty reasonProperty() {
        return reason;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Who is to be invited. Read-only.
    ObservableList<Invitee> chosen() {
        return shownChosen;
    }

    /// The contacts that what was typed may mean. Read-only.
    ObservableList<Invitee> suggested() {
        return shownSuggested;
    }

    /// Takes someone up, in place of what was typed.
    void choose(Invitee whom) {
        if (!isBusy()) {
            if (chosen.stream().noneMatch(it -> it.address().equals(whom.address()))) {
                chosen.add(whom);
            }
            typed.set("");
        }
    }

    /// Leaves someone out again.
    void drop(Invitee whom) {
        if (!isBusy()) {
            chosen.remove(whom);
            forgetFailure();
        }
    }

    /// Leaves out again who was taken up last.
    void dropLast() {
        if (!chosen.isEmpty()) {
            drop(chosen.getLast());
        }
    }

    /// Takes up whom the typed words mean: an address, else the first contact.
    ///
    /// @return whether nothing is left that means nobody
    public boolean take() {
        var words = typed.get().strip();
        if (words.isEmpty()) {
            return true;
        }
        var meant =
                Addresses.parse(words)
                        .map(it -> invitee(it.asBareJid()))
                        .or(() -> suggested.stream().findFirst());
        meant.ifPresentOrElse(this::choose, () -> fail(new Failure.NoAddress(words)));
        return meant.isPresent();
    }

    /// Invites all who are chosen, or says what is wrong.
    public void submit() {
        if (isBusy() || !take()) {
            return;
        }
        if (chosen.isEmpty()) {
            fail(new Failure.Nobody());
            return;
        }
        refused.clear();
        var all = List.copyOf(chosen);
        unanswered = all.size();
        phase.set(new Phase.Inviting());
        for (var whom : all) {
            inviting.invite(whom.address(), reason.get().strip())
                    .thenAcceptAsync(refusal -> answered(whom, refusal), fx);
        }
    }

    private void answered(Invitee whom, Optional<Refusal> refusal) {
        refusal.ifPresentOrElse(
                why -> refused.add(new Failure.Refused(whom, why)), () -> chosen.remove(whom));
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

    private void suggest() {
        forgetFailure();
        suggested.setAll(typed.get().isBlank() ? List.of() : found());
    }

    private List<Invitee> found() {
        var filter = new NameFilter(typed.get());
        return contacts.stream()
                .filter(it -> filter.matches(it.name(), it.address().toString()))
                .map(it -> new Invitee(it.address(), it.name()))
                .filter(it -> !chosen.contains(it))
                .limit(MOST_SUGGESTED)
                .toList();
    }

    private Invitee invitee(BareJid address) {
        var name =
                contacts.stream()
                        .filter(it -> it.address().equals(address))
                        .map(Contact::name)
                        .findFirst();
        return new Invitee(address, name.orElseGet(address::toString));
    }
}
