package kith.model;

import java.util.Locale;
import java.util.Optional;

/// A proxy that all of an account's connections go through. Then nothing is looked up in DNS here
/// but the proxy itself, and nothing else is connected to.
///
/// @param port 1–65535
/// @param user the name to sign in to it with; empty where it asks for none. The password is with
///   the account's own
public record Proxy(Kind kind, String host, int port, Optional<String> user) {

    /// What it speaks.
    public enum Kind {
        /// RFC 1928, with a password RFC 1929.
        SOCKS5(1080),
        /// CONNECT of HTTP (RFC 9110 §9.3.6), with a password "Basic" (RFC 7617).
        HTTP(8080);

        private final int usualPort;

        Kind(int usualPort) {
            this.usualPort = usualPort;
        }

        /// Where such proxies usually are.
        public int usualPort() {
            return usualPort;
        }
    }

    public Proxy {
        if (!host.matches("[^\\s/@]+")) {
            throw new IllegalArgumentException("no host");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port " + port);
        }
        if (user.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException("no user name");
        }
    }

    /// Without the user name: this may reach a log.
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + "://" + host + ":" + port;
    }
}
