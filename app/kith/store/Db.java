package kith.store;

import kith.base.BatchLane;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// The database of one profile, as the stores use it: one connection, one transaction per batch of
/// the core lane.
///
/// The first statement of a batch begins the transaction, the end of the batch commits it and
/// forces it to the disk, and then runs what waited for that. Opened anywhere; everything else on
/// the core lane only.
///
/// Values are bound, never glued in: see [Parameters] for what may be passed.
public final class Db implements AutoCloseable {

    private final Supplier<Connection> connector;
    private final BatchLane core;
    private final InstantSource clock;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final AfterCommit afterCommit;
    private Runnable whenLost = () -> {};
    private Connection connection;
    private boolean inBatch;
    private boolean hasWritten;
    private Optional<Instant> heard = Optional.empty();
    private boolean isClosed;
    private @Nullable StoreException lost;

    private Db(
            Supplier<Connection> connector,
            Connection connection,
            BatchLane core,
            InstantSource clock) {
        this.connector = connector;
        this.connection = connection;
        this.core = core;
        this.clock = clock;
        this.afterCommit = new AfterCommit(core);
    }

    /// Opens the history in a folder, makes it where there is none, and brings its schema up to
    /// date. Blocks; any thread.
    ///
    /// @throws StoreException where another process has it, it is damaged or newer than this Kith,
    ///   or can't be written
    public static Db open(Path folder, BatchLane core, InstantSource clock) {
        return open(HistoryFile.in(folder), core, clock);
    }

    static Db open(HistoryFile file, BatchLane core, InstantSource clock) {
        return new Db(file::connect, Migrations.shipped().open(file, clock), core, clock);
    }

    /// A history that is gone when it is closed, for tests and the gallery.
    public static Db inMemory(BatchLane core, InstantSource clock) {
        var connection = HistoryFile.connectInMemory();
        Migrations.shipped().create(connection, clock);
        return new Db(HistoryFile::connectInMemory, connection, core, clock);
    }

