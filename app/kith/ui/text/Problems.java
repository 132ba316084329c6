package kith.ui.text;

import kith.model.ConnectionProblem;
import kith.model.ServerAddress;

import org.jxmpp.jid.EntityBareJid;

/// The sentences that say why an account is not connected.
///
/// Where a host was given by hand, it is the one that is named: a slip in it must not put the blame
/// on the account's domain.
public final class Problems {

    private final Texts texts;

    public Problems(Texts texts) {
        this.texts = texts;
    }

    /// What happened, in one sentence that names the server or the account.
    ///
    /// @param tried where the server was looked for
    public String what(ConnectionProblem.Kind kind, EntityBareJid account, ServerAddress tried) {
        var domain = account.getDomain().toString();
        var server = server(domain, tried);
        return switch (kind) {
            case WRONG_PASSWORD -> texts.say("problem.wrongPassword", domain);
            case NO_PASSWORD -> texts.say("problem.noPassword", account);
            case UNKNOWN_HOST -> texts.say("problem.unknownHost", server);
            case UNREACHABLE -> texts.say("problem.unreachable", server);
            case NOT_THIS_DOMAIN ->
                    isGiven(tried)
                            ? texts.say("problem.notThisDomain.given", server, domain)
                            : texts.say("problem.notThisDomain", domain);
            case NO_TLS -> texts.say("problem.noTls", server);
            case CERTIFICATE_EXPIRED -> texts.say("problem.certificateExpired", server);
            case CERTIFICATE_NOT_YET_VALID -> texts.say("problem.certificateNotYetValid", server);
            case CERTIFICATE_FOR_OTHER_NAME ->
                    isGiven(tried)
                            ? texts.say("problem.certificateForOtherName.given", server, domain)
                            : texts.say("problem.certificateForOtherName", domain);
            case CERTIFICATE_NOT_TRUSTED -> texts.say("problem.certificateNotTrusted", server);
            case BAD_CERTIFICATE -> texts.say("problem.badCertificate", server);
            case NO_COMMON_MECHANISM -> texts.say("problem.noCommonMechanism", server);
            case SERVER_NOT_AUTHENTIC -> texts.say("problem.serverNotAuthentic", server);
            case TIMED_OUT -> texts.say("problem.timedOut", server);
            case CONNECTION_LOST -> texts.say("problem.connectionLost", server);
            case SERVER_SHUTDOWN -> texts.say("problem.serverShutdown", server);
            case REPLACED -> texts.say("problem.replaced", account);
            case POLICY_VIOLATION -> texts.say("problem.policyViolation", server);
            case NOT_READ -> texts.say("problem.notRead", server);
            case NOT_KEPT -> texts.say("problem.notKept", server);
            case PROTOCOL_ERROR -> texts.say("problem.protocolError", server);
            case PROXY_UNREACHABLE -> texts.say("problem.proxyUnreachable", account);
            case PROXY_REFUSED -> texts.say("problem.proxyRefused", account);
            case PROXY_CANNOT_CONNECT -> texts.say("problem.proxyCannotConnect", account, server);
            case NOT_A_PROXY -> texts.say("problem.notAProxy", account);
        };
    }

    /// What happened, and in a second sentence what to do about it.
    ///
    /// @param tried where the server was looked for
    public String whatAndHow(
            ConnectionProblem.Kind kind, EntityBareJid account, ServerAddress tried) {
        return texts.say("problem.whatAndHow", what(kind, account, tried), how(kind, tried));
    }

    private String how(ConnectionProblem.Kind kind, ServerAddress tried) {
        return switch (kind) {
            case WRONG_PASSWORD -> texts.say("problem.wrongPassword.how");
            case NO_PASSWORD -> texts.say("problem.noPassword.how");
            case UNKNOWN_HOST,
                    UNREACHABLE,
                    NOT_THIS_DOMAIN,
                    TIMED_OUT,
                    PROTOCOL_ERROR,
                    PROXY_CANNOT_CONNECT ->
                    isGiven(tried)
                            ? texts.say("problem.how.given")
                            : texts.say("problem.how.address");
            case NO_TLS ->
                    isGiven(tried)
                            ? texts.say("problem.how.given")
                            : texts.say("problem.how.provider");
            case CERTIFICATE_EXPIRED -> texts.say("problem.certificateExpired.how");
            case CERTIFICATE_NOT_YET_VALID -> texts.say("problem.certificateNotYetValid.how");
            case CERTIFICATE_FOR_OTHER_NAME ->
                    isGiven(tried)
                            ? texts.say("problem.how.given")
                            : texts.say("problem.how.falseServer");
            case CERTIFICATE_NOT_TRUSTED, SERVER_NOT_AUTHENTIC ->
                    texts.say("problem.how.falseServer");
            case BAD_CERTIFICATE, NO_COMMON_MECHANISM -> texts.say("problem.how.provider");
            case CONNECTION_LOST -> texts.say("problem.connectionLost.how");
            case SERVER_SHUTDOWN -> texts.say("problem.serverShutdown.how");
            case REPLACED -> texts.say("problem.replaced.how");
            case POLICY_VIOLATION -> texts.say("problem.policyViolation.how");
            case NOT_READ -> texts.say("problem.notRead.how");
            case NOT_KEPT -> texts.say("problem.notKept.how");
            case PROXY_UNREACHABLE -> texts.say("problem.proxyUnreachable.how");
            case PROXY_REFUSED -> texts.say("problem.proxyRefused.how");
            case NOT_A_PROXY -> texts.say("problem.notAProxy.how");
        };
    }

    private static String server(String domain, ServerAddress tried) {
        return switch (tried) {
            case ServerAddress.ByDomain byDomain -> domain;
            case ServerAddress.Given given -> given.host();
        };
    }

    private static boolean isGiven(ServerAddress tried) {
        return tried instanceof ServerAddress.Given;
    }
}
