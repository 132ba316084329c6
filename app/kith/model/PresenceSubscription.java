package kith.model;

/// Who of the two sees the other's presence (RFC 6121 §2.1.2.5).
public enum PresenceSubscription {
    NONE,
    /// We see theirs.
    TO,
    /// They see ours.
    FROM,
    BOTH;

    /// Whether they are told ours.
    public boolean seesOurs() {
        return this == FROM || this == BOTH;
    }

    /// Whether we are told their presence.
    public boolean seesTheirs() {
        return this == TO || this == BOTH;
    }
}
