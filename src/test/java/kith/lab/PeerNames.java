package kith.lab;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The DNS by which servers of the lab find each other, and nobody else.
final class PeerNames {

    private final Map<String, List<String>> records = new ConcurrentHashMap<>();
    private final LabDns dns = LabDns.start(records);

    private PeerNames() {}

    /// The one of this JVM.
    static PeerNames shared() {
        return Shared.NAMES;
    }

    /// Says where the server of a host is (RFC 6120 §3.2.1).
    void add(String host, int port) {
        records.put("_xmpp-server._tcp." + host, List.of("0 0 " + port + " localhost."));
    }

    /// The port of the server of DNS, on loopback.
    int port() {
        return dns.port();
    }

    private static final class Shared {
        static final PeerNames NAMES = new PeerNames();
    }
}
