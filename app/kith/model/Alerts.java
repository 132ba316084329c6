package kith.model;

/// Of which messages of a chat the user wants to be told.
public enum Alerts {
    ALL,
    /// Those that speak to the user, or are for nobody else.
    MENTIONS,
    NEVER;

    /// What holds where nothing was chosen (XEP-0492 §3): all, but of a room that is open to
    /// strangers.
    ///
    /// @param isChannel whether it is such a room
    public static Alerts usual(boolean isChannel) {
        return isChannel ? MENTIONS : ALL;
    }

    /// How many unread messages of a chat the user is to be told of. Which of them are mentions
    /// isn't kept: of these it is one.
    public int count(Chat chat) {
        return switch (this) {
            case ALL -> chat.unread();
            case MENTIONS -> mentions(chat);
            case NEVER -> 0;
        };
    }

    private static int mentions(Chat chat) {
        if (chat.kind() == Chat.Kind.CONTACT) {
            return chat.unread();
        }
        return chat.isMentioned() ? 1 : 0;
    }
}
