package kith.ui.composer;

/// To whom what is written goes, and to nobody else in the room.
public record Whisper(String nick, Standing standing) {

    /// Whether it reaches them.
    public enum Standing {
        THERE,
        /// Nobody is called so.
        GONE,
        /// They have gone, and somebody else is called so now.
        SOMEBODY_ELSE,
        /// It is the user.
        ONESELF
    }
}
