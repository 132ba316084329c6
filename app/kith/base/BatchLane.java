package kith.base;

/// A lane that runs what is queued in batches and lets work put off its costly ending to the end of
/// the batch: one commit for a thousand rows, one new list for a thousand presences.
public interface BatchLane extends Lane {

    /// Runs the ending once, after the work that is queued now and before the lane rests. Endings
    /// run in the order they were handed in; one that adds another is followed by it.
    ///
    /// On the lane only.
    void atBatchEnd(Runnable ending);
}
