package kith.xmpp.xep;

import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.PayloadIq;
import kith.xmpp.PresenceEnvelope;
import kith.xmpp.RefusedException;
import kith.xmpp.RoomStanding;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.RoomCreated;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.DomainBareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Localpart;
import org.jxmpp.stringprep.XmppStringprepException;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/// XEP-0045 §10.1 Creating a Room: where rooms can be made, and the word that one was.
///
/// Whoever enters a room that is not there makes it ([Xep0045Rooms#join]); what it is to be like is
/// said to it afterwards ([Xep0045Config]).
public final class Xep0045Creation implements XmppExtension {

    private static final String INFO = "http://jabber.org/protocol/disco#info";
    private static final String USER = Xep0045Rooms.NAMESPACE + "#user";
    private static final String CREATED = "201";

    /// So many of a server's services are asked; the rest can't be honest.
    private static final int MOST_SERVICES = 50;

    private final Xep0030Disco disco;

    Xep0045Creation(Xep0030Disco disco) {
        this.disco = disco;
    }

    /// Looks for the services for rooms among those of a server (§6.1), and the server itself.
    /// Gateways to rooms of other networks are none.
    ///
    /// @return in the server's order. Fails with [RefusedException] where that can't be known now:
    ///   there is none, and who might be one has not answered
    public CompletionStage<List<DomainBareJid>> services(XmppLink link, DomainBareJid server) {
        return disco.items(link, server).thenCompose(items -> servicesAmong(link, server, items));
    }

    private static CompletionStage<List<DomainBareJid>> servicesAmong(
            XmppLink link, DomainBareJid server, List<Jid> items) {
        var asked =
                Stream.concat(items.stream().limit(MOST_SERVICES), Stream.of(server))
                        .filter(Jid::isDomainBareJid)
                        .map(Jid::asDomainBareJid)
                        .distinct()
                        .map(each -> asked(link, each).toCompletableFuture())
                        .toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenApply(_ -> found(asked.stream().map(CompletableFuture::join).toList()));
    }

    private static List<DomainBareJid> found(List<Asked> asked) {
        var found = asked.stream().flatMap(each -> each.service().stream()).toList();
        var silent = asked.stream().flatMap(each -> each.silence().stream()).findFirst();
        if (found.isEmpty() && silent.isPresent()) {
            throw new RefusedException(silent.get());
        }
        return found;
    }

    /// What became of a question.
    ///
    /// @param silence why there was no answer
    private record Asked(Optional<DomainBareJid> service, Optional<Refusal> silence) {}

    /// One that says no, or isn't reached by the server, is none.
    private static CompletionStage<Asked> asked(XmppLink link, DomainBareJid entity) {
        return info(link, entity)
                .handle(
                        (answer, failure) ->
                                new Asked(
                                        Optional.ofNullable(answer)
                                                .filter(Xep0045Creation::isService)
                                                .map(_ -> entity),
                                        RefusedException.in(failure)
                                                .filter(Xep0045Creation::isSilence)));
    }

    private static boolean isSilence(Refusal refusal) {
        return refusal.reason() == Reason.OFFLINE || refusal.reason() == Reason.TIMED_OUT;
    }

    private static boolean isService(IQ answer) {
        return answer instanceof PayloadIq info
                && Tree.children(info.payload(), "identity").stream()
                        .anyMatch(
                                each ->
                                        "conference".equals(each.getAttributeValue("category"))
                                                && "text".equals(each.getAttributeValue("type")))
                && Tree.children(info.payload(), "feature").stream()
                        .anyMatch(
                                each ->
                                        Xep0045Rooms.NAMESPACE.equals(
                                                each.getAttributeValue("var")));
    }

    /// Asks whether there is a room at an address (§6.4). One that doesn't say that there is may be
    /// there all the same: then [RoomCreated] doesn't come.
    public CompletionStage<Boolean> isThere(XmppLink link, BareJid room) {
        return info(link, room).handle((_, failure) -> failure == null);
    }

    private static CompletionStage<IQ> info(XmppLink link, Jid entity) {
        return link.ask(PayloadIq.get(entity, new StandardExtensionElement("query", INFO)));
    }

    /// The address of a room at a service; empty where none can begin like that (RFC 7622 §3.3).
    public static Optional<BareJid> address(String localpart, DomainBareJid service) {
        try {
            return Optional.of(
                    JidCreate.entityBareFrom(Localpart.from(localpart), service.getDomain()));
        } catch (XmppStringprepException impossible) {
            return Optional.empty();
        }
    }

    @Override
    public List<XmppEvent> read(PresenceEnvelope in) {
        return in.room()
                .filter(standing -> !standing.isJoined())
                .filter(_ -> in.presence().getType() == Presence.Type.available)
                .filter(_ -> isCreated(in.presence()))
                .map(RoomStanding::room)
                .<List<XmppEvent>>map(room -> List.of(new RoomCreated(room)))
                .orElse(List.of());
    }

    private static boolean isCreated(Presence presence) {
        return OccupantPresence.of(presence).isMe()
                && Tree.in(presence, "x", USER).stream()
                        .flatMap(user -> Tree.children(user, "status").stream())
                        .anyMatch(status -> CREATED.equals(status.getAttributeValue("code")));
    }
}
