package kith.xmpp;

import kith.model.Invitation;
import kith.model.Occupant;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.RegistrationRequest;
import kith.model.Removal;
import kith.model.RoomState;
import kith.model.RoomTraits;
import kith.model.RoomTraits.Trait;
import kith.model.RosterItem;
import kith.model.SharedFlags;
import kith.model.VoiceRequest;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Something that the wire said to one account, in Kith's words: vouched for, and without Smack.
///
/// `session` decides what it means in an exhaustive `switch`; a new record here breaks the build
/// there.
public sealed interface XmppEvent {

    /// A message, ours or another's.
    record MessageArrived(IncomingMessage message) implements XmppEvent {}

    /// A message of ours came back with an error (RFC 6120 §8.3).
    ///
    /// @param id the stanza id it was sent with
    record MessageRefused(BareJid peer, String id, Refusal refusal) implements XmppEvent {}

    /// The server has a message of ours (XEP-0198 §4).
    record MessageAcknowledged(String id) implements XmppEvent {}

    /// Messages of ours that were sent in a session which could not be resumed: whether the server
    /// has them is unknown (XEP-0198 §5).
    ///
    /// @param ids in the order they were sent
    record MessagesUncertain(List<String> ids) implements XmppEvent {}

    /// Word of how far a message has come.
    record MessageMarked(MessageMark mark) implements XmppEvent {}

    /// The user has read a chat on another device of theirs (XEP-0490).
    ///
    /// @param archiveId up to which message, by the name that the chat's archive has for it
    record ReadElsewhere(BareJid peer, String archiveId) implements XmppEvent {}

    /// What is kept of a chat for all devices of the user's, as one of them has just told the
    /// account, or this one itself (XEP-0402, XEP-0469, XEP-0492).
    ///
    /// @param flags none where nothing is kept there any more
    record FlagsElsewhere(BareJid peer, FlagPlace place, Optional<SharedFlags> flags)
            implements XmppEvent {}

    /// Nothing at all is kept there any more.
    record FlagsGone(FlagPlace place) implements XmppEvent {}

    /// What the account keeps of a room, as one of the user's devices has just told it, or this one
    /// itself (XEP-0402 §4).
    ///
    /// @param bookmark none where it was taken out
    record BookmarkElsewhere(BareJid room, Optional<Bookmark> bookmark) implements XmppEvent {}

    /// The account has no bookmarks any more.
    record BookmarksGone() implements XmppEvent {}

    /// Someone began or stopped writing (XEP-0085).
    ///
    /// @param sender contact's bare address, or in a room the occupant's
    record TypingChanged(BareJid peer, Jid sender, boolean isTyping) implements XmppEvent {}

    /// The whole roster.
    ///
    /// @param version to ask with next time, where the server has versions (RFC 6121 §2.6)
    record RosterReceived(Optional<String> version, List<RosterItem> items) implements XmppEvent {}

    /// One entry of the roster is new or changed (RFC 6121 §2.1.6).
    record RosterItemChanged(Optional<String> version, RosterItem item) implements XmppEvent {}

    /// One entry of the roster is gone.
    record RosterItemRemoved(Optional<String> version, BareJid address) implements XmppEvent {}

    /// A device of a contact, or another of ours, said how reachable it is (RFC 6121 §4).
    ///
    /// @param from with the resource where it has one; a bare one that is offline says it of all
    /// @param priority of the device, −128 … 127 (RFC 6121 §4.7.2.3)
    /// @param since since when, where the server delayed it (XEP-0203)
    record PresenceChanged(Jid from, Presence presence, int priority, Optional<Instant> since)
            implements XmppEvent {}

    /// Someone asks to see our presence (RFC 6121 §3.1).
    ///
    /// @param text what they wrote with it; may be empty
    record SubscriptionRequested(BareJid from, String text) implements XmppEvent {}

    /// Someone wants us to come to a room, now or while we were away.
    record Invited(Invitation invitation) implements XmppEvent {}

    /// Another device of ours has said no to an invitation.
    ///
    /// @param at when
    record InvitationAnswered(BareJid room, Instant at) implements XmppEvent {}

