package kith.model;

import org.jxmpp.jid.BareJid;

import java.time.Instant;
import java.util.Optional;

/// Somebody wants us to come to a room.
///
/// @param reason what they wrote with it; may be empty
/// @param password to enter with, where they sent one
/// @param continues the chat of two that is to go on there; empty where it has to do with none
/// @param at when the server had it
public record Invitation(
        BareJid room,
        Inviter inviter,
        String reason,
        Optional<String> password,
        Optional<Continuation> continues,
        Instant at) {

    /// A reason may be written by anyone: of a longer one this is kept.
    private static final int MAX_REASON = 500;

    /// A longer password is none that a room has.
    private static final int MAX_PASSWORD = 1000;

    public Invitation {
        reason = cut(reason);
        password = password.filter(it -> !it.isEmpty() && it.length() <= MAX_PASSWORD);
    }

    /// One that has to do with no chat of two.
    public Invitation(
            BareJid room, Inviter inviter, String reason, Optional<String> password, Instant at) {
        this(room, inviter, reason, password, Optional.empty(), at);
    }

    /// Without the password: words of an invitation may come into a log.
    @Override
    public String toString() {
        return "Invitation[room=" + room + ", inviter=" + inviter + ", at=" + at + "]";
    }

    /// What is kept of a reason.
    public static String cut(String reason) {
        if (reason.length() <= MAX_REASON) {
            return reason;
        }
        boolean isInsidePair = Character.isHighSurrogate(reason.charAt(MAX_REASON - 1));
        return reason.substring(0, isInsidePair ? MAX_REASON - 1 : MAX_REASON);
    }
}
