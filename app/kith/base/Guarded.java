package kith.base;

import java.util.function.Consumer;

/// Work whose failures nobody waits for: whatever it throws, be it an Error, goes to the guard, and
/// the thread goes on with other work, which is not to blame.
final class Guarded {

    private Guarded() {}

    static void run(Runnable work, Consumer<Throwable> guard) {
        try {
            work.run();
        } catch (Throwable failure) {
            tell(failure, guard);
        }
    }

    /// A guard may fail itself, where memory is short: then the process's last resort hears of it.
    private static void tell(Throwable failure, Consumer<Throwable> guard) {
        try {
            guard.accept(failure);
        } catch (Throwable worse) {
            LastResort.tell(failure);
            LastResort.tell(worse);
        }
    }
}
