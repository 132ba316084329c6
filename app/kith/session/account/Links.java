package kith.session.account;

import kith.model.AccountId;
import kith.xmpp.XmppLink;

import org.jxmpp.jid.EntityBareJid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The links that are signed in now, and whose they are. Core lane only.
public final class Links {

    private final Map<AccountId, XmppLink> online = new HashMap<>();
    private final Map<AccountId, EntityBareJid> addresses = new HashMap<>();

    /// The account's link, only while it is signed in.
    public Optional<XmppLink> online(AccountId account) {
        return Optional.ofNullable(online.get(account));
    }

    /// All that are signed in.
    public List<XmppLink> online() {
        return List.copyOf(online.values());
    }

    /// The account's own bare address.
    ///
    /// @throws IllegalArgumentException for an account that is not there: a bug in the caller
    public EntityBareJid address(AccountId account) {
        var address = addresses.get(account);
        if (address == null) {
            throw new IllegalArgumentException("no " + account);
        }
        return address;
    }

    /// Whether there is such an account; one that was removed may still be spoken of.
    public boolean knows(AccountId account) {
        return addresses.containsKey(account);
    }

    void add(AccountId account, EntityBareJid address) {
        addresses.put(account, address);
    }

    void remove(AccountId account) {
        addresses.remove(account);
        online.remove(account);
    }

    void up(XmppLink link) {
        online.put(link.account(), link);
    }

    void down(AccountId account) {
        online.remove(account);
    }
}
