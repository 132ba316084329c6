package kith.session.search;

import kith.model.Message;
import kith.model.MessageKey;
import kith.store.search.SearchIndex;

import java.io.IOException;
import java.util.List;

/// How far the index has been brought along the rows of the store.
///
/// @param row the last that it surely knows as it is
/// @param known the last that may be in it; those between are compared
/// @param total the last that the store had when it began
/// @param isWhole whether none has to be compared any more
record Walk(long row, long known, long total, boolean isWhole) {

    static final Walk NOWHERE = new Walk(0, 0, 0, true);

    /// From where the index was left in order.
    static Walk onFrom(long row, long total) {
        return new Walk(row, row, total, true);
    }

    /// From the first, comparing what is there.
    static Walk again(long known, long total) {
        return new Walk(0, known, total, known == 0);
    }

    Walk again() {
        return again(upTo(), Math.max(total, row));
    }

    /// Up to which row all is in the index, be it outdated.
    long upTo() {
        return Math.max(row, known);
    }

    /// Whether what becomes of the message now would be missed by those that are still to come.
    boolean hasSeen(MessageKey message) {
        return message.row() <= row;
    }

    /// How it stands after a page.
    ///
    /// @param isLast whether the store has none after it
    Walk after(List<Message> page, boolean isLast) {
        long last = page.isEmpty() ? row : page.getLast().key().row();
        boolean isCompared = isWhole || isLast || last >= known;
        return new Walk(last, isCompared ? last : known, Math.max(total, last), isCompared);
    }

    /// Brings a page to the index. On io.
    ///
    /// @param to how it stands after it
    void write(SearchIndex index, List<Message> page, Walk to) throws IOException {
        if (isWhole) {
            index.add(page);
        } else {
            index.compare(row, to.isWhole ? Long.MAX_VALUE : to.row, page);
        }
    }

    SearchState state() {
        return new SearchState.Filling(row, total);
    }
}
