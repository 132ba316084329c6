package kith.xmpp;

import kith.model.ConnectionState;

import java.util.List;

/// Is told what a link's server says and what its connection does, in order, on the core lane.
public interface XmppListener {

    /// The connection does something else now.
    void connectionChanged(ConnectionState state);

    /// Something came in: what one stanza said, in order.
    void happened(List<XmppEvent> events);
}
