package kith.session;

import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.xmpp.PayloadIq;
import kith.xmpp.RefusedException;
import kith.xmpp.Tree;
import kith.xmpp.Xml;
import kith.xmpp.XmppEvent;
import kith.xmpp.door.OpenDoors;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// What an account keeps for its devices (XEP-0163), in the memory of the test. It does at once
/// what it is asked, and tells all devices, unless it was told to hold.
final class ScriptedPep {

    private static final String PUBSUB = "http://jabber.org/protocol/pubsub";

    private final Map<String, Map<String, String>> nodes = new LinkedHashMap<>();
    private final List<Consumer<List<XmppEvent>>> devices = new ArrayList<>();
    private final List<String> published = new ArrayList<>();
    private final Queue<Runnable> held = new ArrayDeque<>();
    private String feature = PUBSUB + "#publish-options";
    private Optional<Reason> refusing = Optional.empty();
    private Optional<String> saying = Optional.empty();
    private Optional<String> list = Optional.empty();
    private boolean isHolding;

    /// From now on a device hears of what changes.
    void tell(Consumer<List<XmppEvent>> device) {
        devices.add(device);
    }

    /// Doesn't know any options.
    void forgetOptions() {
        feature = PUBSUB;
    }

    /// Announces something instead of all else.
    void announce(String other) {
        feature = other;
    }

    /// Has older bookmarks in its private storage (XEP-0048, XEP-0049).
    void putList(String conferences) {
        list = Optional.of("<storage xmlns='storage:bookmarks'>" + conferences + "</storage>");
    }

    Optional<String> list() {
        return list;
    }

    /// Refuses what is to be published.
    void refuse(Reason reason) {
        refusing = Optional.of(reason);
    }

    void takeAll() {
        refusing = Optional.empty();
    }

    /// Does nothing until [#next] lets it do one thing more.
    void hold() {
        isHolding = true;
    }

    void next() {
        held.remove().run();
    }

    boolean isHolding() {
        return !held.isEmpty();
    }

    /// Does all that it was asked, and from now on all at once.
    void goOn() {
        isHolding = false;
        while (!held.isEmpty()) {
            next();
        }
    }

    /// Another client publishes something.
    void put(String node, String id, String payload) {
        nodes.computeIfAbsent(node, _ -> new LinkedHashMap<>()).put(id, payload);
        tellAll(node, "<item id='%s'>%s</item>".formatted(id, payload));
    }

    /// Another client takes something out.
    void remove(String node, String id) {
        nodes.getOrDefault(node, new LinkedHashMap<>()).remove(id);
        tellAll(node, "<retract id='%s'/>".formatted(id));
    }

    /// Another client empties a node, or takes it away.
    ///
    /// @param word `purge` or `delete`
    void empty(String node, String word) {
        nodes.remove(node);
        tellOf("<%s node='%s'/>".formatted(word, node));
    }

    /// Answers whoever asks for all with this, in place of what is there.
    void say(String payload) {
        saying = Optional.of(payload);
    }

    /// Answers again with what is there.
    void sayAll() {
        saying = Optional.empty();
    }

    /// All is lost, without a word.
    void clear() {
        nodes.clear();
    }

    Optional<String> find(String node, String id) {
        return Optional.ofNullable(nodes.getOrDefault(node, Map.of()).get(id));
    }

    /// What devices of ours published or took out, and forgets it.
    List<String> takePublished() {
        var taken = List.copyOf(published);
        published.clear();
        return taken;
    }

    /// The answer to a request, where it is asked for something here.
    ///
    /// @param core where it comes if it is held
    Optional<CompletionStage<IQ>> answer(IQ request, Executor core) {
        if (!(request instanceof PayloadIq asked)) {
            return Optional.empty();
        }
        var what = asked.payload();
        if (what.getElementName().equals("query")
                && what.getNamespace().endsWith("disco#info")
                && ScriptedSession.ME.equals(request.getTo())) {
            return Optional.of(
                    result(
                            """
                            <query xmlns='http://jabber.org/protocol/disco#info'>
                            <feature var='%s'/></query>
                            """
                                    .formatted(feature)));
        }
        if (what.getNamespace().equals("jabber:iq:private")) {
            return Optional.of(privately(request.getType(), what));
        }
        if (!what.getNamespace().startsWith(PUBSUB)) {
            return Optional.empty();
        }
        if (!isHolding) {
            return Optional.of(doIt(what));
        }
        var later = new CompletableFuture<IQ>();
        held.add(
                () ->
                        doIt(what)
                                .whenComplete(
                                        (iq, failure) ->
                                                core.execute(() -> settle(later, iq, failure))));
        return Optional.of(later);
    }

