package kith.store.search;

import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;

/// What comes first of what is found.
public enum Order {
    /// The newest.
    NEWEST,
    /// What says the words more often, and among fewer others; of equals, the newest.
    BEST;

    /// The row is always the last of what is sorted by.
    Sort sort() {
        return switch (this) {
            case NEWEST -> new Sort(by(Documents.AT), by(Documents.ROW));
            case BEST -> new Sort(SortField.FIELD_SCORE, by(Documents.AT), by(Documents.ROW));
        };
    }

    private static SortField by(String field) {
        return LongField.newSortField(field, true, SortedNumericSelector.Type.MAX);
    }
}
