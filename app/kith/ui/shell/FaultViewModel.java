package kith.ui.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.model.Fault;

import java.util.Optional;

/// The newest fault that the user hasn't put away.
///
/// FX thread only.
public final class FaultViewModel implements AutoCloseable {

    private final Runnable dismiss;
    private final ReadOnlyObjectWrapper<Optional<Fault>> fault =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Subscription subscription;

    public FaultViewModel(Live<Optional<Fault>> newest, Runnable dismiss, Lane fx) {
        this.dismiss = dismiss;
        this.subscription = newest.watch(fx, fault::set);
    }

    public ReadOnlyObjectProperty<Optional<Fault>> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    public void dismiss() {
        dismiss.run();
    }

    @Override
    public void close() {
        subscription.close();
    }
}
