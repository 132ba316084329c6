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
/// once under a short code, and shown with it; neither with anybody's words ([LoggedFailure]). What
/// says the same as the one that is shown has its code.
public final class Faults implements Consumer<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final Lane lane;
    private final Cell<Optional<Fault>> newest;

    /// @param lane where the newest changes: none that may itself be stuck
    public Faults(Lane lane) {
        this.lane = lane;
        this.newest = new Cell<>(lane, Optional.empty());
    }

    /// The newest fault that the user hasn't put away.
    public Live<Optional<Fault>> fault() {
        return newest;
    }

    /// Puts the newest fault away. Any thread.
    public void dismiss() {
        lane.execute(() -> newest.set(Optional.empty()));
    }

    /// Takes in what was thrown. Any thread.
    @Override
    public void accept(Throwable failure) {
        var text = LoggedFailure.sentence(failure);
        var fault = shown(text).orElseGet(() -> new Fault(newCode(), text));
        try {
            LOG.error("fault {}", fault.code(), LoggedFailure.of(failure));
        } finally { // shown all the same where the log can't be written
            lane.execute(() -> newest.set(Optional.of(fault)));
        }
    }

    private Optional<Fault> shown(String text) {
        return newest.get().filter(fault -> fault.text().equals(text));
    }

    /// Six letters and digits: short enough to be read out, rare enough to be found in a log.
    private static String newCode() {
        return Integer.toString(
                ThreadLocalRandom.current().nextInt(60_466_176, Integer.MAX_VALUE), 36);
    }
}
