package kith.xmpp;

import kith.model.Chat;
import kith.model.ConnectionState;

import org.jxmpp.jid.BareJid;

import java.util.List;
import java.util.Optional;

/// Is told what a link's server says and what its connection does, in order, on the core lane.
public interface XmppListener {

    /// The connection does something else now.
    void connectionChanged(ConnectionState state);

    /// What kind of chat there is with somebody; empty where there is none. The wire doesn't say of
    /// every message that it came from a room (XEP-0045 §7.5).
    default Optional<Chat.Kind> chatWith(BareJid peer) {
        return Optional.empty();
    }

    /// Something came in: what one stanza said, in order.
    void happened(List<XmppEvent> events);
}
