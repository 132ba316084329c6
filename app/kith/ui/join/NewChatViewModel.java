package kith.ui.join;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import kith.base.Lane;
import kith.model.Account;
import kith.model.ChatKey;
import kith.model.Refusal;
import kith.ui.text.Addresses;
import kith.ui.text.FieldError;

import java.util.List;
import java.util.Optional;

/// Starting a chat with an address, and making it a contact if the user likes.
///
/// FX thread only. [#close] with the dialog: what the server answers later opens nothing more.
public final class NewChatViewModel implements AutoCloseable {

    /// What the dialog is doing.
    public sealed interface Phase {

        /// The user types.
        ///
        /// @param refusal why the last one could not be made a contact
        record Typing(Optional<Refusal> refusal) implements Phase {}

        /// The server is asked to add a contact.
        record Adding() implements Phase {}

        /// The chat is open; the dialog has no more to do.
        record Done() implements Phase {}
    }

    private static final Phase TYPING = new Phase.Typing(Optional.empty());

    private final List<Account> accounts;
    private final NewContact newContact;
    private final Lane fx;
    private final ObjectProperty<Account> account = new SimpleObjectProperty<>();
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty group = new SimpleStringProperty("");
    private final BooleanProperty addToContacts = new SimpleBooleanProperty(true);
    private final ReadOnlyBooleanWrapper knownContact = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<FieldError> addressError =
            new ReadOnlyObjectWrapper<>(FieldError.NONE);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(TYPING);
    private boolean isClosed;

    /// @param accounts at least one
    public NewChatViewModel(List<Account> accounts, NewContact newContact, Lane fx) {
        this.accounts = List.copyOf(accounts);
        this.newContact = newContact;
        this.fx = fx;
        account.set(accounts.getFirst());
        address.subscribe(() -> changed());
        account.subscribe(() -> changed());
    }

    /// The accounts to choose from. One needs no choice.
    public List<Account> accounts() {
        return accounts;
    }

    public ObjectProperty<Account> accountProperty() {
        return account;
    }

    public StringProperty addressProperty() {
        return address;
    }

    /// The user's own name for them; may stay empty.
    public StringProperty nameProperty() {
        return name;
    }

    /// The group to put them in; may stay empty.
    public StringProperty groupProperty() {
        return group;
    }

    /// Whether to put them into the roster and ask to see their presence.
    public BooleanProperty addToContactsProperty() {
        return addToContacts;
    }

    /// Whether the typed address is in the roster already.
    public ReadOnlyBooleanProperty knownContactProperty() {
        return knownContact.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<FieldError> addressErrorProperty() {
        return addressError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Says what is wrong with the address, once the user has left its field.
    public void leaveAddress() {
        if (!address.get().isBlank() && typed().isEmpty()) {
            addressError.set(FieldError.MALFORMED);
        }
    }

    /// Opens the chat, or says what is wrong with the address.
    public void submit() {
        var chat = typed();
        addressError.set(
                address.get().isBlank()
                        ? FieldError.MISSING
                        : chat.isEmpty() ? FieldError.MALFORMED : FieldError.NONE);
        if (!(phase.get() instanceof Phase.Adding)) {
            chat.ifPresent(this::addAndOpen);
        }
    }

    @Override
    public void close() {
        isClosed = true;
    }

    private void addAndOpen(ChatKey chat) {
        if (!addToContacts.get() || newContact.isContact().test(chat)) {
            open(chat);
            return;
        }
        phase.set(new Phase.Adding());
        var groups =
                Optional.of(group.get().strip()).filter(typed -> !typed.isEmpty()).stream()
                        .toList();
        newContact
                .add()
                .add(chat.account(), chat.peer(), name.get().strip(), groups)
                .thenAcceptAsync(refusal -> added(chat, refusal), fx);
    }

    private void added(ChatKey chat, Optional<Refusal> refusal) {
        if (isClosed) {
            return;
        }
        if (refusal.isPresent()) {
            phase.set(new Phase.Typing(refusal));
        } else {
            open(chat);
        }
    }

    private void open(ChatKey chat) {
        newContact.open().accept(chat);
        phase.set(new Phase.Done());
    }

    private void changed() {
        addressError.set(FieldError.NONE);
        if (phase.get() instanceof Phase.Typing) {
            phase.set(TYPING);
        }
        knownContact.set(typed().filter(newContact.isContact()).isPresent());
    }

    private Optional<ChatKey> typed() {
        return Addresses.parse(address.get()).map(peer -> new ChatKey(account.get().id(), peer));
    }
}
