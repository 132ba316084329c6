package kith.lab;

import java.io.IOException;

/// What a [ScriptedServer] does on one connection, step by step: 'expect this, reply that'.
///
/// Plays on the connection's own thread. When it is through, the connection goes on answering by
/// default until the client leaves. Scripts for the usual beginnings are made here; others are
/// lambdas.
@FunctionalInterface
public interface Script {

    /// Goes through the steps.
    ///
    /// @throws IOException if the client leaves early, which is no failure of the script
    void play(ScriptedConnection connection) throws IOException;

    /// This script, and then another.
    default Script then(Script next) {
        return connection -> {
            play(connection);
            next.play(connection);
        };
    }

    /// Brings a client by STARTTLS and SCRAM-SHA-1 to a session with a resource, as a good server.
    static Script signIn(LabAccount account) {
        return connection -> {
            connection.startTls();
            connection.authenticate(account);
            connection.bind(account);
        };
    }

    /// Lets a client in that comes back, and resumes its session (XEP-0198 §5).
    static Script resume(LabAccount account) {
        return connection -> {
            connection.startTls();
            connection.authenticate(account);
            connection.offerSession();
            connection
                    .expect("/resume")
                    .reply("<resumed xmlns='urn:xmpp:sm:3' previd='{previd}' h='{h}'/>");
        };
    }

    /// Lets a client in that comes back, refuses to resume its session, and gives it a new one.
    static Script refuseResumption(LabAccount account) {
        return refuseResumption(account, "h='{h}'");
    }

    /// The same, and says of what the last session has brought what it likes.
    ///
    /// @param handled the attribute that says it; no characters for none
    static Script refuseResumption(LabAccount account, String handled) {
        return connection -> {
            connection.startTls();
            connection.authenticate(account);
            connection.offerSession();
            connection.expect("/resume").reply(noSuchSession(handled));
            connection.awaitBind(account);
        };
    }

    /// Gives a client a new session that may come back for its old one, and may not.
    static Script beginAnew(LabAccount account) {
        return connection -> {
            connection.whenever("/resume", noSuchSession("h='{h}'"));
            signIn(account).play(connection);
        };
    }

    private static String noSuchSession(String handled) {
        return """
               <failed xmlns='urn:xmpp:sm:3' %s><item-not-found \
               xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>\
               """
                .formatted(handled);
    }

    /// Offers no TLS.
    static Script withoutTls() {
        return connection -> connection.openStream(Sasl.mechanisms("PLAIN"));
    }

    /// Offers TLS, and then refuses it (RFC 6120 §5.4.2.2).
    static Script refuseTls() {
        return connection -> {
            connection.openStream("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
            connection
                    .expect("/starttls")
                    .reply("<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
            connection.closeStream();
        };
    }

    /// Refuses whoever wants to sign in.
    ///
    /// @param condition of RFC 6120 §6.5, such as `not-authorized`
    static Script refuseSignIn(String condition) {
        return connection -> {
            connection.startTls();
            connection.openStream(Sasl.mechanisms("SCRAM-SHA-1", "PLAIN"));
            connection.expect("/auth").reply(Sasl.failure(condition));
        };
    }

    /// Answers the opening of the stream by an error.
    ///
    /// @param condition of RFC 6120 §4.9.3, such as `host-unknown`
    static Script streamError(String condition) {
        return connection -> {
            connection.openStream("");
            connection.streamError(condition);
        };
    }

    /// Accepts the connection and never says a word.
    static Script silence() {
        return ScriptedConnection::listen;
    }
}
