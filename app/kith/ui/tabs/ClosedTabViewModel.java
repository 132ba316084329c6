package kith.ui.tabs;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import kith.base.Lane;
import kith.base.Subscription;
import kith.base.Timer;

import java.time.Duration;
import java.util.Optional;

/// The tab that the user has closed just now, for as long as it is offered to open it again.
///
/// FX thread only.
public final class ClosedTabViewModel implements AutoCloseable {

    private static final Duration OFFERED = Duration.ofSeconds(12);

    private final Runnable reopen;
    private final Timer timer;
    private final Lane fx;
    private final ReadOnlyObjectWrapper<Optional<ChatTab>> tab =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Subscription alarm = () -> {};

    /// @param reopen opens the tab again that was closed last
    public ClosedTabViewModel(Runnable reopen, Timer timer, Lane fx) {
        this.reopen = reopen;
        this.timer = timer;
        this.fx = fx;
    }

    /// The tab; none where there is nothing to offer.
    public ReadOnlyObjectProperty<Optional<ChatTab>> tabProperty() {
        return tab.getReadOnlyProperty();
    }

    /// The user has closed a tab.
    public void closed(ChatTab closed) {
        tab.set(Optional.of(closed));
        wait(OFFERED);
    }

    /// Opens it again.
    public void undo() {
        if (tab.get().isPresent()) {
            dismiss();
            reopen.run();
        }
    }

    public void dismiss() {
        alarm.close();
        tab.set(Optional.empty());
    }

    /// The offer stays while the pointer is on it, and its whole time after that.
    public void hold(boolean isHeld) {
        if (isHeld) {
            alarm.close();
        } else if (tab.get().isPresent()) {
            wait(OFFERED);
        }
    }

    @Override
    public void close() {
        alarm.close();
    }

    private void wait(Duration time) {
        alarm.close();
        alarm = timer.after(time, () -> fx.execute(this::dismiss));
    }
}
