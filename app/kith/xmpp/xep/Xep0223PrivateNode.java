package kith.xmpp.xep;

import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0163Pep.Item;

import org.jivesoftware.smack.packet.IQ;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// XEP-0223 Persistent Storage of Private Data via PubSub, version 1.1.1: publishes in a node of
/// the account's that keeps every item and shows none to anybody else, or not at all.
final class Xep0223PrivateNode {

    /// Without these nothing is published: nobody else may see it, and it stays (§3).
    private static final Map<String, String> NEEDED = needed();

    /// Every item stays, and the last is not told at each sign-in (XEP-0402 §3.3).
    private static final Map<String, String> WANTED = wanted();

    private Xep0223PrivateNode() {}

    /// Publishes an item.
    ///
    /// A node that another client made in another way is made right first, or it would lose its
    /// items of before with ours, or show them. So it is with servers that don't know all options
    /// of publishing, but all of nodes (ejabberd 23.01).
    static CompletionStage<IQ> publish(XmppLink link, String node, Item item) {
        return orIf(
                refusal -> !refusal.isSilence(),
                Xep0163Pep.publish(link, node, item, WANTED),
                () ->
                        prepare(link, node)
                                .thenCompose(_ -> Xep0163Pep.publish(link, node, item, NEEDED)));
    }

    private static CompletionStage<IQ> prepare(XmppLink link, String node) {
        return orIf(
                refusal -> refusal.reason() == Reason.NOT_FOUND,
                Xep0163Pep.configure(link, node, WANTED),
                () -> Xep0163Pep.create(link, node, WANTED));
    }

    private static CompletionStage<IQ> orIf(
            Predicate<Refusal> isCase,
            CompletionStage<IQ> first,
            Supplier<CompletionStage<IQ>> other) {
        return first.exceptionallyCompose(
                failure ->
                        RefusedException.in(failure)
                                .filter(isCase)
                                .map(_ -> other.get())
                                .orElseGet(() -> CompletableFuture.failedStage(failure)));
    }

    private static Map<String, String> needed() {
        var needed = new LinkedHashMap<String, String>();
        needed.put("pubsub#persist_items", "true");
        needed.put("pubsub#access_model", "whitelist");
        return needed;
    }

    private static Map<String, String> wanted() {
        var wanted = new LinkedHashMap<>(needed());
        wanted.put("pubsub#max_items", "max");
        wanted.put("pubsub#send_last_published_item", "never");
        return wanted;
    }
}
