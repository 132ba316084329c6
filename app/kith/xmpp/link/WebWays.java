package kith.xmpp.link;

import kith.model.ProxyAccess;
import kith.xmpp.TransferException;
import kith.xmpp.TransferException.Kind;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The ways to places of the web that others have named, who may not send us everywhere: by HTTPS
/// alone, and not into networks that they aren't in themselves.
///
/// @param server where the account's own server is, see [PrivateAddresses]; empty through a proxy
/// @param straight connects where there is no proxy
/// @param io for what blocks
record WebWays(
        Optional<ProxyAccess> proxy,
        Names names,
        Optional<InetAddress> server,
        Straight straight,
        Executor io) {

    private static final int LONGEST_NAME = 253; // RFC 1035 §2.3.4, without the root
    private static final int LONGEST_LABEL = 63;
    private static final int MOST_PORT = 0xffff;
    private static final Pattern DOT = Pattern.compile("\\.");

    /// What no DNS of the internet knows (RFC 6761, RFC 6762, RFC 8375, and what ICANN keeps
    /// free). A name without a dot is none of the internet either.
    private static final List<String> PRIVATE_NAMES =
            List.of(".localhost", ".local", ".internal", ".home.arpa");

    /// Leads to somewhere without a proxy.
    @FunctionalInterface
    interface Straight {

        /// Connects to one of several endpoints. Blocks.
        ///
        /// @param endpoints the best first; at least one
        Socket connect(List<InetSocketAddress> endpoints) throws IOException, InterruptedException;
    }

    /// How a place is reached. What it connects to is what was looked at: no name is looked up
    /// twice.
    ///
    /// @throws TransferException also from the way itself: where it is none to fetch from
    RacingSockets.Way to(URI place) {
        check(place);
        var host = HttpLine.host(place);
        int port = HttpLine.port(place);
        return proxy.map(access -> through(access, host, port)).orElseGet(() -> here(host, port));
    }

    private static void check(URI place) {
        int port = HttpLine.port(place);
        if (!"https".equalsIgnoreCase(place.getScheme())
                || place.getHost() == null
                || !isWithinBounds(place.getHost())
                || place.getRawUserInfo() != null
                || port < 1
                || port > MOST_PORT) {
            throw unsafe("no place by HTTPS");
        }
        if (place.getHost().contains("%") || isAmbiguous(bare(place.getHost()))) {
            throw unsafe("an address that isn't the same to all");
        }
    }

    private static boolean isWithinBounds(String host) {
        return host.length() <= LONGEST_NAME
                && DOT.splitAsStream(host).allMatch(label -> label.length() <= LONGEST_LABEL);
    }

    /// The names are the proxy's to look up.
    private RacingSockets.Way through(ProxyAccess access, String host, int port) {
        var literal = ProxyTarget.literal(host);
        boolean isSafe =
                literal.map(it -> PrivateAddresses.mayBeAsked(it, Optional.empty()))
                        .orElseGet(() -> !isPrivateName(host));
        if (!isSafe) {
            throw unsafe("in a private network");
        }
        return HttpLine.tunnel(host, port, access, names, io);
    }

    private RacingSockets.Way here(String host, int port) {
        var endpoints = new Endpoints(names, RandomGenerator.getDefault());
        return () -> {
            var safe =
                    endpoints.ofHost(host, port).stream()
                            .filter(it -> PrivateAddresses.mayBeAsked(it.getAddress(), server))
                            .toList();
            if (safe.isEmpty()) {
                throw unsafe("in a private network");
            }
            return straight.connect(safe);
        };
    }

    /// Whether others may read another address than we do: `0177.0.0.1`, `0x7f000001`.
    private static boolean isAmbiguous(String host) {
        try {
            return !Inet4Address.ofPosixLiteral(host).getHostAddress().equals(host);
        } catch (IllegalArgumentException nameOrIpv6) {
            return false;
        }
    }

    private static boolean isPrivateName(String host) {
        var name = "." + bare(host);
        return name.lastIndexOf('.') == 0 || PRIVATE_NAMES.stream().anyMatch(name::endsWith);
    }

    private static String bare(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    static TransferException unsafe(String why) {
        return new TransferException(Kind.UNSAFE, why);
    }
}
