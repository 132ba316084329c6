package kith.session.account;

import kith.model.Proxy;
import kith.model.ProxyAccess;

import java.util.Optional;

/// What an account signs in with: its password, and where it goes through a proxy, that one's.
///
/// @param proxy empty where the account goes straight to its server
public record Credentials(String password, Optional<ProxyAccess> proxy) {

    /// Straight to the server.
    public Credentials(String password) {
        this(password, Optional.empty());
    }

    Optional<Proxy> way() {
        return proxy.map(ProxyAccess::proxy);
    }

    /// Without the passwords: this may reach a log.
    @Override
    public String toString() {
        return "Credentials[" + proxy + "]";
    }
}
