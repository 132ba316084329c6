package kith.xmpp.xep;

import kith.model.Continuation;
import kith.model.Invitation;
import kith.model.Inviter;
import kith.xmpp.Envelope;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.InvitationAnswered;
import kith.xmpp.XmppEvent.InvitationDeclined;
import kith.xmpp.XmppEvent.Invited;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// XEP-0045 §7.8.2: invitations that a room hands on, and the answer that somebody won't come.
///
/// They count where the bare address of the room is the sender: an occupant can't write them, nor
/// anybody whose server tells who they are. For whom the room writes is the room's word alone.
public final class Xep0045Invitations implements XmppExtension {

    private static final String NAMESPACE = "http://jabber.org/protocol/muc#user";

    /// Asks the room to invite someone. One that has a list of members puts them on it, where we
    /// may ask for that; one that has a password sends it along.
    ///
    /// @param reason may be empty
    /// @return the id of the message, which the room may refuse; empty where there was no session
    ///   to hand it to
    public Optional<String> invite(XmppLink link, BareJid room, BareJid whom, String reason) {
        return send(link, room, "invite", whom, reason);
    }

    /// Says through the room that we won't come.
    ///
    /// @param inviter whom the room named
    /// @param reason may be empty
    /// @return the id of the message; empty where there was no session to hand it to
    public Optional<String> decline(XmppLink link, BareJid room, Jid inviter, String reason) {
        return send(link, room, "decline", inviter, reason);
    }

    private static Optional<String> send(
            XmppLink link, BareJid room, String what, Jid whom, String reason) {
        var word = StandardExtensionElement.builder(what, NAMESPACE);
        word.addAttribute("to", whom.toString());
        if (!reason.isEmpty()) {
            word.addElement("reason", reason);
        }
        var id = UUID.randomUUID().toString();
        var message =
                StanzaBuilder.buildMessage(id)
                        .to(room)
                        .addExtension(
                                StandardExtensionElement.builder("x", NAMESPACE)
                                        .addElement(word.build())
                                        .build())
                        .build();
        return link.send(message) ? Optional.of(id) : Optional.empty();
    }

    /// Whether a message is a room's invitation, or says that someone won't come. Its words only
    /// say the same to who doesn't know of such.
    static boolean isIn(Envelope in) {
        return !in.isRoom() && word(in, "invite").or(() -> word(in, "decline")).isPresent();
    }

    @Override
    public List<XmppEvent> read(Envelope in) {
        if (in.isRoom() || in.isError()) {
            return List.of();
        }
        return in.author().isMine() ? ours(in) : theirs(in);
    }

    /// Another device of ours has said no.
    private static List<XmppEvent> ours(Envelope in) {
        return word(in, "decline")
                .<List<XmppEvent>>map(it -> List.of(new InvitationAnswered(in.peer(), in.at())))
                .orElse(List.of());
    }

    private static List<XmppEvent> theirs(Envelope in) {
        var from = in.message().getFrom();
        if (from == null || !from.isEntityBareJid()) {
            return List.of();
        }
        return word(in, "invite")
                .<List<XmppEvent>>map(invite -> invited(in, invite))
                .or(() -> word(in, "decline").map(decline -> declined(in, decline)))
                .orElse(List.of());
    }

    private static List<XmppEvent> invited(Envelope in, StandardExtensionElement invite) {
        var named = Tree.address(invite, "from");
        boolean isOurs =
                named.filter(it -> it.asBareJid().equals(in.self().asBareJid())).isPresent();
        if (isOurs || in.peer().equals(in.self().asBareJid())) {
            return List.of(); // nobody has to be told what they did themselves
        }
        var password =
                in.payload("x", NAMESPACE)
                        .flatMap(it -> Tree.child(it, "password"))
                        .map(Tree::text);
        return List.of(
                new Invited(
                        new Invitation(
                                in.peer(),
                                new Inviter.ByRoom(named),
                                reason(invite),
                                password,
                                Tree.child(invite, "continue") // §7.9
                                        .map(it -> new Continuation(Tree.attribute(it, "thread"))),
                                in.at())));
    }

    private static List<XmppEvent> declined(Envelope in, StandardExtensionElement decline) {
        return Tree.address(decline, "from")
                .<List<XmppEvent>>map(
                        who ->
                                List.of(
                                        new InvitationDeclined(
                                                in.peer(),
                                                who.asBareJid(),
                                                Invitation.cut(reason(decline)))))
                .orElse(List.of());
    }

    private static Optional<StandardExtensionElement> word(Envelope in, String name) {
        return in.payload("x", NAMESPACE).flatMap(it -> Tree.child(it, name));
    }

    private static String reason(StandardExtensionElement word) {
        return Tree.child(word, "reason").map(Tree::text).orElse("");
    }
}
