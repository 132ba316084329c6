package kith.base;

/// The process's own handler of what nobody caught, for whoever can't let a failure go on: told as
/// if it had ended the thread, which goes on.
public final class LastResort {

    private LastResort() {}

    /// Never throws. A handler that fails itself, where memory is short, leaves nobody to be told.
    public static void tell(Throwable failure) {
        var thread = Thread.currentThread();
        try {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
        } catch (Throwable worse) {
            // Nobody is left to be told, and where memory is short not even a list can be made.
        }
    }
}
