package kith.xmpp.xep;

import kith.model.Nick;
import kith.model.VoiceRequest;
import kith.xmpp.Envelope;
import kith.xmpp.IncomingMessage.Way;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.VoiceRequested;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jxmpp.jid.BareJid;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// XEP-0045 §§7.13 and 8.6: visitors ask for the right to write, moderators give it, all by forms
/// that the room passes on.
///
/// Believed is the room alone, by its bare address: an occupant could ask in somebody else's name.
/// A form that asks for more than voice is none.
public final class Xep0045Voice implements XmppExtension {

    private static final String REQUEST = Xep0045Rooms.NAMESPACE + "#request";
    private static final String FORM = "jabber:x:data";
    private static final String ROLE = "muc#role";
    private static final String ADDRESS = "muc#jid";
    private static final String NICK = "muc#roomnick";
    private static final String PARTICIPANT = "participant";

    /// Asks a room for voice (§7.13).
    ///
    /// @return the id of the message that asks; empty where there was no session to hand it to
    public Optional<String> ask(XmppLink link, BareJid room) {
        return send(link, room, form().addElement(field(ROLE, PARTICIPANT)));
    }

    /// Answers somebody who asks (§8.6).
    ///
    /// @return the id of the answer; empty where there was no session to hand it to
    public Optional<String> answer(
            XmppLink link, BareJid room, VoiceRequest request, boolean isGranted) {
        return send(
                link,
                room,
                form().addElement(field(ROLE, PARTICIPANT))
                        .addElement(field(ADDRESS, request.address().toString()))
                        .addElement(field(NICK, request.nick()))
                        .addElement(field("muc#request_allow", Boolean.toString(isGranted))));
    }

    @Override
    public List<XmppEvent> read(Envelope in) {
        return isOfRoom(in)
                ? in.payload("x", FORM)
                        .filter(
                                form ->
                                        value(form, "FORM_TYPE")
                                                .filter(REQUEST::equals)
                                                .isPresent())
                        .flatMap(Xep0045Voice::request)
                        .<List<XmppEvent>>map(it -> List.of(new VoiceRequested(in.peer(), it)))
                        .orElse(List.of())
                : List.of();
    }

    /// Whether a room itself asks us for something now: an occupant has another address, and what
    /// an archive has is over.
    static boolean isOfRoom(Envelope in) {
        var from = in.message().getFrom();
        return from != null
                && from.isEntityBareJid()
                && !in.isError()
                && !in.author().isMine()
                && (in.way() == Way.LIVE || in.way() == Way.DELAYED);
    }

    private static Optional<VoiceRequest> request(StandardExtensionElement form) {
        boolean isForVoice =
                Tree.attribute(form, "type").filter("form"::equals).isPresent()
                        && value(form, ROLE).filter(role -> !role.equals(PARTICIPANT)).isEmpty();
        return isForVoice
                ? value(form, NICK)
                        .filter(Nick::isOne)
                        .flatMap(
                                nick ->
                                        value(form, ADDRESS)
                                                .flatMap(Tree::address)
                                                .map(address -> new VoiceRequest(nick, address)))
                : Optional.empty();
    }

    private static Optional<String> send(
            XmppLink link, BareJid room, StandardExtensionElement.Builder form) {
        var id = UUID.randomUUID().toString();
        boolean isSent =
                link.send(
                        StanzaBuilder.buildMessage(id).to(room).addExtension(form.build()).build());
        return isSent ? Optional.of(id) : Optional.empty();
    }

    private static StandardExtensionElement.Builder form() {
        return StandardExtensionElement.builder("x", FORM)
                .addAttribute("type", "submit")
                .addElement(field("FORM_TYPE", REQUEST));
    }

    private static StandardExtensionElement field(String name, String value) {
        return StandardExtensionElement.builder("field", FORM)
                .addAttribute("var", name)
                .addElement("value", value)
                .build();
    }

    /// The first value of a field.
    private static Optional<String> value(StandardExtensionElement form, String name) {
        return Tree.children(form, "field").stream()
                .filter(field -> Tree.attribute(field, "var").filter(name::equals).isPresent())
                .findFirst()
                .flatMap(field -> Tree.child(field, "value"))
                .map(Tree::text)
                .filter(text -> !text.isEmpty());
    }
}
