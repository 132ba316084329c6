package kith.ui.room;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import kith.base.Lane;
import kith.base.Subscription;
import kith.model.Alerts;
import kith.model.Mute;

/// Of which messages of a room the user is told. What they choose shows once it is so.
///
/// FX thread only. [#close] with what shows it.
final class AlertsViewModel implements AutoCloseable {

    private final AlertCommands commands;
    private final ReadOnlyObjectWrapper<Alerts> choice = new ReadOnlyObjectWrapper<>(Alerts.ALL);
    private final ReadOnlyBooleanWrapper mutedForNow = new ReadOnlyBooleanWrapper();
    private final Subscription subscription;

    AlertsViewModel(AlertCommands commands, Lane fx) {
        this.commands = commands;
        show();
        subscription =
                Subscription.all(
                        commands.flags().watch(fx, newest -> show()),
                        commands.usual().watch(fx, newest -> show()));
    }

    ReadOnlyObjectProperty<Alerts> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /// Whether they are told of nothing, until a mute ends by itself.
    ReadOnlyBooleanProperty mutedForNowProperty() {
        return mutedForNow.getReadOnlyProperty();
    }

    void choose(Alerts alerts) {
        if (alerts != choice.get()) {
            commands.choose().accept(alerts);
        }
    }

    void unmute() {
        commands.unmute().run();
    }

    @Override
    public void close() {
        subscription.close();
    }

    private void show() {
        var flags = commands.flags().get();
        choice.set(flags.choice(commands.usual().get()));
        mutedForNow.set(flags.mute() instanceof Mute.Until);
    }
}
