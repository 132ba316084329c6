package kith.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import kith.base.SteppedLane;

import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The history's file, and who may have it: in batches, durable, for one process (F20, F21, F24).
class DbTest {

    private static final String PUT = "MERGE INTO setting (name, text) KEY (name) VALUES (?, ?)";

    @TempDir Path folder;

    @Test
    void whatABatchWroteIsThereAfterARestart() {
        try (var profile = Profile.at(folder)) {
            profile.run(db -> db.update(PUT, "theme", "dark"));
            profile.reopen();
            assertThat(settings(profile)).containsExactly("theme=dark");
        }
    }

    @Test
    void afterCommitRunsAtTheEndOfTheBatchAndMayBeginAnother() {
        try (var profile = Profile.at(folder)) {
            var order = new ArrayList<String>();
            profile.lane.execute(
                    () -> {
                        profile.db().update(PUT, "a", "1");
                        profile.db()
                                .afterCommit(
                                        () -> {
                                            order.add("committed");
                                            profile.db().update(PUT, "b", "2");
                                            profile.db().afterCommit(() -> order.add("second"));
                                        });
                        order.add("written");
                    });
            profile.lane.execute(() -> order.add("other work of the batch"));
            profile.lane.step();
            assertThat(order)
                    .containsExactly("written", "other work of the batch", "committed", "second");
            assertThat(settings(profile)).containsExactly("a=1", "b=2");
        }
    }

    @Test
    void whatIsDoneAtomicallyIsTakenBackAloneWhenItFails() {
        try (var profile = Profile.at(folder)) {
            var ran = new ArrayList<String>();
            profile.run(
                    db -> {
                        db.update(PUT, "before", "1");
                        db.afterCommit(() -> ran.add("before"));
                        assertThatThrownBy(
                                        () ->
                                                db.atomically(
                                                        () -> {
                                                            db.update(PUT, "half", "1");
                                                            db.afterCommit(() -> ran.add("half"));
                                                            throw new IllegalStateException("bug");
                                                        }))
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessage("bug");
                        db.update(PUT, "later", "1");
                    });
            assertThat(settings(profile)).containsExactly("before=1", "later=1");
            assertThat(ran).containsExactly("before");
        }
    }

    @Test
    void whatSucceededInsideWhatFailsIsTakenBackToo() {
        try (var profile = Profile.at(folder)) {
            profile.run(
                    db ->
                            assertThatThrownBy(
                                            () ->
                                                    db.atomically(
                                                            () -> {
                                                                db.atomically(
                                                                        () ->
                                                                                db.update(
                                                                                        PUT, "in",
                                                                                        "1"));
                                                                throw new IllegalStateException();
                                                            }))
                                    .isInstanceOf(IllegalStateException.class));
            assertThat(settings(profile)).isEmpty();
        }
    }

    @Test
    void aWrongStatementIsABugAndHarmsNothingElse() {
        try (var profile = Profile.at(folder)) {
            profile.run(
                    db -> {
                        db.update(PUT, "a", "1");
                        failing(() -> db.update("INSERT INTO setting VALUES ('a', 'again')"))
                                .isEqualTo(StoreException.Kind.BUG);
                    });
            assertThat(settings(profile)).containsExactly("a=1");
        }
    }

    @Test
    void nothingWorksOffTheLaneOrAfterClosing() {
        var lane = new SteppedLane();
        var db = Db.open(folder, lane, InstantSource.system());
        assertThatThrownBy(() -> db.update(PUT, "a", "1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("off the lane");
        lane.run(
                () -> {
                    db.update(PUT, "a", "1");
                    db.close();
                    db.close();
                    assertThatThrownBy(() -> db.update(PUT, "a", "1"))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessage("closed");
                });
    }

    /// H2 closes a database that it couldn't write, as when the disk is full.
    @Test
    void aBatchThatLostTheDatabaseCommitsNothingAndTheNextBeginsAnew() {
        try (var profile = Profile.at(folder)) {
            profile.run(db -> db.update(PUT, "safe", "1"));
            var ran = new ArrayList<String>();
            profile.lane.execute(
                    () -> {
                        var db = profile.db();
                        db.update(PUT, "unsafe", "1");
                        db.afterCommit(() -> ran.add("unsafe"));
                        db.update("SHUTDOWN IMMEDIATELY");
                        failing(() -> db.update(PUT, "other", "1"))
                                .isEqualTo(StoreException.Kind.DISK);
                    });
            failing(profile.lane::step).isEqualTo(StoreException.Kind.DISK);

            profile.run(db -> db.update(PUT, "later", "1"));
            assertThat(settings(profile)).containsExactly("later=1", "safe=1");
            assertThat(ran).isEmpty();
        }
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        var home = folder.resolve("new/profile");
        try (var profile = Profile.at(home)) {
            profile.run(db -> db.update(PUT, "a", "1"));
            assertThat(permissions(home)).isEqualTo("rwx------");
            try (var files = Files.list(home)) {
                assertThat(files)
                        .isNotEmpty()
                        .allMatch(file -> permissions(file).equals("rw-------"));
            }
        }
    }

    @Test
    void aHistoryThatAnotherProcessHasIsLocked() throws IOException {
        Profile.at(folder).close();
        try (var other = FileChannel.open(file(), StandardOpenOption.WRITE);
                var lock = other.lock()) {
            assertThat(lock.isValid()).isTrue();
            failing(this::open).isEqualTo(StoreException.Kind.LOCKED);
        }
    }

    @Test
    void aFileThatIsNoHistoryIsDamagedAndLeftAsItIs() throws IOException {
        var garbage = "this is no database, ".repeat(1000);
        Files.writeString(file(), garbage);
        failing(this::open).isEqualTo(StoreException.Kind.DAMAGED);
        assertThat(file()).hasContent(garbage);
    }

    /// A history with nothing in it would be made anew.
    @Test
    void aHistoryThatHasLostTheTableOfItsStepsIsDamagedAndLeftAsItIs() throws Exception {
        Profile.at(folder).close();
        for (var sql : List.of("DROP TABLE schema_version", "SELECT 1 FROM account")) {
            try (var connection = HistoryFile.in(folder).connect();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
                connection.commit();
            }
            failing(this::open).isEqualTo(StoreException.Kind.DAMAGED);
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsReadOnly() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        failing(() -> Db.open(file.resolve("profile"), new SteppedLane(), InstantSource.system()))
                .isEqualTo(StoreException.Kind.READ_ONLY);
    }

    @Test
    void aSemicolonInTheFoldersNameIsNoSetting() {
        var home = folder.resolve("a;INIT=DROP ALL OBJECTS");
        assertThatThrownBy(() -> Db.open(home, new SteppedLane(), InstantSource.system()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("semicolon");
    }

    private Db open() {
        return Db.open(folder, new SteppedLane(), InstantSource.system());
    }

    private Path file() {
        return folder.resolve("history.mv.db");
    }

    private static List<String> settings(Profile profile) {
        return profile.in(
                () ->
                        profile.db()
                                .query(
                                        "SELECT name, text FROM setting ORDER BY name",
                                        row -> row.getString(1) + "=" + row.getString(2)));
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static AbstractObjectAssert<?, StoreException.Kind> failing(ThrowingCallable work) {
        return assertThatThrownBy(work)
                .asInstanceOf(type(StoreException.class))
                .extracting(StoreException::kind);
    }
}
