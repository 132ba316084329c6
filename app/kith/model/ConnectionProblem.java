package kith.model;

/// Why an account is not connected.
///
/// @param detail what the server or the system said, for the log and "Details"; may be empty
public record ConnectionProblem(Kind kind, String detail) {

    /// Each kind has sentences of its own for the user, `problem.<kind>` in the texts.
    public enum Kind {
        /// The server refused the password (RFC 6120 §6.5.10), or the account is disabled.
        WRONG_PASSWORD(false),
        /// No password is known; the user has to give it.
        NO_PASSWORD(false),
        /// The server's name is not known to DNS.
        UNKNOWN_HOST(true),
        /// Nobody listens there, or the network is unreachable.
        UNREACHABLE(true),
        /// The server is there but doesn't serve this domain (RFC 6120 §4.9.3.6).
        NOT_THIS_DOMAIN(false),
        /// The server offers no encryption; nothing was sent to it.
        NO_TLS(false),
        /// The certificate was good until lately, or our clock is ahead.
        CERTIFICATE_EXPIRED(false),
        /// The certificate will be good later, or our clock is behind.
        CERTIFICATE_NOT_YET_VALID(false),
        /// The certificate is for other names than the account's domain (RFC 6125).
        CERTIFICATE_FOR_OTHER_NAME(false),
        /// Nobody we trust vouches for the certificate.
        CERTIFICATE_NOT_TRUSTED(false),
        /// The certificate can't be used for another reason.
        BAD_CERTIFICATE(false),
        /// No way of signing in that both sides know.
        NO_COMMON_MECHANISM(false),
        /// The server did not prove that it knows the password (RFC 5802 §5).
        SERVER_NOT_AUTHENTIC(false),
        /// No answer in time.
        TIMED_OUT(true),
        /// It was there and went away.
        CONNECTION_LOST(true),
        /// The server said that it goes down (RFC 6120 §4.9.3.20).
        SERVER_SHUTDOWN(true),
        /// Another client took our resource (RFC 6120 §4.9.3.3).
        REPLACED(false),
        /// The server closed the stream for what we did or sent (RFC 6120 §4.9.3.14, §4.9.3.13).
        POLICY_VIOLATION(true),
        /// The server could not read what we sent, or what a line that broke has made of it.
        NOT_READ(true),
        /// What came in could not be written to the disk.
        NOT_KEPT(true),
        /// What was received is no XMPP.
        PROTOCOL_ERROR(true),
        /// The account's proxy is not there, or says nothing.
        PROXY_UNREACHABLE(true),
        /// The proxy refused the user name and password, or wants some (RFC 1929 §2, RFC 9110
        /// §15.5.8).
        PROXY_REFUSED(false),
        /// The proxy doesn't reach the server, or may not (RFC 1928 §6).
        PROXY_CANNOT_CONNECT(true),
        /// What answers where the proxy should be is none of that kind.
        NOT_A_PROXY(false);

        private final boolean passing;

        Kind(boolean passing) {
            this.passing = passing;
        }

        /// Whether it may happen again for what we sent.
        public boolean blamesUs() {
            return this == POLICY_VIOLATION || this == NOT_READ;
        }

        /// Whether trying again may help without the user doing anything.
        public boolean isPassing() {
            return passing;
        }
    }
}
