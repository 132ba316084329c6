package kith.model;

/// Where the server of an account is reached: as DNS says (RFC 6120 §3.2), or at a host and port
/// that the user gave or a server sent us to. Either way the certificate is checked against the
/// account's domain.
public sealed interface ServerAddress {

    /// By the domain's SRV records, else the domain itself at port 5222; through a proxy, which
    /// can't be asked for such records, the latter at once.
    record ByDomain() implements ServerAddress {}

    /// Where somebody said.
    ///
    /// @param port 1–65535
    record Given(String host, int port) implements ServerAddress {

        public Given {
            if (host.isBlank()) {
                throw new IllegalArgumentException("no host");
            }
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("port " + port);
            }
        }
    }
}
