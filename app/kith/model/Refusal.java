package kith.model;

/// Somebody said no: a peer, a server, a room. Data, shown where it happened.
///
/// @param text what they wrote beside it; may be empty, and is theirs, not ours
public record Refusal(Reason reason, String text) {

    public static Refusal of(Reason reason) {
        return new Refusal(reason, "");
    }

    /// Whether nobody has said anything: what the answer would have been is not known.
    public boolean isSilence() {
        return reason == Reason.OFFLINE || reason == Reason.TIMED_OUT;
    }

    /// The stanza error conditions (RFC 6120 §8.3.3) by what they mean to a user;
    /// `refusal.<reason>` in the texts.
    public enum Reason {
        /// `forbidden`: no right to; of a room, banned.
        FORBIDDEN,
        /// `not-authorized`: a password is needed or was wrong.
        PASSWORD_NEEDED,
        /// `registration-required`: members only.
        MEMBERS_ONLY,
        /// `conflict`: the nick is in use, or registered to someone else.
        NICK_TAKEN,
        /// `not-acceptable`: only the reserved nick may be used, or we are not in the room.
        NOT_ACCEPTABLE,
        /// `not-allowed`: the rules there don't have it.
        NOT_ALLOWED,
        /// `item-not-found`: no such room or address, or not open yet.
        NOT_FOUND,
        /// `service-unavailable` of a room: full; of a person: can't be reached.
        UNAVAILABLE,
        /// `remote-server-not-found` or `remote-server-timeout`: their server can't be reached.
        SERVER_NOT_REACHED,
        /// `policy-violation`, `resource-constraint`: too large, too fast.
        LIMIT,
        /// `jid-malformed`: not an address that can exist.
        BAD_ADDRESS,
        /// `feature-not-implemented`: whoever was asked can't do that, now or later.
        NOT_SUPPORTED,
        /// What was offered is not to be used: an address that isn't encrypted, say.
        UNSAFE,
        /// A file of ours that was to be sent is gone, or isn't what it was.
        FILE_GONE,
        /// No answer in time.
        TIMED_OUT,
        /// Not connected.
        OFFLINE,
        /// Anything else.
        OTHER
    }
}
