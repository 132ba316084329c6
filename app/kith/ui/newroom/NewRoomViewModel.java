package kith.ui.newroom;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import kith.base.Lane;
import kith.model.Account;
import kith.model.NewRoom;
import kith.model.NewRoom.Kind;
import kith.model.NewRoom.Trait;
import kith.model.RoomMaking;
import kith.ui.text.FieldError;
import kith.ui.text.Nicks;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Making a room: what the user wants, and what came of it.
///
/// The address of a room for everyone follows its name until the user writes one themselves. FX
/// thread only. [#close] with the dialog: a room that isn't there yet is not made then.
public final class NewRoomViewModel implements AutoCloseable {

    /// What the dialog is doing.
    public sealed interface Phase {

        /// The user types.
        ///
        /// @param failure of the last attempt
        record Typing(Optional<RoomMaking.Failed> failure) implements Phase {}

        /// The service is asked.
        record Making() implements Phase {}

        /// The room is there and open.
        ///
        /// @param missing what the service could not give it
        record Made(Set<Trait> missing) implements Phase {

            public Made {
                missing = Set.copyOf(missing);
            }
        }
    }

    private final List<Account> accounts;
    private final NewRoomCommands commands;
    private final Lane fx;
    private final ObjectProperty<Account> account = new SimpleObjectProperty<>();
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.PRIVATE_GROUP);
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty description = new SimpleStringProperty("");
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty nick = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<FieldError> nameError = noError();
    private final ReadOnlyObjectWrapper<FieldError> addressError = noError();
    private final ReadOnlyObjectWrapper<FieldError> nickError = noError();
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(new Phase.Typing(Optional.empty()));
    private Runnable cancel = () -> {};
    private boolean isClosed;

    /// @param accounts at least one
    public NewRoomViewModel(List<Account> accounts, NewRoomCommands commands, Lane fx) {
        this.accounts = List.copyOf(accounts);
        this.commands = commands;
        this.fx = fx;
        account.set(accounts.getFirst());
        nick.set(usualNick(accounts.getFirst()));
        account.subscribe((before, now) -> changed(before, now));
        name.subscribe((before, now) -> named(before, now));
        address.subscribe(typed -> addressError.set(FieldError.NONE));
        nick.subscribe(typed -> nickError.set(FieldError.NONE));
    }

    private static String usualNick(Account account) {
        return account.address().getLocalpart().toString();
    }

    /// What one account is called says nothing of another, and would tell who it is.
    private void changed(Account before, Account now) {
        if (nick.get().equals(usualNick(before))) {
            nick.set(usualNick(now));
        }
    }

    private static ReadOnlyObjectWrapper<FieldError> noError() {
        return new ReadOnlyObjectWrapper<>(FieldError.NONE);
    }

    /// The accounts to choose from. One needs no choice.
    public List<Account> accounts() {
        return accounts;
    }

    public ObjectProperty<Account> accountProperty() {
        return account;
    }

    /// Who the room is for.
    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty descriptionProperty() {
        return description;
    }

    /// The first part of the address; only a room for everyone has one that is chosen.
    public StringProperty addressProperty() {
        return address;
    }

    /// What to be called in the room.
    public StringProperty nickProperty() {
        return nick;
    }

    public ReadOnlyObjectProperty<FieldError> nameErrorProperty() {
        return nameError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<FieldError> addressErrorProperty() {
        return addressError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<FieldError> nickErrorProperty() {
        return nickError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    private void named(String before, String now) {
        nameError.set(FieldError.NONE);
        if (address.get().equals(AddressWord.of(before))) {
            address.set(AddressWord.of(now));
        }
    }

    /// Makes the room, or says what is wrong with what was typed.
    public void submit() {
        nameError.set(name.get().isBlank() ? FieldError.MISSING : FieldError.NONE);
        addressError.set(addressFault());
        nickError.set(Nicks.fault(nick.get()));
        boolean isRight =
                nameError.get() == FieldError.NONE
                        && addressError.get() == FieldError.NONE
                        && nickError.get() == FieldError.NONE;
        if (isRight && phase.get() instanceof Phase.Typing) {
            make();
        }
    }

    private FieldError addressFault() {
        if (kind.get() == Kind.PRIVATE_GROUP) {
            return FieldError.NONE;
        }
        var word = address.get().strip();
        if (word.isEmpty()) {
            return FieldError.MISSING;
        }
        return AddressWord.isOne(word) ? FieldError.NONE : FieldError.MALFORMED;
    }

    private void make() {
        phase.set(new Phase.Making());
        boolean isPrivate = kind.get() == Kind.PRIVATE_GROUP;
        var making =
                commands.make()
                        .apply(
                                account.get().id(),
                                new NewRoom(
                                        kind.get(),
                                        name.get().strip(),
                                        description.get().strip(),
                                        isPrivate ? "" : address.get().strip(),
                                        nick.get().strip()));
        cancel = making.cancel();
        making.outcome().thenAcceptAsync(this::ended, fx);
    }

    private void ended(RoomMaking outcome) {
        switch (outcome) {
            case RoomMaking.Made(var room, var missing) -> {
                commands.open().accept(room);
                phase.set(new Phase.Made(missing));
            }
            case RoomMaking.Failed failed -> {
                if (!isClosed) {
                    phase.set(new Phase.Typing(Optional.of(failed)));
                }
            }
        }
    }

    @Override
    public void close() {
        isClosed = true;
        cancel.run();
    }
}
