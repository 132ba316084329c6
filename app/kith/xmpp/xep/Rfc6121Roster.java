package kith.xmpp.xep;

import kith.model.PresenceSubscription;
import kith.model.RosterItem;
import kith.xmpp.AnswerEnvelope;
import kith.xmpp.PayloadIq;
import kith.xmpp.Reply;
import kith.xmpp.RequestEnvelope;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.RosterItemChanged;
import kith.xmpp.XmppEvent.RosterItemRemoved;
import kith.xmpp.XmppEvent.RosterReceived;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/// The roster (RFC 6121 §2) with versions (§2.6), and asking for and granting presence (§3).
///
/// Changes are asked of the server and come back as its push; nothing is changed here. A push is
/// believed from our own account only (§2.1.6).
public final class Rfc6121Roster implements XmppExtension {

    private static final String NAME = "query";
    private static final String NAMESPACE = "jabber:iq:roster";

    /// Asks for the roster. It comes as [RosterReceived]; where the version is still the newest,
    /// nothing comes but pushes.
    ///
    /// @param version of the roster that is known already
    public CompletionStage<IQ> fetch(XmppLink link, Optional<String> version) {
        var query = StandardExtensionElement.builder(NAME, NAMESPACE);
        query.addAttribute("ver", version.orElse("")); // empty: we know versions, but have none
        return link.ask(PayloadIq.get(null, query.build()));
    }

    /// Adds a contact, or changes one's name and groups.
    ///
    /// @param name empty for none
    public CompletionStage<IQ> add(
            XmppLink link, BareJid address, String name, List<String> groups) {
        var item = item(address);
        if (!name.isEmpty()) {
            item.addAttribute("name", name);
        }
        groups.forEach(group -> item.addElement("group", group));
        return set(link, item);
    }

    /// Removes a contact, and with it both subscriptions.
    public CompletionStage<IQ> remove(XmppLink link, BareJid address) {
        return set(link, item(address).addAttribute("subscription", "remove"));
    }

    /// Asks someone to let us see their presence.
    public boolean requestSubscription(XmppLink link, BareJid address) {
        return tell(link, address, Presence.Type.subscribe);
    }

    /// Lets someone see our presence.
    public boolean allow(XmppLink link, BareJid address) {
        return tell(link, address, Presence.Type.subscribed);
    }

    /// Doesn't let someone see our presence, also no longer.
    public boolean deny(XmppLink link, BareJid address) {
        return tell(link, address, Presence.Type.unsubscribed);
    }

    @Override
    public List<XmppEvent> read(AnswerEnvelope in) {
        if (!in.isTo(NAME, NAMESPACE) || in.request().getType() != IQ.Type.get) {
            return List.of();
        }
        return in.answered()
                .<List<XmppEvent>>map(query -> List.of(received(query)))
                .orElse(List.of());
    }

    @Override
    public Optional<Reply> answer(RequestEnvelope in) {
        return in.payload(IQ.Type.set, NAME, NAMESPACE)
                .map(
                        query ->
                                in.isOwn()
                                        ? Reply.yes(in, pushed(query))
                                        : Reply.no(in, Condition.service_unavailable));
    }

    private static XmppEvent received(StandardExtensionElement query) {
        var items =
                Tree.children(query, "item").stream().flatMap(each -> item(each).stream()).toList();
        return new RosterReceived(Tree.attribute(query, "ver"), items);
    }

    private static List<XmppEvent> pushed(StandardExtensionElement query) {
        var version = Tree.attribute(query, "ver");
        var items = Tree.children(query, "item");
        if (items.size() != 1) {
            return List.of(); // exactly one (RFC 6121 §2.1.6)
        }
        var item = items.getFirst();
        boolean isGone = Tree.attribute(item, "subscription").equals(Optional.of("remove"));
        return isGone
                ? address(item)
                        .<List<XmppEvent>>map(it -> List.of(new RosterItemRemoved(version, it)))
                        .orElse(List.of())
                : item(item)
                        .<List<XmppEvent>>map(it -> List.of(new RosterItemChanged(version, it)))
                        .orElse(List.of());
    }

    private static Optional<RosterItem> item(StandardExtensionElement item) {
        var groups =
                Tree.children(item, "group").stream()
                        .map(Tree::text)
                        .filter(group -> !group.isBlank())
                        .distinct()
                        .sorted()
                        .toList();
        return address(item)
                .map(
                        address ->
                                new RosterItem(
                                        address,
                                        Tree.attribute(item, "name").orElse(""),
                                        groups,
                                        subscription(item),
                                        Tree.attribute(item, "ask").isPresent()));
    }

    private static Optional<BareJid> address(StandardExtensionElement item) {
        try {
            return Optional.of(JidCreate.bareFrom(Tree.attribute(item, "jid").orElse("")));
        } catch (XmppStringprepException impossible) {
            return Optional.empty(); // one such item must not cost the others
        }
    }

    private static PresenceSubscription subscription(StandardExtensionElement item) {
        return switch (Tree.attribute(item, "subscription").orElse("")) {
            case "to" -> PresenceSubscription.TO;
            case "from" -> PresenceSubscription.FROM;
            case "both" -> PresenceSubscription.BOTH;
            default -> PresenceSubscription.NONE;
        };
    }

    private static StandardExtensionElement.Builder item(BareJid address) {
        return StandardExtensionElement.builder("item", NAMESPACE)
                .addAttribute("jid", address.toString());
    }

    private static CompletionStage<IQ> set(XmppLink link, StandardExtensionElement.Builder item) {
        var query = StandardExtensionElement.builder(NAME, NAMESPACE).addElement(item.build());
        return link.ask(PayloadIq.set(null, query.build()));
    }

    private static boolean tell(XmppLink link, BareJid address, Presence.Type type) {
        return link.send(
                StanzaBuilder.buildPresence(UUID.randomUUID().toString())
                        .to(address)
                        .ofType(type)
                        .build());
    }
}
