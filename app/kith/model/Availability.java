package kith.model;

/// How reachable someone is (RFC 6121 §4.7.2.1), most reachable first.
public enum Availability {
    FREE_TO_CHAT,
    AVAILABLE,
    AWAY,
    NOT_AVAILABLE,
    BUSY,
    OFFLINE,
    /// Nobody told us: no subscription, or we are offline ourselves and never knew.
    UNKNOWN;

    /// Whether a message would reach a device of theirs now.
    public boolean isReachable() {
        return this != OFFLINE && this != UNKNOWN;
    }
}
