package kith.session;

import static kith.session.ScriptedSession.ME;
import static kith.session.ScriptedSession.ROOM;

import kith.model.Author;
import kith.model.Content;
import kith.model.MessageIds;
import kith.xmpp.IncomingMessage;
import kith.xmpp.XmppEvent;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What contacts, occupants of [ScriptedSession#ROOM] and our other devices say, as a link tells it
/// that hears it live. A room's id and a sender's are the same.
final class ScriptedMessages {

    private final Supplier<Instant> clock;

    /// @param clock when the next of them is said
    ScriptedMessages(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /// A live message of a contact.
    XmppEvent.MessageArrived from(BareJid peer, String id, String body) {
        return arrived(peer, false, new Author(peer, Optional.empty(), false), id, body);
    }

    /// What an occupant says in the room.
    XmppEvent.MessageArrived inRoom(String nick, String id, String body, boolean isMine) {
        Jid occupant = JidCreate.fromOrThrowUnchecked(ROOM + "/" + nick);
        return arrived(ROOM, true, new Author(occupant, Optional.empty(), isMine), id, body);
    }

    /// A contact says something else instead of what they said before.
    ///
    /// @param target the id of that
    XmppEvent.MessageArrived correction(BareJid peer, String id, String target, String body) {
        var author = new Author(peer, Optional.empty(), false);
        return arrived(peer, false, author, id, new Content.Correction(target, body));
    }

    /// A contact puts emoji to a message, in place of those of before.
    ///
    /// @param target the id of the message
    XmppEvent.MessageArrived reaction(BareJid peer, String id, String target, String... emoji) {
        var author = new Author(peer, Optional.empty(), false);
        var content = new Content.Reaction(target, List.of(emoji));
        return arrived(peer, false, author, id, content);
    }

    /// The same of another device of ours.
    XmppEvent.MessageArrived ownReaction(BareJid peer, String id, String target, String... emoji) {
        var author = new Author(ME, Optional.empty(), true);
        return arrived(peer, false, author, id, new Content.Reaction(target, List.of(emoji)));
    }

    /// A contact takes back a message.
    ///
    /// @param target the id of the message
    XmppEvent.MessageArrived retraction(BareJid peer, String id, String target) {
        var author = new Author(peer, Optional.empty(), false);
        return arrived(peer, false, author, id, new Content.Retraction(target));
    }

    /// Another device of ours takes back one that was written to a contact.
    XmppEvent.MessageArrived ownRetraction(BareJid peer, String id, String target) {
        var author = new Author(ME, Optional.empty(), true);
        return arrived(peer, false, author, id, new Content.Retraction(target));
    }

    /// A contact says something else than words.
    XmppEvent.MessageArrived arrived(BareJid peer, String id, Content content) {
        return arrived(peer, false, new Author(peer, Optional.empty(), false), id, content);
    }

    /// What an occupant says in a room that has an archive.
    ///
    /// @param ids all that it is called by
    static XmppEvent.MessageArrived inRoom(
            String nick, boolean isMine, MessageIds ids, Instant at, Content content) {
        Jid occupant = JidCreate.fromOrThrowUnchecked(ROOM + "/" + nick);
        return arrived(
                ROOM, true, new Author(occupant, Optional.empty(), isMine), ids, at, content);
    }

    private XmppEvent.MessageArrived arrived(
            BareJid peer, boolean isRoom, Author author, String id, String body) {
        return arrived(peer, isRoom, author, id, new Content.Text(body));
    }

    private XmppEvent.MessageArrived arrived(
            BareJid peer, boolean isRoom, Author author, String id, Content content) {
        var ids = new MessageIds(id, Optional.of(id), Optional.empty());
        return arrived(peer, isRoom, author, ids, clock.get(), content);
    }

    private static XmppEvent.MessageArrived arrived(
            BareJid peer,
            boolean isRoom,
            Author author,
            MessageIds ids,
            Instant at,
            Content content) {
        return new XmppEvent.MessageArrived(
                new IncomingMessage(
                        peer, isRoom, ids, author, at, content, IncomingMessage.Way.LIVE));
    }
}
