package kith.session;

import kith.base.Cell;
import kith.base.Lane;
import kith.base.Live;
import kith.model.Fault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/// The last guard: what failed in the environment or in Kith itself and nobody handled is logged
/// once under a short code, and shown with it. While it is shown, the same is no other fault.
public final class Faults implements Consumer<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final Lane core;
    private final Cell<Optional<Fault>> newest;

    public Faults(Lane core) {
        this.core = core;
        this.newest = new Cell<>(core, Optional.empty());
    }

    /// The newest fault that the user hasn't put away.
    public Live<Optional<Fault>> fault() {
        return newest;
    }

    /// Puts the newest fault away. Any thread.
    public void dismiss() {
        core.execute(() -> newest.set(Optional.empty()));
    }

    /// Takes in what was thrown. Any thread.
    @Override
    public void accept(Throwable failure) {
        var text =
                failure.getMessage() == null
                        ? failure.getClass().getSimpleName()
                        : failure.getMessage();
        var shown = newest.get().filter(fault -> fault.text().equals(text));
        if (shown.isPresent()) {
            LOG.error("fault {} again: {}", shown.get().code(), text);
        } else {
            show(failure, text);
        }
    }

    private void show(Throwable failure, String text) {
        // Six letters and digits: short enough to be read out, rare enough to be found in a log.
        var code =
                Integer.toString(
                        ThreadLocalRandom.current().nextInt(60_466_176, Integer.MAX_VALUE), 36);
        LOG.error("fault {}", code, failure);
        core.execute(() -> newest.set(Optional.of(new Fault(code, text))));
    }
}
