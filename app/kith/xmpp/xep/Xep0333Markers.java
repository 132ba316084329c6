package kith.xmpp.xep;

import kith.xmpp.Envelope;
import kith.xmpp.MessageMark;
import kith.xmpp.MessageMark.Kind;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.MessageMarked;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jxmpp.jid.BareJid;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// XEP-0333 Displayed Markers, version 1.0, both directions; between two people with the older
/// marker `received`, which says what a receipt says. In a room messages are named as the room does
/// (§5.6), and only by one that vouches for these names.
///
/// Our other devices' markers are read too: what was seen there is read here.
public final class Xep0333Markers implements XmppExtension {

    private static final String NAMESPACE = "urn:xmpp:chat-markers:0";

    @Override
    public Set<String> features() {
        return Set.of(NAMESPACE);
    }

    /// What a message of ours carries that wants to be marked (§4.1).
    static StandardExtensionElement markable() {
        return new StandardExtensionElement("markable", NAMESPACE);
    }

    /// Whether a message of another's wants it. One without an id can't be marked.
    static boolean isRequestedIn(Envelope in) {
        boolean hasId = in.isRoom() ? in.archiveId().isPresent() : !in.ids().stanza().isEmpty();
        return !in.author().isMine()
                && !in.isError()
                && hasId
                && in.payload("markable", NAMESPACE).isPresent();
    }

    /// Says that a message was seen, and all before it (§4.2).
    ///
    /// @param id of the marker itself
    /// @param seen the message's, as its sender gave it
    /// @return whether there was a session to hand it to
    public boolean send(XmppLink link, BareJid to, String id, String seen) {
        return send(link, to, Message.Type.chat, id, seen);
    }

    /// The same to a room.
    ///
    /// @param seen the message's, as the room gave it
    public boolean sendInRoom(XmppLink link, BareJid room, String id, String seen) {
        return send(link, room, Message.Type.groupchat, id, seen);
    }

    private static boolean send(
            XmppLink link, BareJid to, Message.Type type, String id, String seen) {
        return link.send(
                StanzaBuilder.buildMessage(id)
                        .to(to)
                        .ofType(type)
                        .addExtension(
                                StandardExtensionElement.builder("displayed", NAMESPACE)
                                        .addAttribute("id", seen)
                                        .build())
                        .addExtension(Xep0334Hints.store())
                        .build());
    }

    @Override
    public List<XmppEvent> read(Envelope in) {
        if (in.isError()) {
            return List.of();
        }
        if (in.isRoom()) {
            return marks(in, "displayed", Kind.SEEN_IN_ROOM).toList();
        }
        var displayed = marks(in, "displayed", Kind.DISPLAYED);
        return in.author().isMine()
                ? displayed.toList()
                : Stream.concat(displayed, marks(in, "received", Kind.DELIVERED)).toList();
    }

    private static Stream<XmppEvent> marks(Envelope in, String name, Kind kind) {
        return in
                .payload(name, NAMESPACE)
                .flatMap(marker -> Tree.attribute(marker, "id"))
                .map(id -> MessageMark.in(in, id, kind))
                .<XmppEvent>map(MessageMarked::new)
                .stream();
    }
}
