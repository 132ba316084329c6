package kith.xmpp.link;

import kith.model.ServerAddress;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Where the servers of a domain are, in the order in which to try them (RFC 6120 §3.2). Blocks.
final class Endpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);

    private static final String SERVICE = "_xmpp-client._tcp";

    /// Where a domain without records has its server (RFC 6120 §3.2.2).
    static final int PORT = 5222;

    private final Names names;
    private final RandomGenerator random;

    Endpoints(Names names, RandomGenerator random) {
        this.names = names;
        this.random = random;
    }

    /// @return at least one
    /// @throws UnknownHostException where DNS knows of none
    List<InetSocketAddress> of(String domain, ServerAddress server) throws UnknownHostException {
        return switch (server) {
            case ServerAddress.Given(var host, int port) -> at(host, port);
            case ServerAddress.ByDomain _ -> of(domain);
        };
    }

    /// Where one host is, without asking for records. What is an address already is not looked up.
    ///
    /// @return at least one
    /// @throws UnknownHostException where DNS doesn't know it
    List<InetSocketAddress> ofHost(String host, int port) throws UnknownHostException {
        var literal = ProxyTarget.literal(host);
        return literal.isPresent()
                ? List.of(new InetSocketAddress(literal.get(), port))
                : at(host, port);
    }

    private List<InetSocketAddress> of(String domain) throws UnknownHostException {
        var records = SrvRecord.inOrder(services(domain), random);
        if (records.isEmpty()) {
            return at(domain, PORT); // §3.2.2
        }
        var found = new ArrayList<InetSocketAddress>();
        for (var record : records) {
            if (!record.host().isEmpty()) {
                found.addAll(atIfKnown(record));
            }
        }
        if (found.isEmpty()) {
            throw new UnknownHostException(domain + " has no server that DNS knows");
        }
        return List.copyOf(found);
    }

    /// A domain without records may do without DNS that knows them, too.
    private List<SrvRecord> services(String domain) {
        try {
            return names.services(SERVICE, domain);
        } catch (IOException | IllegalArgumentException failure) {
            LOG.info("No SRV records of {}: {}", domain, failure.toString());
            return List.of();
        }
    }

    private List<InetSocketAddress> atIfKnown(SrvRecord record) {
        try {
            return at(record.host(), record.port());
        } catch (UnknownHostException | IllegalArgumentException unknown) {
            LOG.info("A server that DNS doesn't know: {}", unknown.toString());
            return List.of();
        }
    }

    private List<InetSocketAddress> at(String host, int port) throws UnknownHostException {
        return interleaved(names.addresses(host)).stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    /// IPv6 and IPv4 in turn, so that a family that doesn't work costs one attempt (RFC 8305 §4).
    private static List<InetAddress> interleaved(List<InetAddress> addresses) {
        var six = addresses.stream().filter(Inet6Address.class::isInstance).toList();
        var four = addresses.stream().filter(it -> !(it instanceof Inet6Address)).toList();
        var ordered = new ArrayList<InetAddress>(addresses.size());
        for (int at = 0; at < Math.max(six.size(), four.size()); at++) {
            six.stream().skip(at).limit(1).forEach(ordered::add);
            four.stream().skip(at).limit(1).forEach(ordered::add);
        }
        return ordered;
    }
}
