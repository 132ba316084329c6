package kith.xmpp.xep;

import kith.model.Content;
import kith.model.Moderation;
import kith.model.Removal;
import kith.xmpp.AnswerEnvelope;
import kith.xmpp.Envelope;
import kith.xmpp.PayloadIq;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.RemovalTold;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/// XEP-0425 Moderated Message Retraction, version 0.3, and version 0.2, which servers still send,
/// some of them both in one message: that a room has removed a message, who had it do so and why;
/// and has a room remove one.
///
/// Believed is the room alone, by its bare address (§5); what an occupant says in its name is
/// nothing at all.
public final class Xep0425Moderation implements XmppExtension {

    private static final String NAME = "moderated";
    private static final String NAMESPACE = "urn:xmpp:message-moderate:1";
    private static final String OLD_NAMESPACE = "urn:xmpp:message-moderate:0";
    private static final String FASTENING = "urn:xmpp:fasten:0";

    /// Has a room remove a message (§3); comes back as a message of the room.
    ///
    /// @param how as the room has said that it can, not [Removal#NONE]
    /// @param id of the message in the room's archive
    /// @param reason what all are told; blank for nothing
    /// @return fails with [kith.xmpp.RefusedException]
    public CompletionStage<IQ> remove(
            XmppLink link, BareJid room, Removal how, String id, String reason) {
        var order =
                switch (how) {
                    case CURRENT -> moderate(NAMESPACE, reason).addAttribute("id", id);
                    case OLD ->
                            StandardExtensionElement.builder("apply-to", FASTENING)
                                    .addAttribute("id", id)
                                    .addElement(moderate(OLD_NAMESPACE, reason).build());
                    case NONE -> throw new IllegalArgumentException("can't be asked");
                };
        return link.ask(PayloadIq.set(room, order.build()));
    }

    private static StandardExtensionElement.Builder moderate(String namespace, String reason) {
        var retract =
                namespace.equals(NAMESPACE)
                        ? Xep0424Retraction.NAMESPACE
                        : Xep0424Retraction.OLD_NAMESPACE;
        var moderate =
                StandardExtensionElement.builder("moderate", namespace)
                        .addElement(new StandardExtensionElement(Xep0424Retraction.NAME, retract));
        return reason.isBlank() ? moderate : moderate.addElement("reason", reason);
    }

    /// Whether a room can do that (§2); the newer way where it knows both.
    @Override
    public List<XmppEvent> read(AnswerEnvelope in) {
        return RoomAnswer.in(in)
                .<List<XmppEvent>>map(
                        it -> List.of(new RemovalTold(it.room(), removal(it.info().features()))))
                .orElse(List.of());
    }

    private static Removal removal(Set<String> features) {
        if (features.contains(NAMESPACE)) {
            return Removal.CURRENT;
        }
        return features.contains(OLD_NAMESPACE) ? Removal.OLD : Removal.NONE;
    }

    /// Whether it says in a room that the room has removed something, be it true or not. Between
    /// two people that says nothing.
    static boolean isIn(Envelope in) {
        return in.isRoom() && found(in).isPresent();
    }

    /// Whether it stands in an archive for a message that was removed (version 0.2).
    static boolean isTombstone(Envelope in) {
        return in.payload(NAME, OLD_NAMESPACE)
                .flatMap(
                        it ->
                                Tree.child(
                                        it,
                                        Xep0424Retraction.TOMBSTONE,
                                        Xep0424Retraction.OLD_NAMESPACE))
                .isPresent();
    }

    @Override
    public List<XmppEvent> read(Envelope in) {
        boolean isFromRoom = in.isRoom() && !in.author().address().hasResource();
        return isFromRoom && !in.isError()
                ? found(in)
                        .flatMap(it -> content(in, it))
                        .map(content -> List.of(Xep0424Retraction.arrived(in, content)))
                        .orElse(List.of())
                : List.of();
    }

    private static Optional<Content> content(Envelope in, Found found) {
        return Xep0424Retraction.target(found.naming())
                .map(
                        target ->
                                new Content.Retraction(
                                        target,
                                        Optional.of(
                                                new Moderation(
                                                        moderator(in, found), reason(found)))));
    }

    /// A nick, where it is somebody of the room.
    private static String moderator(Envelope in, Found found) {
        return Tree.address(found.moderated(), "by").map(by -> name(in, by)).orElse("");
    }

    private static String name(Envelope in, Jid by) {
        return by.asBareJid().equals(in.peer())
                ? by.getResourceOrEmpty().toString()
                : by.asBareJid().toString();
    }

    private static String reason(Found found) {
        return Stream.of(found.naming(), found.moderated())
                .flatMap(each -> Tree.child(each, "reason").stream())
                .map(Tree::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static Optional<Found> found(Envelope in) {
        return Xep0424Retraction.elementIn(in)
                .flatMap(it -> Tree.child(it, NAME, NAMESPACE).map(child -> new Found(it, child)))
                .or(() -> oldIn(in));
    }

    private static Optional<Found> oldIn(Envelope in) {
        return in.payload("apply-to", FASTENING)
                .flatMap(
                        it ->
                                Tree.child(it, NAME, OLD_NAMESPACE)
                                        .filter(Xep0425Moderation::isRetraction)
                                        .map(child -> new Found(it, child)));
    }

    private static boolean isRetraction(StandardExtensionElement moderated) {
        return Tree.child(moderated, Xep0424Retraction.NAME, Xep0424Retraction.OLD_NAMESPACE)
                .isPresent();
    }

    /// That a room has removed something.
    ///
    /// @param naming names what it was
    /// @param moderated says by whom
    private record Found(StandardExtensionElement naming, StandardExtensionElement moderated) {}
}
