package kith.ui.roomsettings;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import kith.base.Lane;
import kith.model.DataForm;
import kith.model.Refusal;
import kith.model.RoomSettings;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/// How a room is set up: asked for when it is opened, and sent back as the user leaves it. FX
/// thread only.
public final class RoomSettingsViewModel {

    /// What the dialog is doing.
    public sealed interface Phase {

        /// The room is asked how it is set up.
        record Loading() implements Phase {}

        /// The room doesn't say.
        record Unknown(Refusal refusal) implements Phase {}

        /// The user changes what they like.
        ///
        /// @param refusal of the last attempt
        record Editing(Optional<Refusal> refusal) implements Phase {}

        /// The room was told.
        record Saving() implements Phase {}

        /// The room is as wanted.
        record Saved() implements Phase {}
    }

    private final String room;
    private final Supplier<CompletionStage<RoomSettings>> load;
    private final Function<DataForm, CompletionStage<Optional<Refusal>>> save;
    private final Lane fx;
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(new Phase.Loading());
    private DataForm form = DataForm.EMPTY;

    /// @param room its name
    /// @param load asks how it is set up
    /// @param save sets it up; completes with why it is as before, if so
    public RoomSettingsViewModel(
            String room,
            Supplier<CompletionStage<RoomSettings>> load,
            Function<DataForm, CompletionStage<Optional<Refusal>>> save,
            Lane fx) {
        this.room = room;
        this.load = load;
        this.save = save;
        this.fx = fx;
        load();
    }

    /// The room's name.
    public String room() {
        return room;
    }

    /// The form as the room gave it.
    public DataForm form() {
        return form;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Asks the room again.
    public void load() {
        phase.set(new Phase.Loading());
        load.get().thenAcceptAsync(this::loaded, fx);
    }

    private void loaded(RoomSettings settings) {
        switch (settings) {
            case RoomSettings.Form(var given) -> {
                form = given;
                phase.set(new Phase.Editing(Optional.empty()));
            }
            case RoomSettings.Refused(var refusal) -> phase.set(new Phase.Unknown(refusal));
        }
    }

    /// Sends what the user has answered, with all that they were not asked as it came.
    ///
    /// @param answers has the fields that were shown, in whatever order
    public void save(DataForm answers) {
        if (phase.get() instanceof Phase.Editing) {
            phase.set(new Phase.Saving());
            save.apply(form.with(answers.values())).thenAcceptAsync(this::saved, fx);
        }
    }

    private void saved(Optional<Refusal> refusal) {
        phase.set(refusal.isPresent() ? new Phase.Editing(refusal) : new Phase.Saved());
    }
}
