package kith.xmpp.link;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import kith.model.ConnectionProblem.Kind;
import kith.model.ProxyAccess;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Inet4Address;

/// The client's side of SOCKS 5 (RFC 1928), with a user name and password where there is one (RFC
/// 1929). Names are looked up by the proxy.
final class Socks5 {

    private static final int VERSION = 5;
    private static final int NO_PASSWORD = 0;
    private static final int PASSWORD = 2;
    private static final int NONE_OF_THESE = 0xff;
    private static final int PASSWORD_VERSION = 1;
    private static final int CONNECT = 1;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;
    private static final int LONGEST = 255;
    private static final int PORT_BYTES = 2;

    private final ProxyTalk talk;
    private final ProxyAccess access;

    Socks5(ProxyTalk talk, ProxyAccess access) {
        this.talk = talk;
        this.access = access;
    }

    /// Asks the proxy for a connection.
    ///
    /// @throws ProxyException where it refuses, or is none
    void connect(ProxyTarget target) throws IOException {
        agreeOnMethod();
        talk.say(request(target));
        expect(talk.hear() == VERSION, "no SOCKS 5");
        int reply = talk.hear();
        if (reply != 0) {
            throw new ProxyException(Kind.PROXY_CANNOT_CONNECT, reason(reply));
        }
        talk.hear(); // reserved
        int kind = talk.hear();
        int length =
                switch (kind) {
                    case IPV4 -> 4;
                    case IPV6 -> 16;
                    case NAME -> talk.hear();
                    default -> throw new ProxyException(Kind.NOT_A_PROXY, "address " + kind);
                };
        talk.skip(length + PORT_BYTES);
    }

    private void agreeOnMethod() throws IOException {
        boolean hasUser = access.proxy().user().isPresent();
        talk.say(
                hasUser
                        ? new byte[] {VERSION, 2, NO_PASSWORD, PASSWORD}
                        : new byte[] {VERSION, 1, NO_PASSWORD});
        expect(talk.hear() == VERSION, "no SOCKS 5");
        int method = talk.hear();
        if (method == NONE_OF_THESE) {
            throw refused(hasUser ? "no method of signing in is taken" : "it asks for a password");
        }
        expect(method == NO_PASSWORD || (hasUser && method == PASSWORD), "method " + method);
        if (method == PASSWORD) {
            signIn();
        }
    }

    private void signIn() throws IOException {
        var user = access.proxy().user().orElse("").getBytes(UTF_8);
        var password = access.password().getBytes(UTF_8);
        if (user.length > LONGEST || password.length > LONGEST) {
            throw refused("longer than 255 bytes");
        }
        var words = new ByteArrayOutputStream();
        words.write(PASSWORD_VERSION);
        words.write(user.length);
        words.writeBytes(user);
        words.write(password.length);
        words.writeBytes(password);
        talk.say(words.toByteArray());
        talk.hear(); // the version, which some get wrong
        int status = talk.hear();
        if (status != 0) {
            throw refused("status " + status);
        }
    }

    private static byte[] request(ProxyTarget target) {
        var words = new ByteArrayOutputStream();
        words.write(VERSION);
        words.write(CONNECT);
        words.write(0); // reserved
        target.literal()
                .ifPresentOrElse(
                        address -> {
                            words.write(address instanceof Inet4Address ? IPV4 : IPV6);
                            words.writeBytes(address.getAddress());
                        },
                        () -> {
                            words.write(NAME);
                            words.write(target.host().length());
                            words.writeBytes(target.host().getBytes(US_ASCII));
                        });
        words.write(target.port() >> 8);
        words.write(target.port());
        return words.toByteArray();
    }

    private static void expect(boolean isRight, String otherwise) throws ProxyException {
        if (!isRight) {
            throw new ProxyException(Kind.NOT_A_PROXY, otherwise);
        }
    }

    private static ProxyException refused(String why) {
        return new ProxyException(Kind.PROXY_REFUSED, why);
    }

    /// RFC 1928 §6.
    private static String reason(int reply) {
        return switch (reply) {
            case 2 -> "not allowed";
            case 3 -> "network unreachable";
            case 4 -> "host unreachable";
            case 5 -> "connection refused";
            case 6 -> "TTL expired";
            default -> "reply " + reply;
        };
    }
}
