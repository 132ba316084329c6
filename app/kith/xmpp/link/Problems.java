package kith.xmpp.link;

import kith.model.ConnectionProblem;
import kith.model.ConnectionProblem.Kind;
import kith.xmpp.JournalException;

import org.jivesoftware.smack.SmackException.NoResponseException;
import org.jivesoftware.smack.SmackException.SecurityRequiredException;
import org.jivesoftware.smack.SmackException.SmackMessageException;
import org.jivesoftware.smack.SmackException.SmackSaslException;
import org.jivesoftware.smack.XMPPException.FailedNonzaException;
import org.jivesoftware.smack.XMPPException.StreamErrorException;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.StreamError;
import org.jivesoftware.smack.sasl.SASLErrorException;
import org.jivesoftware.smack.xml.XmlPullParserException;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXReason;
import java.util.Optional;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

/// What a failure of Smack's means to the user.
final class Problems {

    private Problems() {}

    /// Why connecting or signing in failed.
    static ConnectionProblem signingIn(Throwable failure) {
        return proxy(failure)
                .or(() -> certificate(failure))
                .or(() -> known(failure))
                .orElseGet(() -> lost(failure));
    }

    private static Optional<ConnectionProblem> proxy(Throwable failure) {
        return causes(failure)
                .filter(ProxyException.class::isInstance)
                .map(ProxyException.class::cast)
                .findFirst()
                .map(it -> new ConnectionProblem(it.kind(), String.valueOf(it.getMessage())));
    }

    /// Why a connection that was there is there no more.
    static ConnectionProblem losing(Throwable failure) {
        return blaming(failure)
                .or(() -> known(failure).filter(it -> it.kind() != Kind.PROTOCOL_ERROR))
                .orElseGet(() -> lost(failure)); // XML that breaks off is a line that breaks
    }

    /// Once a session is there, a server that can't read us means what we sent, or what came of it
    /// where the line broke.
    private static Optional<ConnectionProblem> blaming(Throwable failure) {
        return causes(failure)
                .filter(StreamErrorException.class::isInstance)
                .map(each -> stream(((StreamErrorException) each).getStreamError()))
                .filter(kind -> kind == Kind.PROTOCOL_ERROR)
                .findFirst()
                .map(_ -> new ConnectionProblem(Kind.NOT_READ, detail(failure)));
    }

    private static Optional<ConnectionProblem> known(Throwable failure) {
        return causes(failure)
                .flatMap(each -> kind(each).stream())
                .findFirst()
                .map(kind -> new ConnectionProblem(kind, detail(failure)));
    }

    private static Optional<Kind> kind(Throwable failure) {
        return switch (failure) {
            case JournalException full -> Optional.of(Kind.NOT_KEPT);
            case StreamErrorException stream -> Optional.of(stream(stream.getStreamError()));
            case SASLErrorException sasl -> Optional.of(sasl(sasl));
            case ServerNotAuthenticException forged -> Optional.of(Kind.SERVER_NOT_AUTHENTIC);
            case SmackSaslException none -> Optional.of(Kind.NO_COMMON_MECHANISM);
            case SecurityRequiredException plain -> Optional.of(Kind.NO_TLS);
            case NoResponseException silent -> Optional.of(Kind.TIMED_OUT);
            case SocketTimeoutException silent -> Optional.of(Kind.TIMED_OUT);
            case ConnectException unreached -> Optional.of(Kind.UNREACHABLE);
            case IllegalArgumentException noName -> Optional.of(Kind.UNKNOWN_HOST); // nor can be
            case UnknownHostException unknown -> Optional.of(Kind.UNKNOWN_HOST);
            case XMPPErrorException refused -> Optional.of(Kind.POLICY_VIOLATION); // no resource
            case FailedNonzaException refused -> Optional.of(Kind.PROTOCOL_ERROR);
            case SmackMessageException it when it.toString().contains("TLS negotiation") ->
                    Optional.of(Kind.NO_TLS); // Smack has no type for it
            case SSLException handshake -> Optional.of(Kind.NO_TLS);
            case XmlPullParserException noXml -> Optional.of(Kind.PROTOCOL_ERROR);
            default -> Optional.empty();
        };
    }

    private static Kind stream(StreamError error) {
        return switch (error.getCondition()) {
            case conflict -> Kind.REPLACED;
            case system_shutdown -> Kind.SERVER_SHUTDOWN;
            case host_unknown, host_gone -> Kind.NOT_THIS_DOMAIN;
            case policy_violation, resource_constraint -> Kind.POLICY_VIOLATION;
            case bad_format,
                    bad_namespace_prefix,
                    invalid_from,
                    invalid_namespace,
                    invalid_xml,
                    not_well_formed,
                    restricted_xml,
                    unsupported_encoding,
                    unsupported_feature,
                    unsupported_stanza_type,
                    unsupported_version ->
                    Kind.PROTOCOL_ERROR;
            case connection_timeout,
                    improper_addressing,
                    internal_server_error,
                    not_authorized,
                    remote_connection_failed,
                    reset,
                    see_other_host,
                    undefined_condition ->
                    Kind.CONNECTION_LOST;
        };
    }

    private static Kind sasl(SASLErrorException failure) {
        var error = failure.getSASLFailure().getSASLError();
        if (error == null) {
            return Kind.WRONG_PASSWORD; // a condition nobody knows; the server said no
        }
        return switch (error) {
            case not_authorized, account_disabled, credentials_expired, invalid_authzid ->
                    Kind.WRONG_PASSWORD;
            case encryption_required, invalid_mechanism, mechanism_too_weak ->
                    Kind.NO_COMMON_MECHANISM;
            case aborted, incorrect_encoding, malformed_request -> Kind.PROTOCOL_ERROR;
            case temporary_auth_failure -> Kind.CONNECTION_LOST;
        };
    }

    private static Optional<ConnectionProblem> certificate(Throwable failure) {
        return causes(failure)
                .filter(CertificateException.class::isInstance)
                .findFirst()
                .map(
                        each ->
                                new ConnectionProblem(
                                        flaw(failure), String.valueOf(each.getMessage())));
    }

    private static Kind flaw(Throwable failure) {
        // Smack compares the name itself, when the handshake is over
        boolean isOfHandshake = causes(failure).anyMatch(SSLException.class::isInstance);
        return isOfHandshake
                ? causes(failure)
                        .flatMap(each -> flawOfHandshake(each).stream())
                        .findFirst()
                        .orElse(Kind.BAD_CERTIFICATE)
                : Kind.CERTIFICATE_FOR_OTHER_NAME;
    }

    private static Optional<Kind> flawOfHandshake(Throwable failure) {
        return switch (failure) {
            case CertificateExpiredException expired -> Optional.of(Kind.CERTIFICATE_EXPIRED);
            case CertificateNotYetValidException early ->
                    Optional.of(Kind.CERTIFICATE_NOT_YET_VALID);
            case CertPathBuilderException nobody -> Optional.of(Kind.CERTIFICATE_NOT_TRUSTED);
            case CertPathValidatorException it when it.getReason() == PKIXReason.NO_TRUST_ANCHOR ->
                    Optional.of(Kind.CERTIFICATE_NOT_TRUSTED);
            default -> Optional.empty();
        };
    }

    private static ConnectionProblem lost(Throwable failure) {
        return new ConnectionProblem(Kind.CONNECTION_LOST, detail(failure));
    }

    private static String detail(Throwable failure) {
        return causes(failure).reduce((outer, inner) -> inner).orElse(failure).toString();
    }

    /// A failure with all that caused it, the outermost first.
    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause).limit(20);
    }
}
