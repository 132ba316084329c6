package kith.model;

import org.jxmpp.jid.Jid;

import java.time.Instant;
import java.util.Optional;

/// Something that happened to a message, and when.
///
/// @param by the device that says so; empty where it is this one, or the server
/// @param at UTC, milliseconds; of several times that are heard of one thing, the earliest
/// @param refusal why, of one that failed
public record Step(Kind kind, Optional<Jid> by, Instant at, Optional<Refusal> refusal) {

    /// What happened.
    public enum Kind {
        /// The user wrote it.
        QUEUED,
        /// It was put on the wire.
        SENT,
        /// The server had it (XEP-0198 §4), or the room sent it back.
        ON_SERVER,
        /// A device of the recipient had it (XEP-0184).
        DELIVERED,
        /// The recipient saw it, or one that came after it (XEP-0333).
        READ,
        /// It was refused; each time, where the user has sent it again.
        FAILED,
        /// One that was written elsewhere came in here.
        ARRIVED,
        /// The user saw it here.
        SEEN
    }

    /// One that nobody refused.
    public Step(Kind kind, Optional<Jid> by, Instant at) {
        this(kind, by, at, Optional.empty());
    }

    /// What it means to a message of ours that it has come so far; empty where nothing happened to
    /// it by that.
    public static Optional<Kind> kind(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Received _ -> Optional.empty();
            case Delivery.Queued _ -> Optional.of(Kind.QUEUED);
            case Delivery.Sending _ -> Optional.of(Kind.SENT);
            case Delivery.OnServer _ -> Optional.of(Kind.ON_SERVER);
            case Delivery.Delivered _ -> Optional.of(Kind.DELIVERED);
            case Delivery.Read _ -> Optional.of(Kind.READ);
            case Delivery.Failed _ -> Optional.of(Kind.FAILED);
        };
    }
}
