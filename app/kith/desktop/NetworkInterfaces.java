package kith.desktop;

import kith.session.account.Network;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashSet;
import java.util.Set;

/// The network through the JDK: the addresses of every interface that is up, but for loopback.
public final class NetworkInterfaces implements Network {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkInterfaces.class);

    @Override
    public Set<String> addresses() {
        var found = new HashSet<String>();
        try {
            for (var each : NetworkInterface.networkInterfaces().toList()) {
                if (each.isUp() && !each.isLoopback()) {
                    each.inetAddresses()
                            .forEach(address -> found.add(each.getName() + " " + address));
                }
            }
        } catch (SocketException unreadable) {
            LOG.debug("The network can't be looked at", unreadable);
            return Set.of();
        }
        return found;
    }
}
