package kith.bench;

/// Something Kith is asked to do while it is being measured.
interface Scenario {

    /// What it is, for the one who waits.
    String title();

    /// Lets Kith do it once.
    ///
    /// @throws IllegalStateException if Kith fails at it
    void run(Report report);
}
