package kith.xmpp.xep;

import kith.model.Refusal.Reason;
import kith.xmpp.Envelope;
import kith.xmpp.IncomingMessage.Way;
import kith.xmpp.PayloadIq;
import kith.xmpp.RefusedException;
import kith.xmpp.Tree;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/// XEP-0163 Personal Eventing Protocol, as far as a client keeps private things of its own with its
/// account: publishes items, asks for them, and hears from our other devices of new ones.
final class Xep0163Pep {

    private static final String PUBSUB = "http://jabber.org/protocol/pubsub";
    private static final String EVENT = PUBSUB + "#event";
    private static final String PUBLISH_OPTIONS = PUBSUB + "#publish-options";
    private static final String OWNER = PUBSUB + "#owner";
    private static final String NODE_CONFIG = PUBSUB + "#node_config";
    private static final String FORM = "jabber:x:data";

    private Xep0163Pep() {}

    /// What an account announces that keeps private what is published as private (XEP-0060
    /// §7.1.5).
    static final String PRIVATE_FEATURE = PUBLISH_OPTIONS;

    /// One thing in a node.
    record Item(String id, StandardExtensionElement payload) {}

    /// Publishes an item in a node of ours; refused where the node is not as the options say.
    static CompletionStage<IQ> publish(
            XmppLink link, String node, Item item, Map<String, String> options) {
        var publish =
                StandardExtensionElement.builder("publish", PUBSUB)
                        .addAttribute("node", node)
                        .addElement(
                                StandardExtensionElement.builder("item", PUBSUB)
                                        .addAttribute("id", item.id())
                                        .addElement(item.payload())
                                        .build())
                        .build();
        var pubsub =
                StandardExtensionElement.builder("pubsub", PUBSUB)
                        .addElement(publish)
                        .addElement(
                                StandardExtensionElement.builder("publish-options", PUBSUB)
                                        .addElement(form(PUBLISH_OPTIONS, options))
                                        .build())
                        .build();
        return link.ask(PayloadIq.set(null, pubsub));
    }

    /// Takes an item out of a node of ours, and has our other devices told (XEP-0060 §7.2). Where
    /// there is no such item, or no such node, that is done already.
    static CompletionStage<Boolean> retract(XmppLink link, String node, String id) {
        var retract =
                StandardExtensionElement.builder("retract", PUBSUB)
                        .addAttribute("node", node)
                        .addAttribute("notify", "true")
                        .addElement(named(id))
                        .build();
        var pubsub = StandardExtensionElement.builder("pubsub", PUBSUB).addElement(retract).build();
        return link.ask(PayloadIq.set(null, pubsub))
                .thenApply(_ -> true)
                .exceptionallyCompose(
                        failure ->
                                isMissing(failure)
                                        ? CompletableFuture.completedStage(true)
                                        : CompletableFuture.failedStage(failure));
    }

    /// Makes a node of ours as the options say (XEP-0060 §8.2).
    static CompletionStage<IQ> configure(XmppLink link, String node, Map<String, String> options) {
        var configure =
                StandardExtensionElement.builder("configure", OWNER)
                        .addAttribute("node", node)
                        .addElement(form(NODE_CONFIG, options))
                        .build();
        var pubsub =
                StandardExtensionElement.builder("pubsub", OWNER).addElement(configure).build();
        return link.ask(PayloadIq.set(null, pubsub));
    }

    /// Makes a new node of ours, as the options say (XEP-0060 §8.1.3).
    static CompletionStage<IQ> create(XmppLink link, String node, Map<String, String> options) {
        var create =
                StandardExtensionElement.builder("create", PUBSUB)
                        .addAttribute("node", node)
                        .build();
        var configure =
                StandardExtensionElement.builder("configure", PUBSUB)
                        .addElement(form(NODE_CONFIG, options))
                        .build();
        var pubsub =
                StandardExtensionElement.builder("pubsub", PUBSUB)
                        .addElement(create)
                        .addElement(configure)
                        .build();
        return link.ask(PayloadIq.set(null, pubsub));
    }

