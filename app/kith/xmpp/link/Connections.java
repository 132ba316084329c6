package kith.xmpp.link;

import kith.model.ConnectionProblem;

import java.util.Optional;
import java.util.concurrent.Executor;

/// The connections of an account: the newest, with which a session may go on, and that which is up
/// now. Any thread.
final class Connections {

    private final Executor io;
    private volatile Optional<SmackConnection> newest = Optional.empty();
    private volatile Optional<SmackConnection> online = Optional.empty();

    /// @param io for what blocks
    Connections(Executor io) {
        this.io = io;
    }

    void made(SmackConnection connection) {
        newest = Optional.of(connection);
    }

    void up(SmackConnection connection) {
        online = Optional.of(connection);
    }

    void down() {
        online = Optional.empty();
    }

    /// The last that was made.
    Optional<SmackConnection> newest() {
        return newest;
    }

    boolean isNewest(SmackConnection connection) {
        return newest.filter(connection::equals).isPresent();
    }

    Optional<SmackConnection> online() {
        return online;
    }

    /// Whether the server says which messages it has (XEP-0198).
    boolean isAcknowledging() {
        return online.filter(SmackConnection::isSmEnabled).isPresent();
    }

    /// Ends the session: the next connection is to begin another.
    void giveUp(ConnectionProblem reason) {
        online.ifPresentOrElse(
                connection -> giveUp(connection, reason),
                () -> newest.ifPresent(SmackConnection::forget));
    }

    void giveUp(SmackConnection connection, ConnectionProblem reason) {
        io.execute(() -> connection.giveUp(reason));
    }
}
