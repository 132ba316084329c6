package kith.ui.room;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import kith.base.Lane;
import kith.model.Refusal;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.text.FieldError;
import kith.ui.text.Nicks;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// What the user is called in a room, and the change of that. FX thread only.
final class NickViewModel {

    private final ReadOnlyObjectProperty<Room> room;
    private final Function<String, CompletionStage<Optional<Refusal>>> change;
    private final Lane fx;
    private final ReadOnlyObjectWrapper<NickChange> state =
            new ReadOnlyObjectWrapper<>(new NickChange.None());

    /// Which change is the last: only its answer counts.
    private int changes;

    NickViewModel(
            ReadOnlyObjectProperty<Room> room,
            Function<String, CompletionStage<Optional<Refusal>>> change,
            Lane fx) {
        this.room = room;
        this.change = change;
        this.fx = fx;
    }

    ObservableValue<String> nick() {
        return room.map(Room::nick);
    }

    /// Whether the user is in the room, so that it could call them otherwise.
    ObservableValue<Boolean> isChangeable() {
        return room.map(it -> it.state() instanceof RoomState.Joined);
    }

    ReadOnlyObjectProperty<NickChange> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Asks the room for another nick. A blank one is none, and the same one needs no asking.
    void change(String typed) {
        var wanted = typed.strip();
        forget();
        if (wanted.isEmpty() || wanted.equals(nick().getValue())) {
            return;
        }
        if (Nicks.fault(wanted) != FieldError.NONE) {
            state.set(new NickChange.Refused(wanted, Refusal.of(Refusal.Reason.BAD_ADDRESS)));
            return;
        }
        int asked = changes;
        state.set(new NickChange.Asked());
        change.apply(wanted).thenAcceptAsync(refusal -> answered(asked, wanted, refusal), fx);
    }

    /// Hears no more of the last change.
    void forget() {
        changes++;
        state.set(new NickChange.None());
    }

    private void answered(int asked, String wanted, Optional<Refusal> refusal) {
        if (asked == changes) {
            state.set(
                    refusal.<NickChange>map(it -> new NickChange.Refused(wanted, it))
                            .orElseGet(NickChange.None::new));
        }
    }
}
