package kith.xmpp;

/// Where an account keeps for all devices what the user has chosen for a chat.
public enum FlagPlace {
    /// In the bookmark of a room, which other clients know as well (XEP-0402). Kith makes none.
    BOOKMARK,

    /// In a node of our own: of contacts, and of rooms without a bookmark.
    OWN
}
