package kith.xmpp.link;

import org.jivesoftware.smack.SmackException.SmackSaslException;

/// The server did not prove that it knows the password, or broke the rules of the proof (RFC 5802
/// §5).
final class ServerNotAuthenticException extends SmackSaslException {

    private static final long serialVersionUID = 1L;

    ServerNotAuthenticException(String message) {
        super(message);
    }
}
