package kith.ui.join;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import kith.base.Lane;
import kith.base.Subscription;
import kith.model.Account;
import kith.model.ChatKey;
import kith.model.Refusal;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.text.Addresses;
import kith.ui.text.FieldError;
import kith.ui.text.Nicks;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;

import java.util.List;
import java.util.Optional;

/// Entering a room by its address: what the user types, and what the room answers.
///
/// FX thread only.
public final class JoinRoomViewModel implements AutoCloseable {

    /// What the dialog is doing.
    public sealed interface Phase {

        /// The user types.
        ///
        /// @param refusal what the room answered to the last attempt
        record Typing(Optional<Refusal> refusal) implements Phase {}

        /// The room is asked.
        record Joining() implements Phase {}

        /// The room is no more; the user types.
        ///
        /// @param instead the room to go to
        record Closed(Optional<BareJid> instead) implements Phase {}

        /// In the room; the dialog has no more to do.
        record Joined() implements Phase {}
    }

    private final List<Account> accounts;
    private final RoomEntry entry;
    private final Lane fx;
    private final ObjectProperty<Account> account = new SimpleObjectProperty<>();
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty nick = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<FieldError> addressError =
            new ReadOnlyObjectWrapper<>(FieldError.NONE);
    private final ReadOnlyObjectWrapper<FieldError> nickError =
            new ReadOnlyObjectWrapper<>(FieldError.NONE);
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(new Phase.Typing(Optional.empty()));
    private final RoomPreviewViewModel preview;

    /// The nick that stands there as long as the user types none.
    private String proposal;

    /// What stood in the address when a password was taken from it.
    private String read = "";

    private Subscription answer = () -> {};

    /// @param accounts at least one
    public JoinRoomViewModel(
            List<Account> accounts, RoomEntry entry, RoomFinding finding, Lane fx) {
        this.accounts = List.copyOf(accounts);
        this.entry = entry;
        this.fx = fx;
        preview = new RoomPreviewViewModel(finding, fx);
        account.set(accounts.getFirst());
        proposal = usualNick();
        nick.set(proposal);
        account.subscribe((before, now) -> changed(now));
        address.subscribe(typed -> addressError.set(FieldError.NONE));
        nick.subscribe(typed -> nickError.set(FieldError.NONE));
        preview.reservedNickProperty().subscribe(kept -> kept.ifPresent(this::propose));
    }

    private String usualNick() {
        return account.get().address().getLocalpart().toString();
    }

    /// What one account is called says nothing of another, and would tell who it is.
    private void changed(Account now) {
        propose(usualNick());
        preview.lookAs(now.id());
    }

    /// Begins with a room that was found.
    public JoinRoomViewModel with(ChatKey room) {
        accounts.stream()
                .filter(each -> each.id().equals(room.account()))
                .findFirst()
                .ifPresent(account::set);
        address.set(room.peer().toString());
        leaveAddress();
        return this;
    }

    /// What the room says of itself.
    public RoomPreviewViewModel preview() {
        return preview;
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

    /// What to be called in the room.
    public StringProperty nickProperty() {
        return nick;
    }

    /// The room's password; asked for where [#asksForPassword].
    public StringProperty passwordProperty() {
        return password;
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

    /// Whether the room has answered that it has a password.
    public boolean asksForPassword() {
        return phase.get() instanceof Phase.Typing(Optional<Refusal> refusal)
                && refusal.map(Refusal::reason)
                        .filter(Refusal.Reason.PASSWORD_NEEDED::equals)
                        .isPresent();
    }

    /// Says what is wrong with the address, once the user has left its field, or else what the room
    /// is; takes the password from a link.
    public void leaveAddress() {
        var room = Addresses.parse(address.get());
        if (!address.get().isBlank() && room.isEmpty()) {
            addressError.set(FieldError.MALFORMED);
        }
        readPassword();
        preview.look(account.get().id(), room);
    }

    /// Takes the password from a link, once: the user may know a better one.
    private void readPassword() {
        if (!address.get().equals(read)) {
            read = address.get();
            Addresses.password(read).ifPresent(password::set);
        }
    }

    /// Asks the room to let us in, or says what is wrong with what was typed.
    public void submit() {
        readPassword();
        var room = Addresses.parse(address.get());
        addressError.set(
                address.get().isBlank()
                        ? FieldError.MISSING
                        : room.isEmpty() ? FieldError.MALFORMED : FieldError.NONE);
        nickError.set(Nicks.fault(nick.get()));
        boolean isRight =
                addressError.get() == FieldError.NONE && nickError.get() == FieldError.NONE;
        if (isRight && !(phase.get() instanceof Phase.Joining)) {
            room.ifPresent(this::join);
        }
    }

    @Override
    public void close() {
        answer.close();
    }

    private void join(EntityBareJid room) {
        var key = new ChatKey(account.get().id(), room);
        var known = entry.room().apply(key);
        var before = known.get();
        phase.set(new Phase.Joining());
        var typed = Optional.of(password.get()).filter(word -> !word.isEmpty());
        entry.join().join(key.account(), room, nick.get().strip(), typed);
        answer.close();
        answer = known.watch(fx, newest -> answered(before, newest));
        if (!entry.isOnline().test(key.account()) && phase.get() instanceof Phase.Joining) {
            phase.set(new Phase.Typing(Optional.of(Refusal.of(Refusal.Reason.OFFLINE))));
        }
    }

    /// A room the user is in already answers at once. Anything else that was there before the
    /// attempt is old; the same answer may come again, so it is the very same object that counts.
    @SuppressWarnings("ReferenceEquality")
    private void answered(Optional<Room> before, Optional<Room> newest) {
        var state = newest.map(Room::state).orElse(RoomState.LEFT);
        if (state instanceof RoomState.Joined) {
            phase.set(new Phase.Joined());
        } else if (before.map(Room::state).orElse(RoomState.LEFT) != state) {
            notLetIn(state);
        }
    }

    private void notLetIn(RoomState state) {
        if (state instanceof RoomState.Refused(Refusal refusal)) {
            phase.set(new Phase.Typing(Optional.of(refusal)));
            if (refusal.reason() == Refusal.Reason.NICK_TAKEN) {
                nick.set(Nicks.after(nick.get().strip()));
            }
        } else if (state instanceof RoomState.Removed removed) {
            phase.set(new Phase.Closed(removed.alternative()));
        }
    }

    /// Has another nick stand there, unless the user has typed one.
    private void propose(String other) {
        if (nick.get().equals(proposal)) {
            proposal = other;
            nick.set(other);
        }
    }
}
