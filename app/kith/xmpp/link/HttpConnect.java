package kith.xmpp.link;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import kith.model.ConnectionProblem.Kind;
import kith.model.ProxyAccess;

import java.io.IOException;
import java.util.Base64;
import java.util.regex.Pattern;

/// The client's side of CONNECT (RFC 9110 §9.3.6), over HTTP/1.1 in clear text (RFC 9112). A user
/// name and password go with the request, as "Basic" (RFC 7617): no other scheme is known here.
final class HttpConnect {

    /// RFC 9112 §4.
    private static final Pattern STATUS_LINE = Pattern.compile("1\\.[0-9] ([1-9][0-9]{2})( .*)?");

    private static final String PROTOCOL = "HTTP/";
    private static final int PASSWORD_REQUIRED = 407;

    private final ProxyTalk talk;
    private final ProxyAccess access;

    HttpConnect(ProxyTalk talk, ProxyAccess access) {
        this.talk = talk;
        this.access = access;
    }

    /// Asks the proxy for a connection.
    ///
    /// @throws ProxyException where it refuses, or is none
    void connect(ProxyTarget target) throws IOException {
        talk.say(request(target).getBytes(US_ASCII));
        int status = status();
        while (status < 200) { // it will say more (RFC 9110 §15.2)
            status = status();
        }
        if (status >= 300) {
            throw refusal(status);
        }
    }

    private String request(ProxyTarget target) throws ProxyException {
        boolean isIpv6 = target.host().contains(":");
        var host = isIpv6 ? "[" + target.host() + "]" : target.host();
        var authority = host + ":" + target.port();
        return "CONNECT "
                + authority
                + " HTTP/1.1\r\nHost: "
                + authority
                + "\r\n"
                + authorization()
                + "\r\n";
    }

    private String authorization() throws ProxyException {
        var user = access.proxy().user();
        if (user.isEmpty()) {
            return "";
        }
        if (user.get().contains(":")) {
            throw new ProxyException(Kind.PROXY_REFUSED, "a user name with a colon");
        }
        var both = (user.get() + ":" + access.password()).getBytes(UTF_8);
        return "Proxy-Authorization: Basic " + Base64.getEncoder().encodeToString(both) + "\r\n";
    }

    /// Reads an answer up to its empty line.
    private int status() throws IOException {
        for (int at = 0; at < PROTOCOL.length(); at++) {
            expect(talk.hear() == PROTOCOL.charAt(at)); // else it may never end its line
        }
        var status = STATUS_LINE.matcher(line());
        expect(status.matches());
        while (!line().isEmpty()) {
            // what its headers say changes nothing
        }
        return Integer.parseInt(status.group(1));
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = talk.hear(); next != '\n'; next = talk.hear()) {
            line.append((char) next);
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return line.toString();
    }

    /// Whoever knows no CONNECT serves pages.
    private static ProxyException refusal(int status) {
        var kind =
                switch (status) {
                    case PASSWORD_REQUIRED -> Kind.PROXY_REFUSED;
                    case 400, 405, 501 -> Kind.NOT_A_PROXY;
                    default -> Kind.PROXY_CANNOT_CONNECT;
                };
        return new ProxyException(kind, "HTTP status " + status);
    }

    private static void expect(boolean isRight) throws ProxyException {
        if (!isRight) {
            throw new ProxyException(Kind.NOT_A_PROXY, "no HTTP");
        }
    }
}
