package kith.session.search;

/// What comes first of what a search finds.
public enum SearchOrder {
    NEWEST_FIRST,
    /// What says the words more often, and among fewer others.
    BEST_FIRST
}
