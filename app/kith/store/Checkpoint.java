package kith.store;

import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.MVStoreException;

import java.sql.Connection;
import java.sql.SQLException;

/// Brings to the disk what a connection has committed.
///
/// `CHECKPOINT SYNC` doesn't always: where H2's own writer took up the changes just before, it
/// writes them on threads of its own, and the statement finds nothing left to write and waits for
/// none of them. A process that was killed then had acted on rows that were not there afterwards.
final class Checkpoint {

    private Checkpoint() {}

    /// Returns when it is there. Blocks for as long as the disk takes.
    static void force(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        var file = session.getDatabase().getStore().getMvStore();
        if (!file.isPersistent()) {
            return;
        }
        try {
            file.executeFilestoreOperation(file::sync); // after all that H2 is writing
        } catch (MVStoreException failure) {
            throw DbException.toSQLException(failure);
        }
    }
}
