package kith.xmpp.xep;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.xmpp.Envelope;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.TypingChanged;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/// XEP-0085 Chat State Notifications: who is writing. Of the five states Kith knows two, writing
/// and not. That Kith understands them is told whether or not the user lets theirs be known.
public final class Xep0085ChatStates implements XmppExtension {

    private static final String NAMESPACE = "http://jabber.org/protocol/chatstates";

    @Override
    public Set<String> features() {
        return Set.of(NAMESPACE);
    }

    /// Says whether the user is writing; kept by no archive (XEP-0334 §4.2).
    ///
    /// @return whether there was a session to hand it to
    public boolean send(XmppLink link, ChatKey chat, Chat.Kind kind, boolean typing) {
        var message =
                StanzaBuilder.buildMessage(UUID.randomUUID().toString())
                        .to(chat.peer())
                        .ofType(Rfc6121Messages.type(kind))
                        .addExtension(typing ? state("composing") : active())
                        .addExtension(Xep0334Hints.noStore())
                        .build();
        return link.send(message);
    }

    /// What stands beside words: whoever sends them is here, and writes no more (§5.3).
    static StandardExtensionElement active() {
        return state("active");
    }

    private static StandardExtensionElement state(String name) {
        return new StandardExtensionElement(name, NAMESPACE);
    }

    @Override
    public List<XmppEvent> read(Envelope in) {
        if (!in.isNow() || in.isError() || in.author().isMine()) {
            return List.of();
        }
        for (var each : in.message().getExtensions()) {
            if (each.getNamespace().equals(NAMESPACE)) {
                boolean isTyping = each.getElementName().equals("composing");
                return List.of(new TypingChanged(in.peer(), in.author().address(), isTyping));
            }
        }
        return List.of();
    }
}
