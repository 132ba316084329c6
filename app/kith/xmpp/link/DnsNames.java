package kith.xmpp.link;

import java.io.IOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;

import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;

/// DNS through the JDK: its servers are the system's, unless others are given.
public final class DnsNames implements Names {

    /// For one server of DNS, doubled with each further attempt.
    private static final String TIMEOUT_MILLIS = "2000";

    private static final String ATTEMPTS = "2";
    private static final String SRV = "SRV";

    private final String servers;

    /// Asks the system's servers.
    public DnsNames() {
        this("dns:");
    }

    /// @param servers of DNS, as an URL
    public DnsNames(String servers) {
        this.servers = servers;
    }

    @Override
    @SuppressWarnings({
        "BanJNDI", // of DNS it reads attributes, which are text, and makes no objects of them
        "JdkObsolete" // it takes nothing but a Hashtable
    })
    public List<SrvRecord> services(String service, String domain) throws IOException {
        var environment = new Hashtable<String, String>();
        environment.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        environment.put("java.naming.provider.url", servers);
        environment.put("com.sun.jndi.dns.timeout.initial", TIMEOUT_MILLIS);
        environment.put("com.sun.jndi.dns.timeout.retries", ATTEMPTS);
        var records = new ArrayList<SrvRecord>();
        try {
            var context = new InitialDirContext(environment);
            try {
                var found =
                        context.getAttributes(
                                service + "." + IDN.toASCII(domain), new String[] {SRV});
                var all = found.get(SRV);
                for (int at = 0; all != null && at < all.size(); at++) {
                    records.add(SrvRecord.parse(String.valueOf(all.get(at))));
                }
            } finally {
                context.close();
            }
        } catch (NameNotFoundException none) {
            return List.of();
        } catch (NamingException failure) {
            throw new IOException("DNS doesn't answer", failure);
        }
        return List.copyOf(records);
    }

    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(IDN.toASCII(host)));
    }
}
