package kith.xmpp;

import kith.model.Author;
import kith.model.Content;
import kith.model.MessageIds;

import org.jxmpp.jid.BareJid;

import java.time.Instant;

/// A message that came in by whatever way, vouched for: live, carbon and archive look alike.
///
/// @param peer the chat it belongs to: the contact's or the room's bare address
/// @param isRoom whether the peer is a room: it was said there to all, or, as its content says, in
///   private
/// @param at when the server had it: its stamp where it was delayed, else the time of arrival
public record IncomingMessage(
        BareJid peer,
        boolean isRoom,
        MessageIds ids,
        Author author,
        Instant at,
        Content content,
        Way way,
        Wishes wishes) {

    /// One whose sender wants to hear nothing of it.
    public IncomingMessage(
            BareJid peer,
            boolean isRoom,
            MessageIds ids,
            Author author,
            Instant at,
            Content content,
            Way way) {
        this(peer, isRoom, ids, author, at, content, way, Wishes.NONE);
    }

    /// By which way it came.
    public enum Way {
        /// As it was sent, now.
        LIVE,
        /// Now, kept by the server or the room until we came (XEP-0203).
        DELAYED,
        /// A copy of what another device of ours sent or got (XEP-0280).
        CARBON,
        /// From an archive we asked (XEP-0313).
        ARCHIVE
    }
}