    /// A room says that someone doesn't want to come whom we are said to have invited
    /// (XEP-0045 §7.8.2).
    ///
    /// @param reason what they wrote; may be empty
    record InvitationDeclined(BareJid room, BareJid who, String reason) implements XmppEvent {}

    /// A room sent our own presence: we are in, and know everyone who is (XEP-0045 §7.2.2).
    ///
    /// @param nick the one the room gave us
    record RoomJoined(BareJid room, String nick) implements XmppEvent {}

    /// A room didn't let us in.
    record RoomRefused(BareJid room, Refusal refusal) implements XmppEvent {}

    /// A room that was asked to let us in is no more (XEP-0045 §10.9).
    ///
    /// @param how why, and where to go instead; by whom it doesn't say
    record RoomGone(BareJid room, RoomState.Removed how) implements XmppEvent {}

    /// A room that we are in refused a presence of ours, such as one that asks for another nick
    /// (XEP-0045 §7.6).
    ///
    /// @param id of that presence
    record RoomPresenceRefused(BareJid room, String id, Refusal refusal) implements XmppEvent {}

    /// We are in the room no more, as we wished or as it decided.
    ///
    /// @param state [RoomState.Left] or [RoomState.Removed]
    record RoomEnded(BareJid room, RoomState state) implements XmppEvent {}

    /// Someone is in a room, or changed there.
    record OccupantChanged(BareJid room, Occupant occupant) implements XmppEvent {}

    /// Someone is called otherwise now (XEP-0045 §7.6).
    record OccupantRenamed(BareJid room, String from, String to) implements XmppEvent {}

    /// Someone else is in the room no more, and not by their own wish.
    record OccupantRemoved(BareJid room, String nick, RoomState.Removed how) implements XmppEvent {}

    /// Someone is in a room no more, as they wished.
    record OccupantLeft(BareJid room, String nick) implements XmppEvent {}

    /// The room's subject, as it tells at joining and at each change (XEP-0045 §7.2.15).
    record SubjectChanged(BareJid room, String subject) implements XmppEvent {}

    /// The room's own name (XEP-0045 §6.4).
    record RoomNamed(BareJid room, String name) implements XmppEvent {}

    /// A room was not there before we entered it: it is ours, and closed to others until it is
    /// configured (XEP-0045 §10.1.1). Comes before [RoomJoined].
    record RoomCreated(BareJid room) implements XmppEvent {}

    /// A room said by which hashes its picture can be known (XEP-0486).
    ///
    /// @param hashes SHA-1, one for each format that it has; empty for no picture
    /// @param isDisco whether that is in its disco information, where some rooms say nothing of it
    record RoomPictured(BareJid room, Set<String> hashes, boolean isDisco) implements XmppEvent {

        public RoomPictured {
            hashes = Set.copyOf(hashes);
        }
    }

    /// What a room says of itself (XEP-0045 §6.4).
    record RoomDescribed(BareJid room, RoomTraits traits) implements XmppEvent {}

    /// A room that we are in, or enter, says what of it matters to who is in it (XEP-0045 §§7.2.3,
    /// 10.2.1).
    ///
    /// @param now what it is from now on
    /// @param noMore what it isn't any more
    record RoomTraitsChanged(BareJid room, Set<Trait> now, Set<Trait> noMore)
            implements XmppEvent {}

    /// Something else about a room has changed; it says what when it is asked (XEP-0045 §10.2.1).
    record RoomConfigured(BareJid room) implements XmppEvent {}

    /// How long a room has people wait between two messages (XEP-0500).
    ///
    /// @param pause zero for no time at all
    record SlowModeTold(BareJid room, Duration pause) implements XmppEvent {}

    /// Whether a room lets its moderators remove what others have said (XEP-0425 §2).
    record RemovalTold(BareJid room, Removal removal) implements XmppEvent {}

    /// A room says that a visitor asks for the right to write (XEP-0045 §8.6).
    record VoiceRequested(BareJid room, VoiceRequest request) implements XmppEvent {}

    /// A room says that somebody wants to be a member (XEP-0045 §9.9).
    record RegistrationRequested(BareJid room, RegistrationRequest request) implements XmppEvent {}
}
