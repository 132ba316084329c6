package kith.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Histories of earlier and of newer Kiths (F25).
class MigrationsTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-05-01T10:00:00Z"));

    private static final String ONE = "CREATE TABLE letter (id INTEGER PRIMARY KEY, text VARCHAR);";

    private static final String TWO =
            """
            ALTER TABLE letter ADD COLUMN sender VARCHAR DEFAULT 'romeo' NOT NULL;
            CREATE INDEX letter_sender ON letter (sender);
            """;

    private static final String THREE = "ALTER TABLE letter ALTER COLUMN text RENAME TO body;";

    @TempDir Path folder;

    @Test
    void freshAndMigratedAreEqual() throws SQLException {
        open("fresh", ONE, TWO, THREE);
        var fresh = script("fresh", ONE, TWO, THREE);

        open("migrated", ONE);
        open("migrated", ONE, TWO);
        assertThat(script("migrated", ONE, TWO, THREE)).isEqualTo(fresh).isNotEmpty();
    }

    @Test
    void whatIsThereStaysThereAndABackupIsKept() throws SQLException {
        open("history", ONE);
        withOpen(
                "history",
                connection -> execute(connection, "INSERT INTO letter VALUES (1, 'O')"),
                ONE);

        open("history", ONE, TWO, THREE);
        assertThat(texts("history", "SELECT sender || ':' || body FROM letter", ONE, TWO, THREE))
                .containsExactly("romeo:O");
        assertThat(texts("history.v1", "SELECT text FROM letter", ONE)).containsExactly("O");
        assertThat(folder.resolve("history.migrating.mv.db")).doesNotExist();
    }

    @Test
    void aStepThatFailsLeavesTheHistoryAsItWas() throws SQLException {
        open("history", ONE);
        withOpen(
                "history",
                connection -> execute(connection, "INSERT INTO letter VALUES (1, 'O')"),
                ONE);

        failing("history", StoreException.Kind.BUG, ONE, TWO, "ALTER TABLE unknown DROP COLUMN x;");

        assertThat(texts("history", "SELECT text FROM letter", ONE)).containsExactly("O");
        assertThat(folder.resolve("history.migrating.mv.db")).doesNotExist();
        open("history", ONE, TWO, THREE);
        assertThat(texts("history", "SELECT body FROM letter", ONE, TWO, THREE))
                .containsExactly("O");
    }

    @Test
    void makingTheTablesMayBreakOffAndBeginAgain() throws SQLException {
        failing("history", StoreException.Kind.BUG, ONE, "ALTER TABLE unknown DROP COLUMN x;");
        open("history", ONE, TWO);
        assertThat(texts("history", "SELECT text FROM letter", ONE, TWO)).isEmpty();
    }

    @Test
    void aHistoryOfANewerKithIsRefusedAndNotTouched() throws Exception {
        open("history", ONE, TWO);
        var before = Files.readAllBytes(folder.resolve("history.mv.db"));
        failing("history", StoreException.Kind.NEWER, ONE);
        assertThat(folder.resolve("history.mv.db")).hasBinaryContent(before);
    }

    @Test
    void aShippedStepThatChangedIsRefused() {
        open("history", ONE, TWO);
        failing("history", StoreException.Kind.SCHEMA, ONE + " ", TWO);
    }

    @Test
    void aTextThatIsNotWhatTheIndexFrozeIsRefused() {
        var changed = new Migration(1, "0001.sql", Migration.checksum(ONE), () -> ONE + " ");
        assertThatThrownBy(() -> new Migrations(List.of(changed)).open(file("history"), CLOCK))
                .asInstanceOf(type(StoreException.class))
                .extracting(StoreException::kind)
                .isEqualTo(StoreException.Kind.SCHEMA);
    }

    @Test
    void aGapInTheNumbersIsRefused() {
        var second = new Migration(2, "0002.sql", Migration.checksum(ONE), () -> ONE);
        assertThatThrownBy(() -> new Migrations(List.of(second)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("without gaps");
    }

    /// The index is what `sha256sum` says of the files; a step that has shipped is never edited.
    @Test
    void theShippedStepsAreWhatTheIndexFroze() {
        assertThat(Migration.shipped())
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.sql()).isNotBlank());
    }

    private void failing(String name, StoreException.Kind kind, String... steps) {
        assertThatThrownBy(() -> open(name, steps))
                .asInstanceOf(type(StoreException.class))
                .extracting(StoreException::kind)
                .isEqualTo(kind);
    }

    private void open(String name, String... steps) {
        withOpen(name, connection -> {}, steps);
    }

    /// The schema as SQL, in an order that doesn't depend on how it came to be.
    private List<String> script(String name, String... steps) throws SQLException {
        return texts(name, "SCRIPT NODATA NOPASSWORDS", steps).stream()
                .map(line -> line.replaceAll("(SYSTEM_SEQUENCE|CONSTRAINT|PRIMARY_KEY)_\\w+", "$1"))
                .sorted()
                .toList();
    }

    private List<String> texts(String name, String sql, String... steps) {
        var texts = new ArrayList<String>();
        withOpen(
                name,
                connection -> {
                    try (var statement = connection.createStatement();
                            var rows = statement.executeQuery(sql)) {
                        while (rows.next()) {
                            texts.add(rows.getString(1));
                        }
                    }
                },
                steps);
        return texts;
    }

    private void withOpen(String name, Work work, String... steps) {
        try (var connection = migrations(steps).open(file(name), CLOCK)) {
            work.on(connection);
            connection.commit();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private HistoryFile file(String name) {
        return new HistoryFile(OrderedFiles.SCHEME, folder, name);
    }

    private static Migrations migrations(String... steps) {
        return new Migrations(
                IntStream.range(0, steps.length)
                        .mapToObj(
                                i ->
                                        new Migration(
                                                i + 1,
                                                "000" + (i + 1) + ".sql",
                                                Migration.checksum(steps[i]),
                                                () -> steps[i]))
                        .toList());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
