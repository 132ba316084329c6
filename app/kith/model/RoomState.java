package kith.model;

import org.jxmpp.jid.BareJid;

import java.util.Optional;

/// Whether the user is in a room.
public sealed interface RoomState {

    /// Not in it, and not wanting to be.
    record Left() implements RoomState {}

    /// Wanting to be: the room was asked and has not answered, or the account is offline.
    record Joining() implements RoomState {}

    /// In it: the room has sent our own presence (XEP-0045 §7.2.2).
    record Joined() implements RoomState {}

    /// The room said no (XEP-0045 §7.2).
    record Refused(Refusal refusal) implements RoomState {}

    /// Was in it until the room ended that (XEP-0045 §§8.2, 9.1, 10.9).
    ///
    /// @param by the nick of who did it; empty where the room doesn't say
    /// @param reason as they wrote it; may be empty
    /// @param alternative the room to go to instead, where one that is no more names one
    record Removed(Cause cause, String by, String reason, Optional<BareJid> alternative)
            implements RoomState {

        /// One that names no other room.
        public Removed(Cause cause, String by, String reason) {
            this(cause, by, reason, Optional.empty());
        }
    }

    /// Why the room ended it; `room.removed.<cause>` in the texts.
    enum Cause {
        KICKED,
        BANNED,
        NO_LONGER_MEMBER,
        MEMBERS_ONLY_NOW,
        DESTROYED,
        SERVICE_SHUTDOWN,
        CONNECTION_LOST
    }

    RoomState LEFT = new Left();
    RoomState JOINING = new Joining();
    RoomState JOINED = new Joined();
}
