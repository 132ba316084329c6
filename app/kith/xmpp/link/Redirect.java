package kith.xmpp.link;

import kith.model.ServerAddress;

import org.jivesoftware.smack.XMPPException.StreamErrorException;
import org.jivesoftware.smack.packet.StreamError;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Where a server sends us (`see-other-host`, RFC 6120 §4.9.3.19).
final class Redirect {

    private static final int PORT = 5222;

    private Redirect() {}

    /// Where to, if that is why it failed.
    static Optional<ServerAddress> in(Throwable failure) {
        return Problems.causes(failure)
                .filter(StreamErrorException.class::isInstance)
                .map(each -> ((StreamErrorException) each).getStreamError())
                .filter(error -> error.getCondition() == StreamError.Condition.see_other_host)
                .findFirst()
                .flatMap(error -> Optional.ofNullable(error.getConditionText()))
                .flatMap(Redirect::parse);
    }

    /// Reads `host`, `host:port`, or the same with an IPv6 address in brackets.
    ///
    /// @return empty where it is none of these
    static Optional<ServerAddress> parse(String text) {
        try {
            var authority = new URI("xmpp://" + text.strip()).parseServerAuthority();
            boolean isAddress = authority.getHost() != null && authority.getUserInfo() == null;
            boolean isAll = text.strip().matches("[^/?#]*");
            return Optional.of(authority)
                    .filter(_ -> isAddress && isAll)
                    .map(it -> new ServerAddress.Given(host(it), port(it)));
        } catch (URISyntaxException | IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static String host(URI authority) {
        return authority.getHost().replaceAll("[\\[\\]]", "");
    }

    private static int port(URI authority) {
        return authority.getPort() < 0 ? PORT : authority.getPort();
    }
}
