package kith.session;

import kith.session.account.SecretStore;

import org.jxmpp.jid.EntityJid;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A key ring in the memory of the test, which the test can lock.
final class ScriptedKeyRing implements SecretStore {

    private final Map<EntityJid, String> passwords = new HashMap<>();
    private boolean isLocked;

    /// What is kept now.
    Map<EntityJid, String> passwords() {
        return Collections.unmodifiableMap(passwords);
    }

    /// From now on it throws when it is asked for a password; it still keeps and forgets.
    void lock() {
        isLocked = true;
    }

    @Override
    public Optional<String> find(EntityJid account) {
        if (isLocked) {
            throw new IllegalStateException("the key ring is locked");
        }
        return Optional.ofNullable(passwords.get(account));
    }

    @Override
    public void keep(EntityJid account, String password) {
        passwords.put(account, password);
    }

    @Override
    public void forget(EntityJid account) {
        passwords.remove(account);
    }
}
