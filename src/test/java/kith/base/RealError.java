package kith.base;

/// The Errors that any piece of work may throw, each really brought about.
public enum RealError implements Runnable {
    STACK_OVERFLOW(StackOverflowError.class) {
        @Override
        public void run() {
            deeper(1);
        }
    },
    OUT_OF_MEMORY(OutOfMemoryError.class) {
        @Override
        public void run() {
            throw new AssertionError(new long[Integer.MAX_VALUE].length + " longs fit into memory");
        }
    };

    private final Class<? extends Error> type;

    RealError(Class<? extends Error> type) {
        this.type = type;
    }

    public Class<? extends Error> type() {
        return type;
    }

    /// Throws it.
    @Override
    public abstract void run();

    private static long deeper(long depth) {
        return depth < 0 ? depth : deeper(depth + 1) + 1;
    }
}
