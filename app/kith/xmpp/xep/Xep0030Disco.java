package kith.xmpp.xep;

import kith.xmpp.AnswerEnvelope;
import kith.xmpp.PayloadIq;
import kith.xmpp.Reply;
import kith.xmpp.RequestEnvelope;
import kith.xmpp.Tree;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.jxmpp.jid.Jid;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// XEP-0030 Service Discovery: what others support, and what we do.
public final class Xep0030Disco implements XmppExtension {

    private static final String NAME = "query";
    private static final String INFO = "http://jabber.org/protocol/disco#info";
    private static final String ITEMS = "http://jabber.org/protocol/disco#items";

    static final String CATEGORY = "client";
    static final String TYPE = "pc";
    static final String CLIENT = "Kith";

    private final Supplier<Set<String>> ours;
    private final Xep0115Caps caps;

    /// @param ours all features of Kith's
    /// @param caps by whose name of them they may be asked for
    Xep0030Disco(Supplier<Set<String>> ours, Xep0115Caps caps) {
        this.ours = ours;
        this.caps = caps;
    }

    @Override
    public Set<String> features() {
        return Set.of(INFO);
    }

    /// Asks what an entity supports.
    ///
    /// @return the features it announces
    public CompletionStage<Set<String>> features(XmppLink link, Jid entity) {
        return info(link, entity).thenApply(DiscoInfo::features);
    }

    /// The same, with all that it says.
    CompletionStage<DiscoInfo> info(XmppLink link, Jid entity) {
        return link.ask(PayloadIq.get(entity, new StandardExtensionElement(NAME, INFO)))
                .thenApply(
                        answer ->
                                answer instanceof PayloadIq info
                                        ? DiscoInfo.of(info.payload())
                                        : DiscoInfo.NONE);
    }

    /// Whether an answer is what an entity says of itself as a whole, and not of a node of its.
    static boolean isAboutAll(AnswerEnvelope in) {
        return in.isTo(NAME, INFO)
                && in.request() instanceof PayloadIq asked
                && Tree.attribute(asked.payload(), "node").isEmpty();
    }

    /// Asks what is there beside an entity (§4): a server's services.
    ///
    /// @return in its order; immutable
    CompletionStage<List<Jid>> items(XmppLink link, Jid entity) {
        return link.ask(PayloadIq.get(entity, new StandardExtensionElement(NAME, ITEMS)))
                .thenApply(
                        answer ->
                                answer instanceof PayloadIq items
                                        ? items(items.payload())
                                        : List.of());
    }

    private static List<Jid> items(StandardExtensionElement items) {
        return Tree.children(items, "item").stream()
                .filter(each -> Tree.attribute(each, "node").isEmpty())
                .flatMap(each -> Tree.address(each, "jid").stream())
                .distinct()
                .toList();
    }

    @Override
    public Optional<Reply> answer(RequestEnvelope in) {
        return in.payload(IQ.Type.get, NAME, INFO)
                .map(query -> info(in, query))
                .or(() -> in.payload(IQ.Type.get, NAME, ITEMS).map(query -> items(in)));
    }

    private Reply info(RequestEnvelope in, StandardExtensionElement query) {
        var node = Tree.attribute(query, "node");
        if (node.filter(it -> !caps.isOurs(it)).isPresent()) {
            return Reply.no(in, Condition.item_not_found);
        }
        var info = StandardExtensionElement.builder(NAME, INFO);
        node.ifPresent(it -> info.addAttribute("node", it));
        info.addElement(
                StandardExtensionElement.builder("identity", INFO)
                        .addAttribute("category", CATEGORY)
                        .addAttribute("type", TYPE)
                        .addAttribute("name", CLIENT)
                        .build());
        for (var feature : ours.get()) {
            info.addElement(
                    StandardExtensionElement.builder("feature", INFO)
                            .addAttribute("var", feature)
                            .build());
        }
        return Reply.with(PayloadIq.result(in.request(), info.build()));
    }

    private static Reply items(RequestEnvelope in) {
        return Reply.with(
                PayloadIq.result(in.request(), new StandardExtensionElement(NAME, ITEMS)));
    }
}
