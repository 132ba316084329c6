package kith.xmpp.link;

import kith.model.ServerAddress;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Optional;

/// What a proxy is asked to connect to: a host by its name, which the proxy looks up.
///
/// SRV records can't be asked for through a proxy, and asking DNS itself would tell others where we
/// go. So it is the account's domain at 5222, or what was given, and STARTTLS there, as on every
/// other way.
///
/// @param host in ASCII, or an address without brackets
record ProxyTarget(String host, int port) {

    ProxyTarget {
        if (!host.matches("[A-Za-z0-9._:%-]{1,255}")) {
            throw new IllegalArgumentException("no host that a proxy can be asked for");
        }
    }

    /// The server of an account.
    ///
    /// @throws IllegalArgumentException where the name can be none
    static ProxyTarget of(String domain, ServerAddress server) {
        return switch (server) {
            case ServerAddress.ByDomain() -> new ProxyTarget(ascii(domain), Endpoints.PORT);
            case ServerAddress.Given(var host, int port) -> new ProxyTarget(ascii(host), port);
        };
    }

    /// The address that the host is; empty where it is a name.
    Optional<InetAddress> literal() {
        return literal(host);
    }

    /// Reads an address, and looks up nothing.
    static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }

    private static String ascii(String host) {
        return literal(host).isPresent() ? host : IDN.toASCII(host);
    }
}
