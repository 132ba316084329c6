package kith.ui.pending;

/// How many messages of the user's nobody has.
///
/// @param waiting how many go out by themselves
/// @param failed how many were refused
public record PendingCount(int waiting, int failed) {

    static final PendingCount NONE = new PendingCount(0, 0);

    public boolean isNone() {
        return waiting == 0 && failed == 0;
    }
}
