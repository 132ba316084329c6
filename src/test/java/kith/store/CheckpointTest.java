package kith.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.h2.Driver;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/// What is committed is on the disk when that was asked for, whoever writes it (R10).
class CheckpointTest {

    @TempDir Path folder;

    @AfterEach
    void release() {
        HeldFiles.GATE.get().countDown();
    }

    @Test
    void waitsForWhatH2WritesOnThreadsOfItsOwn() throws SQLException {
        FilePath.register(new HeldFiles());
        try (var connection = open()) {
            HeldFiles.hold();
            try (var statement = connection.createStatement()) {
                statement.execute("INSERT INTO held VALUES (1)");
            }
            connection.commit();
            await().until(() -> HeldFiles.isHolding);

            var done = new CompletableFuture<Void>();
            var forcing = Thread.ofPlatform().start(() -> force(connection, done));
            await().until(() -> done.isDone() || forcing.getState() == Thread.State.WAITING);
            boolean isEarly = done.isDone();
            HeldFiles.GATE.get().countDown();
            await().until(done::isDone);
            assertThat(isEarly).as("returned before it was written").isFalse();
            assertThat(done).isCompleted();
        }
    }

    private Connection open() throws SQLException {
        var url = "jdbc:h2:held:" + folder.resolve("history") + ";WRITE_DELAY=20";
        var connection = Driver.load().connect(url, new Properties());
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE held (id INT)");
            statement.execute("CHECKPOINT SYNC");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private static void force(Connection connection, CompletableFuture<Void> done) {
        try {
            Checkpoint.force(connection);
            done.complete(null);
        } catch (SQLException failure) {
            done.completeExceptionally(failure);
        }
    }

    /// Files that H2's own writer can't write to while they are held.
    public static final class HeldFiles extends FilePathWrapper { // public: H2 makes more of them

        static final AtomicReference<CountDownLatch> GATE =
                new AtomicReference<>(new CountDownLatch(0));
        static volatile boolean isHolding;

        static void hold() {
            isHolding = false;
            GATE.set(new CountDownLatch(1));
        }

        @Override
        public String getScheme() {
            return "held";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new HeldFile(getBase().open(mode));
        }
    }

    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // a held write must not hold reads
    private static final class HeldFile extends ThroughFile {

        HeldFile(FileChannel file) {
            super(file);
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            if (Thread.currentThread().getName().contains("H2-save")) {
                HeldFiles.isHolding = HeldFiles.GATE.get().getCount() > 0;
                awaitGate();
            }
            return super.write(bytes, position);
        }

        private static void awaitGate() throws IOException {
            try {
                HeldFiles.GATE.get().await();
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
        }
    }
}
