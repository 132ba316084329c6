package kith.model;

import org.jxmpp.jid.BareJid;

import java.util.List;

/// Someone in the user's roster, with the presence that is known of them.
///
/// @param name the user's own name for them, else the address
/// @param groups sorted; empty for none
/// @param presence combined of all their devices
public record Contact(
        AccountId account,
        BareJid address,
        String name,
        List<String> groups,
        PresenceSubscription subscription,
        Presence presence) {

    public ChatKey chat() {
        return new ChatKey(account, address);
    }
}
