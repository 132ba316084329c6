package kith.xmpp;

import kith.model.Author;
import kith.model.Confidant;
import kith.model.MessageIds;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityFullJid;

import java.time.Instant;
import java.util.Optional;

/// A message as it came through the door: unwrapped and vouched for. Live, carbon and archive look
/// alike; forged ones never become one.
///
/// @param self our own address in this session
/// @param message the innermost, with all it carries
/// @param peer the chat it belongs to: the contact's or the room's bare address
/// @param isRoom whether it came from a room to all in it
/// @param confidant of what is said in a room in private (XEP-0045 §7.5): who is on the other side
/// @param standing how we stand with that room now; empty where we aren't in it, and for no room
/// @param at when the server had it, to the millisecond
/// @param archiveId its name in the archive it belongs to, where that is to be trusted (XEP-0359)
public record Envelope(
        EntityFullJid self,
        Message message,
        IncomingMessage.Way way,
        BareJid peer,
        boolean isRoom,
        Optional<RoomStanding> standing,
        Author author,
        Instant at,
        Optional<String> archiveId,
        Optional<Confidant> confidant) {

    private static final String ORIGIN_ID = "origin-id";
    private static final String NAMESPACE_IDS = "urn:xmpp:sid:0";

    /// Whether it is for one person in a room, or from one, alone.
    public boolean isPrivate() {
        return confidant.isPresent();
    }

    /// What it carries under this name.
    public Optional<StandardExtensionElement> payload(String name, String namespace) {
        return Tree.in(message, name, namespace);
    }

    /// The words; empty where it has none.
    public Optional<String> body() {
        return payload("body", Message.Body.NAMESPACE).map(Tree::text);
    }

    /// The names that the wire has for it.
    public MessageIds ids() {
        var stanza = message.getStanzaId();
        var origin = payload(ORIGIN_ID, NAMESPACE_IDS).flatMap(each -> Tree.attribute(each, "id"));
        return new MessageIds(stanza == null ? "" : stanza, origin, archiveId);
    }

    /// Whether it says that a message of ours was refused (RFC 6120 §8.3).
    public boolean isError() {
        return message.getType() == Message.Type.error;
    }

    /// Whether it tells of now, not of what was.
    public boolean isNow() {
        return way == IncomingMessage.Way.LIVE;
    }
}