    private CompletionStage<IQ> privately(IQ.Type type, StandardExtensionElement query) {
        if (list.isEmpty()) {
            return refusal(Reason.UNAVAILABLE);
        }
        if (type == IQ.Type.set) {
            list = Optional.of(query.getElements().getFirst().toXML().toString());
        }
        return result("<query xmlns='jabber:iq:private'>" + list.get() + "</query>");
    }

    private static void settle(
            CompletableFuture<IQ> later, @Nullable IQ iq, @Nullable Throwable failure) {
        if (failure == null) {
            later.complete(iq);
        } else {
            later.completeExceptionally(failure);
        }
    }

    private CompletionStage<IQ> doIt(StandardExtensionElement pubsub) {
        var act = pubsub.getElements().getFirst();
        var node = Tree.attribute(act, "node").orElseThrow();
        return switch (act.getElementName()) {
            case "items" -> items(node, act);
            case "publish" -> publish(node, Tree.child(act, "item").orElseThrow());
            case "configure", "create" ->
                    refusing.map(ScriptedPep::refusal).orElseGet(() -> result(""));
            case "retract" -> retract(node, id(Tree.child(act, "item").orElseThrow()));
            default -> throw new IllegalArgumentException(act.getElementName());
        };
    }

    private CompletionStage<IQ> items(String node, StandardExtensionElement act) {
        if (saying.isPresent() && act.getElements().isEmpty()) {
            return result(saying.get().replace("NODE", node));
        }
        var all = nodes.get(node);
        if (all == null) {
            return refusal(Reason.NOT_FOUND);
        }
        var wanted = Tree.children(act, "item").stream().map(ScriptedPep::id).toList();
        var items = new StringBuilder();
        all.forEach(
                (id, payload) -> {
                    if (wanted.isEmpty() || wanted.contains(id)) {
                        items.append("<item id='%s'>%s</item>".formatted(id, payload));
                    }
                });
        return result(
                "<pubsub xmlns='%s'><items node='%s'>%s</items></pubsub>"
                        .formatted(PUBSUB, node, items));
    }

    private CompletionStage<IQ> publish(String node, StandardExtensionElement item) {
        if (refusing.isPresent()) {
            return refusal(refusing.get());
        }
        var payload = item.getElements().getFirst().toXML().toString();
        published.add(id(item) + " " + payload);
        put(node, id(item), payload);
        return result("");
    }

    private CompletionStage<IQ> retract(String node, String id) {
        if (find(node, id).isEmpty()) {
            return refusal(Reason.NOT_FOUND);
        }
        if (refusing.isPresent()) {
            return refusal(refusing.get());
        }
        published.add(id + " -");
        remove(node, id);
        return result("");
    }

    private void tellAll(String node, String change) {
        tellOf("<items node='%s'>%s</items>".formatted(node, change));
    }

    private void tellOf(String change) {
        var events =
                new OpenDoors()
                        .read(
                                """
                                <message from='alice@home.example' type='headline'>
                                <event xmlns='http://jabber.org/protocol/pubsub#event'>
                                %s</event></message>
                                """
                                        .formatted(change));
        devices.forEach(device -> device.accept(events));
    }

    private static String id(StandardExtensionElement item) {
        return Tree.attribute(item, "id").orElseThrow();
    }

    private static CompletionStage<IQ> result(String payload) {
        return CompletableFuture.completedStage(
                Xml.stanza(IQ.class, "<iq type='result' id='r'>" + payload + "</iq>"));
    }

    private static CompletionStage<IQ> refusal(Reason reason) {
        return CompletableFuture.failedStage(new RefusedException(Refusal.of(reason)));
    }
}
