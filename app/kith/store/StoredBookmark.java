package kith.store;

import kith.model.BookmarkedRoom;
import kith.model.ChatKey;
import kith.model.RoomWish;

import java.util.Optional;

/// What is remembered of a room's bookmark from one start to the next.
///
/// @param kept what the account last had; none where it had nothing
/// @param wish what it has yet to be told
public record StoredBookmark(ChatKey key, Optional<BookmarkedRoom> kept, RoomWish wish) {

    /// Whether there is nothing to remember.
    public boolean isNothing() {
        return kept.isEmpty() && wish == RoomWish.NONE;
    }
}
