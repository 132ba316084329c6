package kith.ui.invite;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.model.Contact;
import kith.ui.text.Addresses;
import kith.ui.text.NameFilter;

import org.jxmpp.jid.BareJid;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Whom the user chooses: contacts, found by what is typed, and any address. FX thread only.
final class PeopleChoice {

    private static final int MOST_SUGGESTED = 5;

    private final List<Contact> contacts;
    private final Set<BareJid> others;
    private final BooleanSupplier isFixed;
    private final Runnable changed;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableList<Invitee> chosen = FXCollections.observableArrayList();
    private final ObservableList<Invitee> suggested = FXCollections.observableArrayList();
    private final ObservableList<Invitee> shownChosen =
            FXCollections.unmodifiableObservableList(chosen);
    private final ObservableList<Invitee> shownSuggested =
            FXCollections.unmodifiableObservableList(suggested);

    /// @param others who are in it anyway: neither found nor chosen
    /// @param isFixed whether nothing can be changed now
    /// @param changed is told when the user goes on choosing
    PeopleChoice(
            List<Contact> contacts,
            Set<BareJid> others,
            BooleanSupplier isFixed,
            Runnable changed) {
        this.contacts = List.copyOf(contacts);
        this.others = Set.copyOf(others);
        this.isFixed = isFixed;
        this.changed = changed;
        typed.subscribe((before, now) -> suggest());
    }

    /// A part of a name, or an address.
    StringProperty typedProperty() {
        return typed;
    }

    /// Who is chosen. Read-only.
    ObservableList<Invitee> chosen() {
        return shownChosen;
    }

    /// The contacts that what was typed may mean. Read-only.
    ObservableList<Invitee> suggested() {
        return shownSuggested;
    }

    /// Takes someone up, in place of what was typed.
    void choose(Invitee whom) {
        if (isFixed.getAsBoolean()) {
            return;
        }
        boolean isThere = chosen.stream().anyMatch(it -> it.address().equals(whom.address()));
        if (!isThere && !others.contains(whom.address())) {
            chosen.add(whom);
        }
        typed.set("");
    }

    /// Leaves someone out again.
    void drop(Invitee whom) {
        if (!isFixed.getAsBoolean()) {
            chosen.remove(whom);
            changed.run();
        }
    }

    /// Leaves out again who was taken up last.
    void dropLast() {
        if (!chosen.isEmpty()) {
            drop(chosen.getLast());
        }
    }

    /// What was chosen for them is done.
    void done(Invitee whom) {
        chosen.remove(whom);
    }

    /// Takes up whom the typed words mean: an address, else the first contact.
    ///
    /// @return whether nothing is left that means nobody
    boolean take() {
        var words = typed.get().strip();
        if (words.isEmpty()) {
            return true;
        }
        var meant =
                Addresses.parse(words)
                        .map(it -> invitee(it.asBareJid()))
                        .or(() -> suggested.stream().findFirst());
        meant.ifPresent(this::choose);
        return meant.isPresent();
    }

    /// Someone, by the name that the user has for them.
    Invitee invitee(BareJid address) {
        var name =
                contacts.stream()
                        .filter(it -> it.address().equals(address))
                        .map(Contact::name)
                        .findFirst();
        return new Invitee(address, name.orElseGet(address::toString));
    }

    private void suggest() {
        changed.run();
        suggested.setAll(typed.get().isBlank() ? List.of() : found());
    }

    private List<Invitee> found() {
        var filter = new NameFilter(typed.get());
        return contacts.stream()
                .filter(it -> !others.contains(it.address()))
                .filter(it -> filter.matches(it.name(), it.address().toString()))
                .map(it -> new Invitee(it.address(), it.name()))
                .filter(it -> !chosen.contains(it))
                .limit(MOST_SUGGESTED)
                .toList();
    }
}