    /// The rows that a query finds, in its order.
    ///
    /// @return immutable
    public <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        begin();
        try (var rows = prepare(sql, parameters).executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(map(mapper, rows));
            }
            return List.copyOf(found);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /// The first row that a query finds.
    public <T> Optional<T> find(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        begin();
        try (var rows = prepare(sql, parameters).executeQuery()) {
            return rows.next() ? Optional.of(map(mapper, rows)) : Optional.empty();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /// What was stored made sense once.
    @SuppressWarnings("CatchingUnchecked") // whatever a mapper makes of what makes none
    private static <T> T map(RowMapper<T> mapper, ResultSet row) throws SQLException {
        try {
            return mapper.map(row);
        } catch (StoreException known) {
            throw known;
        } catch (RuntimeException nonsense) {
            throw new StoreException(StoreException.Kind.DAMAGED, nonsense);
        }
    }

    /// Changes rows.
    ///
    /// @return how many
    public int update(String sql, @Nullable Object... parameters) {
        begin();
        hasWritten = true;
        try {
            return prepare(sql, parameters).executeUpdate();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /// Adds one row.
    ///
    /// @return the key that the database gave it
    public long insert(String sql, @Nullable Object... parameters) {
        begin();
        hasWritten = true;
        try {
            var statement = prepare(sql, Statement.RETURN_GENERATED_KEYS, parameters);
            statement.executeUpdate();
            try (var keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /// Does all of the work or nothing of it: where it throws, its rows and what it wanted to run
    /// after the commit are taken back, and the rest of the batch stays. Once done, it is durable
    /// with the batch, not before.
    public <T> T atomically(Supplier<T> work) {
        begin();
        int waiting = afterCommit.size();
        try {
            var before = connection.setSavepoint();
            boolean isDone = false;
            try {
                T result = work.get();
                isDone = true;
                return result;
            } finally {
                if (!isDone) {
                    afterCommit.takeBack(waiting);
                    if (lost == null) {
                        connection.rollback(before);
                    }
                }
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /// As the other, for work that has no result.
    public void atomically(Runnable work) {
        atomically(
                () -> {
                    work.run();
                    return work;
                });
    }

    /// Runs the work once everything that this batch has written is safe on the disk, or never:
    /// what was not committed must not be acted on, and once it is closed nothing will be.
    public void afterCommit(Runnable work) {
        if (isClosed) {
            return;
        }
        begin();
        afterCommit.add(work);
    }

    /// Whether what this batch has written will be there after a restart.
    ///
    /// @return completes on the core lane once it is safe on the disk; fails with a
    ///   [StoreException] where it could not be brought there, and is cancelled where whoever wrote
    ///   it has taken it back ([#atomically])
    public CompletionStage<Void> committed() {
        begin();
        return afterCommit.outcome();
    }

    /// Sets what runs right after a batch that could not be committed, before any other work:
    /// whatever was done in that one beside the database is ahead of it.
    public void whenLost(Runnable listener) {
        whenLost = listener;
    }

    /// Commits what is open and closes the file. Blocks for as long as the disk takes. Closing
    /// twice does nothing more.
    @Override
    public void close() {
        core.check();
        if (isClosed) {
            return;
        }
        endBatch();
        isClosed = true;
        if (lost != null) {
            return; // closed long since
        }
        try (var closing = connection;
                var shutdown = closing.createStatement()) {
            shutdown.execute("SHUTDOWN");
        } catch (SQLException failure) {
            throw StoreException.of(failure);
        }
    }

    /// Does what was heard at another time than now, as what is taken from the journal.
    public void asHeard(Instant at, Runnable work) {
        core.check();
        heard = Optional.of(at);
        try {
            work.run();
        } finally {
            heard = Optional.empty();
        }
    }

    /// When what is being taken in was heard: now, if nobody says otherwise ([#asHeard]).
    Instant heardAt() {
        return heard.map(at -> at.truncatedTo(ChronoUnit.MILLIS)).orElseGet(this::now);
    }

    /// Now by the profile's clock, to the millisecond, as times are stored.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void begin() {
        core.check();
        if (isClosed) {
            throw new IllegalStateException("closed");
        }
        if (lost != null && inBatch) {
            throw lost;
        }
        if (!inBatch) {
            reconnectIfLost();
            inBatch = true;
            core.atBatchEnd(this::endBatch);
        }
    }

    /// H2 closes a database that it could not write. There may be space again.
    private void reconnectIfLost() {
        if (lost != null) {
            connection = connector.get();
            lost = null;
        }
    }

    private void endBatch() {
        if (!inBatch) {
            return; // closed in the meantime
        }
        inBatch = false;
        boolean mustForce = hasWritten;
        hasWritten = false;
        if (lost != null) {
            tellLost(lost);
            throw lost;
        }
        try {
            connection.commit();
            if (mustForce) {
                Checkpoint.force(connection);
            }
        } catch (SQLException failure) {
            var known = lose(failure);
            tellLost(known);
            throw known;
        }
        afterCommit.run();
    }

    private void tellLost(StoreException reason) {
        afterCommit.fail(reason);
        core.atBatchEnd(whenLost);
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters)
            throws SQLException {
        return prepare(sql, Statement.NO_GENERATED_KEYS, parameters);
    }

    /// Statements stay prepared: there are some dozens, and compiling one takes longer than running
    /// it.
    private PreparedStatement prepare(String sql, int keys, @Nullable Object... parameters)
            throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql, keys);
            statements.put(sql, statement);
        }
        Parameters.bind(statement, parameters);
        return statement;
    }

    private StoreException failed(SQLException failure) {
        try {
            if (connection.isClosed()) {
                lose(failure);
            }
        } catch (SQLException worse) {
            failure.addSuppressed(worse);
        }
        return StoreException.of(failure);
    }

    /// From here to the end of the batch nothing works, so that no half of it is ever committed.
    private StoreException lose(SQLException failure) {
        var known = StoreException.of(failure);
        lost = known;
        statements.clear();
        try {
            connection.close();
        } catch (SQLException worse) {
            failure.addSuppressed(worse);
        }
        return known;
    }
}
