package kith.xmpp.xep;

import kith.xmpp.Envelope;
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

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/// XEP-0490 Message Displayed Synchronization, version 1.0: how far the user has read each chat,
/// among our own devices. Kept in a private node of the account's, one item for each chat.
public final class Xep0490ReadPositions implements XmppExtension {

    private static final String NODE = "urn:xmpp:mds:displayed:0";
    private static final String IDS = "urn:xmpp:sid:0";

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

    /// Tells our other devices, and nobody else: every chat's stays, and the last of them is not
    /// told at each sign-in (§3).
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
        return Xep0223PrivateNode.publish(link, NODE, item);
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
