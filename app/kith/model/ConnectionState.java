package kith.model;

import org.jxmpp.jid.EntityFullJid;

import java.time.Instant;

/// What an account's connection is doing.
public sealed interface ConnectionState {

    /// Not connected and not trying, because nobody asked.
    record Offline() implements ConnectionState {}

    /// On the way: finding the server, TLS, signing in.
    record Connecting() implements ConnectionState {}

    /// Signed in.
    ///
    /// @param address with the resource that the server bound
    /// @param resumed whether the server still had the last session (XEP-0198 §5); where not,
    ///   presence, rooms and everything else the server knew of it are gone
    record Online(EntityFullJid address, boolean resumed) implements ConnectionState {}

    /// Failed or lost, and will be tried again by itself.
    ///
    /// @param retryAt when
    record Waiting(ConnectionProblem problem, Instant retryAt) implements ConnectionState {}

    /// Failed such that only the user can mend it; not tried again by itself.
    record Stopped(ConnectionProblem problem) implements ConnectionState {}

    default boolean isOnline() {
        return this instanceof Online;
    }
}
