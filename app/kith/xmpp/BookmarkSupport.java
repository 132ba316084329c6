package kith.xmpp;

/// What an account can do with bookmarks (XEP-0402 §5).
///
/// @param isNative whether it keeps an item for each room, and keeps it private
/// @param hasPrivate whether those are the same as the list in its private storage (XEP-0049)
/// @param hasPep whether those are the same as the list in one item (XEP-0048)
public record BookmarkSupport(boolean isNative, boolean hasPrivate, boolean hasPep) {}
