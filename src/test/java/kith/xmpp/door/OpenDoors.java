package kith.xmpp.door;

import kith.model.Chat;
import kith.xmpp.PayloadIq;
import kith.xmpp.Reply;
import kith.xmpp.Xml;
import kith.xmpp.XmppEvent;
import kith.xmpp.xep.XmppExtensions;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.Stanza;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The doors of a session of `alice@home.example/kith` with all extensions, fed with raw XML.
public final class OpenDoors {

    /// What the clock shows.
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123Z");

    private static final String INFO = "http://jabber.org/protocol/disco#info";

    private final Map<BareJid, Chat.Kind> chats = new HashMap<>();
    private final XmppExtensions extensions = new XmppExtensions();
    private final Doors doors =
            new Doors(
                    JidCreate.entityFullFromOrThrowUnchecked("alice@home.example/kith"),
                    extensions.all(),
                    peer -> Optional.ofNullable(chats.get(peer)),
                    InstantSource.fixed(NOW));
    private final Map<String, IQ> asked = new HashMap<>();

    /// What a message, presence or answer says.
    public List<XmppEvent> read(String xml) {
        return switch (Xml.stanza(Stanza.class, xml)) {
            case Message message -> doors.read(message);
            case Presence presence -> doors.read(presence);
            case Stanza other -> throw new IllegalArgumentException(other.toString());
        };
    }

    /// There is a chat of this kind with somebody.
    void hasChat(String peer, Chat.Kind kind) {
        chats.put(JidCreate.bareFromOrThrowUnchecked(peer), kind);
    }

    /// How a request is answered.
    public Reply answer(String xml) {
        return doors.answer(Xml.stanza(IQ.class, xml));
    }

    /// What the answer to a request of ours says.
    public List<XmppEvent> read(IQ request, String xml) {
        return doors.read(request, Xml.stanza(IQ.class, xml));
    }

    /// Something of ours goes out.
    public void leaving(Stanza stanza) {
        doors.leaving(stanza);
    }

    /// We ask an archive.
    public void asks(String queryId, String archive) {
        var query =
                StandardExtensionElement.builder("query", "urn:xmpp:mam:2")
                        .addAttribute("queryid", queryId)
                        .build();
        var request = PayloadIq.set(JidCreate.bareFromOrThrowUnchecked(archive), query);
        asked.put(queryId, request);
        doors.leaving(request);
    }

    /// We ask an archive to look for words.
    void searches(String queryId, String archive, String field) {
        var words =
                StandardExtensionElement.builder("field", "jabber:x:data")
                        .addAttribute("var", field)
                        .addElement("value", "paper")
                        .build();
        var form = StandardExtensionElement.builder("x", "jabber:x:data").addElement(words).build();
        var query =
                StandardExtensionElement.builder("query", "urn:xmpp:mam:2")
                        .addAttribute("queryid", queryId)
                        .addElement(form)
                        .build();
        var request = PayloadIq.set(JidCreate.bareFromOrThrowUnchecked(archive), query);
        asked.put(queryId, request);
        doors.leaving(request);
    }

    /// The question to an archive is over.
    void ended(String queryId) {
        doors.ended(Objects.requireNonNull(asked.get(queryId)));
    }

    /// An entity has said that it supports something.
    public void supports(String entity, String feature) {
        var address = JidCreate.bareFromOrThrowUnchecked(entity);
        var request = PayloadIq.get(address, new StandardExtensionElement("query", INFO));
        read(
                request,
                """
                <iq from='%s' id='%s' type='result'><query xmlns='%s'><feature var='%s'/></query></iq>
                """
                        .formatted(entity, request.getStanzaId(), INFO, feature));
    }
}
