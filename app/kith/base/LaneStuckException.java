package kith.base;

/// One piece of work holds up a lane for longer than any may take. Its stack is where that work
/// was when somebody looked.
public final class LaneStuckException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LaneStuckException(Thread thread) {
        super(thread.getName() + " doesn't get on");
        setStackTrace(thread.getStackTrace());
    }
}
