package kith.xmpp;

import java.util.Optional;

/// What an account keeps of a room, for all its devices (XEP-0402 §2).
///
/// @param name by which the user knows it
/// @param nick what to be called there
/// @param password a secret: it is in no log, and in no database
/// @param isAutojoin whether each device is to be in it
public record Bookmark(
        Optional<String> name,
        Optional<String> nick,
        Optional<String> password,
        boolean isAutojoin) {

    /// Of a room of which nothing is said.
    public static final Bookmark NONE =
            new Bookmark(Optional.empty(), Optional.empty(), Optional.empty(), false);

    public Bookmark withAutojoin(boolean isAutojoin) {
        return new Bookmark(name, nick, password, isAutojoin);
    }

    /// Without the password.
    @Override
    public String toString() {
        return "Bookmark[name=%s, nick=%s, isAutojoin=%s]".formatted(name, nick, isAutojoin);
    }
}
