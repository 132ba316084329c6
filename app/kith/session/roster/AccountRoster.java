package kith.session.roster;

import kith.model.AccountId;
import kith.model.Contact;
import kith.model.Presence;
import kith.model.RosterItem;

import org.jxmpp.jid.BareJid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The roster of one account and the presence of who is in it. Core lane only.
final class AccountRoster {

    private final AccountId account;
    private final Map<BareJid, Contact> contacts = new LinkedHashMap<>();
    private final Map<BareJid, Devices> devices = new HashMap<>();
    private boolean isOnline;

    AccountRoster(AccountId account) {
        this.account = account;
    }

    Collection<Contact> contacts() {
        return contacts.values();
    }

    Optional<Contact> find(BareJid address) {
        return Optional.ofNullable(contacts.get(address));
    }

    void replaceAll(List<RosterItem> items) {
        contacts.clear();
        items.forEach(this::put);
    }

    void put(RosterItem item) {
        contacts.put(item.address(), contact(item));
    }

    void remove(BareJid address) {
        contacts.remove(address);
    }

    /// A new session: what the server told in the last one is no longer true.
    void signedIn(boolean isResumed) {
        isOnline = true;
        if (!isResumed) {
            devices.clear();
        }
        refresh();
    }

    /// No session: nobody's presence is known, but it may come back with the session.
    void disconnected() {
        isOnline = false;
        refresh();
    }

    /// Takes in one device's presence.
    ///
    /// @return the contact, if they are in the roster and their combined presence is another now
    Optional<Contact> change(BareJid address, String resource, Presence presence, int priority) {
        var theirs = devices.computeIfAbsent(address, unknown -> new Devices());
        if (resource.isEmpty() && !presence.availability().isReachable()) {
            theirs.clear();
        } else {
            theirs.change(resource, presence, priority);
        }
        var contact = contacts.get(address);
        if (contact == null) {
            return Optional.empty();
        }
        var changed = with(contact, presence(contact));
        if (changed.equals(contact)) {
            return Optional.empty();
        }
        contacts.put(address, changed);
        return Optional.of(changed);
    }

    private void refresh() {
        for (var contact : new ArrayList<>(contacts.values())) {
            contacts.put(contact.address(), with(contact, presence(contact)));
        }
    }

    private Contact contact(RosterItem item) {
        var name = item.name().isBlank() ? item.address().toString() : item.name();
        var contact =
                new Contact(
                        account,
                        item.address(),
                        name,
                        item.groups(),
                        item.subscription(),
                        Presence.UNKNOWN);
        return with(contact, presence(contact));
    }

    private Presence presence(Contact contact) {
        if (!contact.subscription().seesTheirs()) {
            return Presence.UNKNOWN;
        }
        var theirs = devices.get(contact.address());
        return isOnline && theirs != null ? theirs.combined() : Presence.OFFLINE;
    }

    private static Contact with(Contact contact, Presence presence) {
        return presence.equals(contact.presence())
                ? contact
                : new Contact(
                        contact.account(),
                        contact.address(),
                        contact.name(),
                        contact.groups(),
                        contact.subscription(),
                        presence);
    }
}
