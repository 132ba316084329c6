package kith.cli;

import kith.cli.Workplace.Here;

import java.io.PrintStream;

/// Kith without a window: signs in and stays, and does what later starts hand over, until the
/// process is asked to end.
final class Headless {

    private final Here place;

    Headless(Here place) {
        this.place = place;
    }

    /// Runs to the end.
    void run() {
        place.listen(new RequestHandler(RequestRunner.forHeadless(place.session(), place.core())));
        place.session().accounts().connectAll();
        place.ending().join();
    }

    /// Runs to the end and prints what happens.
    void run(PrintStream out) {
        try (var _ = EventPrinter.start(place.session(), place.io(), place.clock(), out)) {
            run();
        }
    }
}