    /// Asks for one thing in a node of ours; some servers refuse what isn't there, some answer
    /// without it.
    static CompletionStage<PepListing> item(XmppLink link, String node, String id) {
        return items(
                link,
                node,
                StandardExtensionElement.builder("items", PUBSUB)
                        .addAttribute("node", node)
                        .addElement(named(id))
                        .build());
    }

    /// Asks for what is in a node of ours.
    static CompletionStage<PepListing> items(XmppLink link, String node) {
        return items(
                link,
                node,
                StandardExtensionElement.builder("items", PUBSUB)
                        .addAttribute("node", node)
                        .build());
    }

    private static CompletionStage<PepListing> items(
            XmppLink link, String node, StandardExtensionElement items) {
        var pubsub = StandardExtensionElement.builder("pubsub", PUBSUB).addElement(items).build();
        return link.ask(PayloadIq.get(null, pubsub))
                .thenApply(answer -> PepListing.of(answer, node));
    }

    /// Whether that failed as there is no such node or item.
    static boolean isMissing(Throwable failure) {
        return RefusedException.in(failure)
                .filter(refusal -> refusal.reason() == Reason.NOT_FOUND)
                .isPresent();
    }

    /// New items in a node of ours, as another device published them. Only the account itself can
    /// say so, and only now.
    static List<Item> news(Envelope in, String node) {
        return changes(in, node).map(it -> PepListing.of(it).items()).orElse(List.of());
    }

    /// What another device has taken out of a node of ours, by id; as with [#news].
    static List<String> retracted(Envelope in, String node) {
        return changes(in, node).stream()
                .flatMap(items -> Tree.children(items, "retract").stream())
                .flatMap(retract -> Tree.attribute(retract, "id").stream())
                .toList();
    }

    /// Whether a node of ours was emptied or taken away as a whole (XEP-0060 §8.4, §8.5); as with
    /// [#news].
    static boolean isEmptied(Envelope in, String node) {
        return event(in).stream()
                .flatMap(it -> Stream.of(Tree.child(it, "purge"), Tree.child(it, "delete")))
                .flatMap(Optional::stream)
                .anyMatch(it -> isOf(it, node));
    }

    private static Optional<StandardExtensionElement> changes(Envelope in, String node) {
        return event(in)
                .flatMap(event -> Tree.child(event, "items"))
                .filter(items -> isOf(items, node));
    }

    private static Optional<StandardExtensionElement> event(Envelope in) {
        var from = in.message().getFrom();
        boolean isOurs = from == null || from.equals(in.self().asEntityBareJid());
        boolean isLive = in.way() == Way.LIVE || in.way() == Way.DELAYED;
        if (!isOurs || !isLive || in.isError()) {
            return Optional.empty();
        }
        return in.payload("event", EVENT);
    }

    private static boolean isOf(StandardExtensionElement items, String node) {
        return Tree.attribute(items, "node").equals(Optional.of(node));
    }

    private static StandardExtensionElement named(String id) {
        return StandardExtensionElement.builder("item", PUBSUB).addAttribute("id", id).build();
    }

    private static StandardExtensionElement form(String type, Map<String, String> options) {
        var form = StandardExtensionElement.builder("x", FORM).addAttribute("type", "submit");
        form.addElement(field("FORM_TYPE", type, Optional.of("hidden")));
        options.forEach((name, value) -> form.addElement(field(name, value, Optional.empty())));
        return form.build();
    }

    private static StandardExtensionElement field(
            String name, String value, Optional<String> type) {
        var field = StandardExtensionElement.builder("field", FORM).addAttribute("var", name);
        type.ifPresent(it -> field.addAttribute("type", it));
        return field.addElement("value", value).build();
    }
}
