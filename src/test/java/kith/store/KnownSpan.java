package kith.store;

/// What a client knows of an archive without a hole, by places in it from 0, the oldest; its end
/// stays before the newest that is known.
final class KnownSpan {

    /// So many of the newest that are known the client reads again in its next session.
    private final int fresh;

    private int from = -1;
    private int to = -1;

    /// Up to where this session has read, or heard live.
    private int reached = -1;

    /// The first place heard live before which ours may stand; -1 for none.
    private int unsure = -1;

    KnownSpan(int fresh) {
        this.fresh = fresh;
    }

    boolean isEmpty() {
        return from < 0;
    }

    /// Its first place; -1 for none.
    int from() {
        return from;
    }

    /// The last place that this session knows; -1 for none.
    int reached() {
        return reached;
    }

    /// A session begins.
    void begin() {
        unsure = -1;
        reached = to;
    }

    /// A page after it was read, or one that takes its place.
    ///
    /// @param end the place after the page's last
    void read(int first, int end, boolean isInItsPlace) {
        if (isInItsPlace) {
            from = first;
            to = first;
        }
        reach(end - 1);
    }

    /// A page before it was read.
    void readOlder(int first) {
        from = first;
    }

    /// What comes while something of ours is on its way doesn't say that all before it is known. It
    /// may do so afterwards where all since then is read again; else nothing does in this session.
    ///
    /// @param isSending whether something of ours is on its way
    void reachLive(int place, boolean isSending) {
        if (isSending) {
            unsure = unsure < 0 ? place : unsure;
        } else if (unsure < 0 || place - fresh < unsure) {
            unsure = -1;
            reach(place);
        }
    }

    /// What was only heard once more says nothing of where this session is.
    ///
    /// @param before where it was
    void reachAgain(int before) {
        reached = before;
    }

    private void reach(int place) {
        reached = place;
        to = Math.max(to, place - fresh);
    }
}
