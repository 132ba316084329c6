package kith.xmpp;

import org.jivesoftware.smack.packet.Bind;
import org.jivesoftware.smack.packet.EmptyResultIQ;
import org.jivesoftware.smack.packet.ErrorIQ;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.IqData;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.packet.StanzaError;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;

import java.util.Locale;
import java.util.Optional;

/// How a stanza is made of its tree: what RFC 6120 and 6121 define goes where Smack keeps it,
/// everything else stays a tree. Forgiving: a word nobody knows counts as the default, and only
/// what can't be a stanza (an address that is none, an IQ without a type) becomes none.
public final class Stanzas {

    private static final String ERRORS = "urn:ietf:params:xml:ns:xmpp-stanzas";

    private Stanzas() {}

    /// The message, presence or IQ in a tree; empty where it is none.
    public static Optional<Stanza> of(StandardExtensionElement tree) {
        try {
            return switch (tree.getElementName()) {
                case "message" -> Optional.of(message(tree));
                case "presence" -> presence(tree).map(it -> it);
                case "iq" -> iq(tree).map(it -> it);
                default -> Optional.empty();
            };
        } catch (XmppStringprepException noAddress) {
            return Optional.empty();
        }
    }

    /// The message in a tree; empty where it is something else.
    public static Optional<Message> messageOf(StandardExtensionElement tree) {
        return of(tree).filter(Message.class::isInstance).map(Message.class::cast);
    }

    private static Message message(StandardExtensionElement tree) throws XmppStringprepException {
        var message =
                StanzaBuilder.buildMessage(tree.getAttributeValue("id"))
                        .from(address(tree, "from"))
                        .to(address(tree, "to"))
                        .ofType(messageType(tree))
                        .setError(error(tree).orElse(null));
        for (var each : tree.getElements()) {
            message.addExtension(each);
        }
        return message.build();
    }

    private static Message.Type messageType(StandardExtensionElement tree) {
        return switch (Tree.attribute(tree, "type").orElse("")) {
            case "chat" -> Message.Type.chat;
            case "groupchat" -> Message.Type.groupchat;
            case "headline" -> Message.Type.headline;
            case "error" -> Message.Type.error;
            default -> Message.Type.normal; // RFC 6121 §5.2.2
        };
    }

    private static Optional<Presence> presence(StandardExtensionElement tree)
            throws XmppStringprepException {
        var type = presenceType(tree);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        var presence =
                StanzaBuilder.buildPresence(tree.getAttributeValue("id"))
                        .from(address(tree, "from"))
                        .to(address(tree, "to"))
                        .ofType(type.get())
                        .setError(error(tree).orElse(null));
        Tree.child(tree, "status").ifPresent(it -> presence.setStatus(Tree.text(it)));
        Tree.child(tree, "show").ifPresent(it -> presence.setMode(mode(Tree.text(it))));
        Tree.child(tree, "priority").ifPresent(it -> presence.setPriority(priority(it)));
        for (var each : tree.getElements()) {
            if (!each.getNamespace().equals(tree.getNamespace())) {
                presence.addExtension(each);
            }
        }
        return Optional.of(presence.build());
    }

    /// Empty for one that nobody knows: it must not count as available.
    private static Optional<Presence.Type> presenceType(StandardExtensionElement tree) {
        return switch (Tree.attribute(tree, "type").orElse("")) {
            case "" -> Optional.of(Presence.Type.available);
            case "unavailable" -> Optional.of(Presence.Type.unavailable);
            case "subscribe" -> Optional.of(Presence.Type.subscribe);
            case "subscribed" -> Optional.of(Presence.Type.subscribed);
            case "unsubscribe" -> Optional.of(Presence.Type.unsubscribe);
            case "unsubscribed" -> Optional.of(Presence.Type.unsubscribed);
            case "probe" -> Optional.of(Presence.Type.probe);
            case "error" -> Optional.of(Presence.Type.error);
            default -> Optional.empty();
        };
    }

