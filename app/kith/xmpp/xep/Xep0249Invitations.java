package kith.xmpp.xep;

import kith.model.Continuation;
import kith.model.Invitation;
import kith.model.Inviter;
import kith.xmpp.Envelope;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.Invited;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// XEP-0249 Direct MUC Invitations, version 1.2, both directions.
///
/// Who invites is the sender, whom the servers vouch for. An invitation that is written beside
/// words doesn't take these away: they are a message as any other.
public final class Xep0249Invitations implements XmppExtension {

    private static final String NAMESPACE = "jabber:x:conference";

    @Override
    public Set<String> features() {
        return Set.of(NAMESPACE);
    }

    /// Invites someone. They can get in only where the room has no list of members, or they are on
    /// it (§4); whoever calls sees to that.
    ///
    /// @param password of the room, where it has one
    /// @param reason may be empty
    /// @return the id of the message; empty where there was no session to hand it to
    public Optional<String> invite(
            XmppLink link, BareJid room, BareJid whom, Optional<String> password, String reason) {
        return invite(link, room, whom, password, reason, Optional.empty());
    }

    /// Invites someone to go on with a chat of two there (XEP-0045 §7.9), or with none. They are
    /// written to by their bare address, though that chat may go to one device of theirs: on which
    /// they come is theirs to choose.
    ///
    /// @return as [#invite]
    public Optional<String> invite(
            XmppLink link,
            BareJid room,
            BareJid whom,
            Optional<String> password,
            String reason,
            Optional<Continuation> continues) {
        var invitation =
                StandardExtensionElement.builder("x", NAMESPACE)
                        .addAttribute("jid", room.toString());
        password.ifPresent(it -> invitation.addAttribute("password", it));
        if (!reason.isEmpty()) {
            invitation.addAttribute("reason", reason);
        }
        continues.ifPresent(
                it -> {
                    invitation.addAttribute("continue", "true");
                    it.thread().ifPresent(name -> invitation.addAttribute("thread", name));
                });
        var id = UUID.randomUUID().toString();
        boolean isSent =
                link.send(
                        StanzaBuilder.buildMessage(id)
                                .to(whom)
                                .addExtension(invitation.build())
                                .addExtension(Xep0334Hints.store()) // without a body, none would
                                .build());
        return isSent ? Optional.of(id) : Optional.empty();
    }

    @Override
    public List<XmppEvent> read(Envelope in) {
        if (in.isRoom()
                || in.isError()
                || in.author().isMine()
                || Xep0045Invitations.isIn(in)) { // rooms write both for the sake of old clients
            return List.of();
        }
        return in.payload("x", NAMESPACE)
                .flatMap(payload -> invitation(in, payload))
                .<List<XmppEvent>>map(it -> List.of(new Invited(it)))
                .orElse(List.of());
    }

    private static Optional<Invitation> invitation(Envelope in, StandardExtensionElement payload) {
        var sender = in.author().address().asBareJid();
        return Tree.address(payload, "jid")
                .filter(Jid::isEntityBareJid)
                .filter(room -> room.getDomain().toString().indexOf('@') < 0) // jxmpp lets it be
                .map(Jid::asBareJid)
                .filter(room -> !room.equals(in.self().asBareJid()))
                .map(
                        room ->
                                new Invitation(
                                        room,
                                        sender.equals(room)
                                                ? new Inviter.ByRoom(Optional.empty())
                                                : new Inviter.Person(sender),
                                        Tree.attribute(payload, "reason").orElse(""),
                                        Tree.attribute(payload, "password"),
                                        continues(payload),
                                        in.at()));
    }

    private static Optional<Continuation> continues(StandardExtensionElement payload) {
        return Tree.attribute(payload, "continue")
                .map(String::strip)
                .filter(it -> it.equals("true") || it.equals("1")) // xs:boolean
                .map(_ -> new Continuation(Tree.attribute(payload, "thread")));
    }
}
