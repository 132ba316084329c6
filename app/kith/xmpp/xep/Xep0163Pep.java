package kith.xmpp.xep;

import kith.xmpp.Envelope;
import kith.xmpp.IncomingMessage.Way;
import kith.xmpp.PayloadIq;
import kith.xmpp.Tree;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/// XEP-0163 Personal Eventing Protocol, as far as a client keeps private things of its own with its
/// account: publishes items, asks for them, and hears from our other devices of new ones.
final class Xep0163Pep {

    private static final String PUBSUB = "http://jabber.org/protocol/pubsub";
    private static final String EVENT = PUBSUB + "#event";
    private static final String PUBLISH_OPTIONS = PUBSUB + "#publish-options";
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
                                        .addElement(form(options))
                                        .build())
                        .build();
        return link.ask(PayloadIq.set(null, pubsub));
    }

    /// Asks for what is in a node of ours.
    static CompletionStage<List<Item>> items(XmppLink link, String node) {
        var items =
                StandardExtensionElement.builder("items", PUBSUB)
                        .addAttribute("node", node)
                        .build();
        var pubsub = StandardExtensionElement.builder("pubsub", PUBSUB).addElement(items).build();
        return link.ask(PayloadIq.get(null, pubsub))
                .thenApply(
                        answer ->
                                answer instanceof PayloadIq known
                                        ? Tree.children(known.payload(), "items").stream()
                                                .filter(it -> isOf(it, node))
                                                .flatMap(Xep0163Pep::items)
                                                .toList()
                                        : List.of());
    }

    /// New items in a node of ours, as another device published them. Only the account itself can
    /// say so, and only now.
    static List<Item> news(Envelope in, String node) {
        var from = in.message().getFrom();
        boolean isOurs = from == null || from.equals(in.self().asEntityBareJid());
        boolean isLive = in.way() == Way.LIVE || in.way() == Way.DELAYED;
        if (!isOurs || !isLive || in.isError()) {
            return List.of();
        }
        return in.payload("event", EVENT)
                .flatMap(event -> Tree.child(event, "items"))
                .filter(items -> isOf(items, node))
                .map(items -> items(items).toList())
                .orElse(List.of());
    }

    private static boolean isOf(StandardExtensionElement items, String node) {
        return Tree.attribute(items, "node").equals(Optional.of(node));
    }

    private static Stream<Item> items(StandardExtensionElement items) {
        return Tree.children(items, "item").stream()
                .flatMap(
                        item ->
                                item.getElements().stream()
                                        .limit(1)
                                        .flatMap(
                                                payload ->
                                                        Tree.attribute(item, "id").stream()
                                                                .map(id -> new Item(id, payload))));
    }

    private static StandardExtensionElement form(Map<String, String> options) {
        var form = StandardExtensionElement.builder("x", FORM).addAttribute("type", "submit");
        form.addElement(field("FORM_TYPE", PUBLISH_OPTIONS, Optional.of("hidden")));
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
