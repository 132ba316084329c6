package kith.xmpp.xep;

import kith.model.Refusal.Reason;
import kith.xmpp.Envelope;
import kith.xmpp.RefusedException;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.ReadElsewhere;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0163Pep.Item;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// XEP-0490 Message Displayed Synchronization, version 1.0: how far the user has read each chat,
/// among our own devices. Kept in a private node of the account's, one item for each chat.
public final class Xep0490ReadPositions implements XmppExtension {

    private static final String NODE = "urn:xmpp:mds:displayed:0";
    private static final String IDS = "urn:xmpp:sid:0";

    /// Nobody else may see it, and every chat's stays.
    private static final Map<String, String> NEEDED =
            Map.of(
                    "pubsub#persist_items", "true",
                    "pubsub#max_items", "max",
                    "pubsub#access_model", "whitelist");

    /// As the XEP wants it (§3): nor is the last of it told at each sign-in.
    private static final Map<String, String> WANTED = wanted();

    private final Xep0030Disco disco;

    public Xep0490ReadPositions(Xep0030Disco disco) {
        this.disco = disco;
    }

    /// We want to hear of it (XEP-0163 §4.2).
    @Override
    public Set<String> features() {
        return Set.of(NODE + "+notify");
    }

    /// Whether the account can keep it, and keep it private: else nothing is published, as others
    /// could read it.
    public CompletionStage<Boolean> supported(XmppLink link, BareJid account) {
        return disco.features(link, account)
                .thenApply(all -> all.contains(Xep0163Pep.PRIVATE_FEATURE));
    }

    /// Asks how far each chat was read.
    public CompletionStage<List<ReadElsewhere>> positions(XmppLink link) {
        return Xep0163Pep.items(link, NODE)
                .thenApply(
                        all ->
                                all.items().stream()
                                        .flatMap(item -> position(item).stream())
                                        .toList());
    }

    /// Tells our other devices. Older servers don't know all options (ejabberd 23.01); they are
    /// asked again for what is needed.
    ///
    /// @param archive whose name the next is: our own address, or the room's
    /// @param id the message's name in it
    public CompletionStage<IQ> publish(XmppLink link, BareJid chat, BareJid archive, String id) {
        var displayed =
                StandardExtensionElement.builder("displayed", NODE)
                        .addElement(
                                StandardExtensionElement.builder("stanza-id", IDS)
                                        .addAttribute("id", id)
                                        .addAttribute("by", archive.toString())
                                        .build())
                        .build();
        var item = new Item(chat.toString(), displayed);
        return Xep0163Pep.publish(link, NODE, item, WANTED)
                .exceptionallyCompose(
                        failure ->
                                RefusedException.in(failure)
                                        .filter(it -> it.reason() != Reason.OFFLINE)
                                        .map(_ -> Xep0163Pep.publish(link, NODE, item, NEEDED))
                                        .orElseGet(() -> CompletableFuture.failedStage(failure)));
    }

    private static Map<String, String> wanted() {
        var wanted = new HashMap<>(NEEDED);
        wanted.put("pubsub#send_last_published_item", "never");
        return Map.copyOf(wanted);
    }

    @Override
    public List<XmppEvent> read(Envelope in) {
        return Xep0163Pep.news(in, NODE).stream()
                .flatMap(item -> position(item).stream())
                .<XmppEvent>map(it -> it)
                .toList();
    }

    private static Optional<ReadElsewhere> position(Item item) {
        var peer = Optional.ofNullable(JidCreate.bareFromOrNull(item.id()));
        var id =
                Optional.of(item.payload())
                        .filter(it -> it.getElementName().equals("displayed"))
                        .filter(it -> it.getNamespace().equals(NODE))
                        .flatMap(it -> Tree.child(it, "stanza-id", IDS))
                        .flatMap(it -> Tree.attribute(it, "id"));
        return peer.flatMap(chat -> id.map(name -> new ReadElsewhere(chat, name)));
    }
}
