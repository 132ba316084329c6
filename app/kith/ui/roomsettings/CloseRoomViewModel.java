package kith.ui.roomsettings;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import kith.base.Lane;
import kith.model.Refusal;
import kith.ui.text.Addresses;

import org.jxmpp.jid.BareJid;

import java.util.Optional;

/// Ending a room for good: what everyone is told, and what the room says to it. FX thread only.
public final class CloseRoomViewModel {

    /// What the dialog is doing.
    public sealed interface Phase {

        /// The user thinks about it.
        ///
        /// @param refusal of the last attempt
        record Asking(Optional<Refusal> refusal) implements Phase {}

        /// The room was told.
        record Closing() implements Phase {}

        /// The room is gone.
        record Closed() implements Phase {}
    }

    private final String room;
    private final RoomClosing closing;
    private final Lane fx;
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty alternative = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper alternativeWrong = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(new Phase.Asking(Optional.empty()));

    /// @param room its name
    public CloseRoomViewModel(String room, RoomClosing closing, Lane fx) {
        this.room = room;
        this.closing = closing;
        this.fx = fx;
        alternative.subscribe(typed -> alternativeWrong.set(false));
    }

    /// The room's name.
    public String room() {
        return room;
    }

    /// Why, as everyone is told it; may stay empty.
    public StringProperty reasonProperty() {
        return reason;
    }

    /// The address of the room that people are told to go to; may stay empty.
    public StringProperty alternativeProperty() {
        return alternative;
    }

    /// Whether that is no address.
    public ReadOnlyBooleanProperty alternativeWrongProperty() {
        return alternativeWrong.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Ends the room, or says what is wrong with what was typed.
    public void submit() {
        var typed = alternative.get().strip();
        var address = Addresses.parse(typed);
        alternativeWrong.set(!typed.isEmpty() && address.isEmpty());
        if (!alternativeWrong.get() && phase.get() instanceof Phase.Asking) {
            phase.set(new Phase.Closing());
            closing.close(reason.get().strip(), address.map(BareJid.class::cast))
                    .thenAcceptAsync(this::answered, fx);
        }
    }

    private void answered(Optional<Refusal> refusal) {
        phase.set(refusal.isPresent() ? new Phase.Asking(refusal) : new Phase.Closed());
    }
}
