package kith.xmpp.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// What DNS knows. Blocks.
public interface Names {

    /// The servers of a service of a domain.
    ///
    /// @param service with underscores, such as `_xmpp-client._tcp`
    /// @return in no order; empty where DNS has no such records
    /// @throws IOException where nobody answered
    List<SrvRecord> services(String service, String domain) throws IOException;

    /// The addresses of a host.
    ///
    /// @return at least one
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
