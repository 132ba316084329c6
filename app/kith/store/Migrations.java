package kith.store;

import org.h2.api.ErrorCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Brings a history's schema up to date, step by step.
///
/// H2 commits each `CREATE` and `ALTER` at once, so a step that breaks off can't be rolled back.
/// Therefore the steps run on a copy, which takes the file's place when it is whole; what was there
/// stays as a backup, `history.v<number>.mv.db`, named by the step it had reached.
///
/// Which steps a file has had stands in its table `schema_version`.
final class Migrations {

    private static final String HOLDS =
            """
            SELECT 1 FROM INFORMATION_SCHEMA.TABLES
            WHERE TABLE_SCHEMA = 'PUBLIC' AND ROW_COUNT_ESTIMATE > 0 FETCH FIRST ROW ONLY
            """;

    private static final String APPLIED = "SELECT checksum FROM schema_version ORDER BY number";

    private static final String CREATE_VERSION =
            """
            CREATE TABLE IF NOT EXISTS schema_version (
                number INTEGER PRIMARY KEY,
                name VARCHAR NOT NULL,
                checksum VARCHAR NOT NULL,
                at TIMESTAMP(3) WITH TIME ZONE NOT NULL)
            """;

    private static final String ADD_VERSION = "INSERT INTO schema_version VALUES (?, ?, ?, ?)";

    private static final StandardCopyOption[] COPY = {
        StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES
    };

    private final List<Migration> steps;

    Migrations(List<Migration> steps) {
        this.steps = List.copyOf(steps);
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).number() != i + 1) {
                throw new StoreException(
                        StoreException.Kind.SCHEMA, "schema files are not numbered without gaps");
            }
        }
    }

    /// Those of this Kith.
    static Migrations shipped() {
        return new Migrations(Migration.shipped());
    }

    /// Opens a file at the newest step.
    ///
    /// @throws StoreException where it can't be opened or is of a newer Kith
    Connection open(HistoryFile file, InstantSource clock) {
        var connection = file.connect();
        boolean isReady = false;
        try {
            int reached = reached(connection);
            if (reached == 0) {
                create(connection, clock);
            } else if (reached < steps.size()) {
                shutDown(connection);
                migrateCopy(file, reached, clock);
                connection = file.connect();
            }
            isReady = true;
            return connection;
        } catch (SQLException failure) {
            throw StoreException.of(failure);
        } catch (IOException failure) {
            throw new StoreException(StoreException.Kind.DISK, failure);
        } finally {
            if (!isReady) {
                abandon(connection);
            }
        }
    }

    /// Makes the tables in an empty database, or in one where that broke off: the steps it has had
    /// are written last, so before that it holds nothing.
    void create(Connection connection, InstantSource clock) {
        try (var statement = connection.createStatement()) {
            statement.execute("DROP ALL OBJECTS");
            run(connection, 0, clock);
        } catch (SQLException failure) {
            throw StoreException.of(failure);
        }
    }

    private void migrateCopy(HistoryFile file, int reached, InstantSource clock)
            throws SQLException, IOException {
        var copy = file.beside("migrating");
        try {
            Files.copy(file.path(), file.beside("v" + reached).path(), COPY);
            Files.copy(file.path(), copy.path(), COPY);
            try (var connection = copy.connect()) {
                run(connection, reached, clock);
                shutDown(connection);
            }
            Files.move(copy.path(), file.path(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(copy.path());
        }
    }

    private void run(Connection connection, int reached, InstantSource clock) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(CREATE_VERSION);
            var coming = steps.subList(reached, steps.size());
            for (var step : coming) {
                statement.execute(step.sql());
            }
            try (var version = connection.prepareStatement(ADD_VERSION)) {
                for (var step : coming) {
                    Parameters.bind(
                            version, step.number(), step.name(), step.checksum(), clock.instant());
                    version.executeUpdate();
                }
            }
            connection.commit();
            Checkpoint.force(connection);
        }
    }

    private static void shutDown(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    /// How many steps a database has had.
    private int reached(Connection connection) throws SQLException {
        var had = applied(connection);
        if (had.size() > steps.size()) {
            throw new StoreException(StoreException.Kind.NEWER);
        }
        for (int i = 0; i < had.size(); i++) {
            if (!had.get(i).equals(steps.get(i).checksum())) {
                throw new StoreException(
                        StoreException.Kind.SCHEMA,
                        "The history was made with another " + steps.get(i).name());
            }
        }
        return had.size();
    }

    private static List<String> applied(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(APPLIED)) {
            var checksums = new ArrayList<String>();
            while (rows.next()) {
                checksums.add(rows.getString(1));
            }
            return checksums;
        } catch (SQLException failure) {
            return switch (failure.getErrorCode()) {
                case ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
                        ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
                        ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1 ->
                        nothing(connection);
                default -> throw failure;
            };
        }
    }

    /// No steps, in a database that holds nothing. In one that holds something their table is lost.
    private static List<String> nothing(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(HOLDS)) {
            if (rows.next()) {
                throw new StoreException(StoreException.Kind.DAMAGED);
            }
            return List.of();
        }
    }

    /// Lets go of a file that can't be used, without writing to it.
    private static void abandon(Connection connection) {
        try (connection;
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException alreadyFailing) {
            // what made us give up is on its way to the caller and says more
        }
    }
}
