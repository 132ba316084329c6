package kith.base;

/// Threads that work behind the window: they take less than half of what the window's own threads
/// get where the processor is short, so that a flood from a server doesn't hold up what the user
/// does. Alone they are as fast as any.
///
/// Linux heeds priorities only where the JVM is told to (`packaging/build/runtime.options`): the
/// lowest is 4 on the scale of `nice`.
public final class Background {

    private Background() {}

    /// Has the running thread be one of them. Virtual threads have no priorities.
    @SuppressWarnings("ThreadPriorityCheck") // what is right doesn't depend on it, only how smooth
    public static void enter() {
        var running = Thread.currentThread();
        if (running.getPriority() != Thread.MIN_PRIORITY && !running.isVirtual()) {
            running.setPriority(Thread.MIN_PRIORITY);
        }
    }
}