    private static Presence.Mode mode(String show) {
        return switch (show) {
            case "chat" -> Presence.Mode.chat;
            case "away" -> Presence.Mode.away;
            case "xa" -> Presence.Mode.xa;
            case "dnd" -> Presence.Mode.dnd;
            default -> Presence.Mode.available;
        };
    }

    private static byte priority(StandardExtensionElement element) {
        try {
            return Byte.parseByte(Tree.text(element).strip());
        } catch (NumberFormatException noPriority) {
            return 0;
        }
    }

    private static Optional<IQ> iq(StandardExtensionElement tree) throws XmppStringprepException {
        var type = iqType(tree);
        var id = tree.getAttributeValue("id");
        if (type.isEmpty() || id == null) {
            return Optional.empty();
        }
        var data =
                StanzaBuilder.buildIqData(id)
                        .from(address(tree, "from"))
                        .to(address(tree, "to"))
                        .ofType(type.get());
        if (type.get() == IQ.Type.error) {
            return Optional.of(ErrorIQ.builder(error(tree).orElse(unknown()), data).build());
        }
        var payload = tree.getElements().stream().findFirst();
        if (payload.isEmpty()) {
            return type.get() == IQ.Type.result ? Optional.of(emptyResult(data)) : Optional.empty();
        }
        return Optional.of(
                payload.get().getNamespace().equals(Bind.NAMESPACE)
                        ? bound(data, payload.get())
                        : PayloadIq.of(data, payload.get()));
    }

    private static Optional<IQ.Type> iqType(StandardExtensionElement tree) {
        return switch (Tree.attribute(tree, "type").orElse("")) {
            case "get" -> Optional.of(IQ.Type.get);
            case "set" -> Optional.of(IQ.Type.set);
            case "result" -> Optional.of(IQ.Type.result);
            case "error" -> Optional.of(IQ.Type.error);
            default -> Optional.empty();
        };
    }

    private static IQ emptyResult(IqData data) {
        return result(new EmptyResultIQ(), data);
    }

    /// The one answer that Smack itself reads, while signing in.
    private static IQ bound(IqData data, StandardExtensionElement bind)
            throws XmppStringprepException {
        var jid = Tree.child(bind, "jid").map(Tree::text).orElse("");
        return result(Bind.newResult(JidCreate.entityFullFrom(jid)), data);
    }

    private static IQ result(IQ iq, IqData data) {
        iq.setType(IQ.Type.result); // Smack's own has none yet
        iq.setStanzaId(data.getStanzaId());
        iq.setFrom(data.getFrom());
        iq.setTo(data.getTo());
        return iq;
    }

    private static @Nullable Jid address(StandardExtensionElement tree, String attribute)
            throws XmppStringprepException {
        var address = tree.getAttributeValue(attribute);
        return address == null ? null : JidCreate.from(address);
    }

    private static Optional<StanzaError> error(StandardExtensionElement tree) {
        return Tree.child(tree, "error").map(Stanzas::stanzaError);
    }

    private static StanzaError stanzaError(StandardExtensionElement error) {
        var named =
                error.getElements().stream()
                        .filter(each -> each.getNamespace().equals(ERRORS))
                        .filter(each -> !each.getElementName().equals("text"))
                        .findFirst();
        var condition =
                named.map(each -> condition(each.getElementName()))
                        .orElse(StanzaError.Condition.undefined_condition);
        var built = StanzaError.getBuilder(condition);
        if (condition == StanzaError.Condition.gone) { // no other may have a text, says Smack
            named.map(Tree::text).ifPresent(built::setConditionText);
        }
        Tree.child(error, "text", ERRORS)
                .ifPresent(text -> built.setDescriptiveEnText(Tree.text(text)));
        return built.build();
    }

    private static StanzaError.Condition condition(String name) {
        var wanted = name.replace('-', '_').toLowerCase(Locale.ROOT);
        for (var each : StanzaError.Condition.values()) {
            if (each.name().equals(wanted)) {
                return each;
            }
        }
        return StanzaError.Condition.undefined_condition;
    }

    private static StanzaError unknown() {
        return StanzaError.getBuilder(StanzaError.Condition.undefined_condition).build();
    }
}
