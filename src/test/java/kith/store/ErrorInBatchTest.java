package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.Lanes;
import kith.base.RealError;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// An Error over a row or in the middle of a change is told, what was to be done as one is not done
/// by half, and the rest of the batch is stored, as is what comes later (F30).
class ErrorInBatchTest {

    private static final String PUT = "MERGE INTO setting (name, text) KEY (name) VALUES (?, ?)";

    private final List<Throwable> caught = new CopyOnWriteArrayList<>();

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void overARow(RealError error) {
        run(
                db -> {
                    db.update(PUT, "before", "1");
                    db.query("SELECT name FROM setting", _ -> failing(error));
                    db.update(PUT, "never", "1");
                },
                db -> db.find("SELECT name FROM setting", _ -> failing(error)),
                db -> db.update(PUT, "later", "1"));
        assertThat(caught).hasSize(2).hasOnlyElementsOfType(error.type());
        assertThat(settings()).containsExactly("before", "later");
    }

    @ParameterizedTest
    @EnumSource
    void inTheMiddleOfAChange(RealError error) {
        run(
                db -> db.update(PUT, "before", "1"),
                db ->
                        db.atomically(
                                () -> {
                                    db.update(PUT, "half", "1");
                                    error.run();
                                }),
                db -> db.update(PUT, "later", "1"));
        assertThat(caught).singleElement().isInstanceOf(error.type());
        assertThat(settings()).containsExactly("before", "later");
    }

    @ParameterizedTest
    @EnumSource
    void afterTheCommit(RealError error) {
        var done = new CopyOnWriteArrayList<String>();
        run(
                db -> {
                    db.update(PUT, "before", "1");
                    db.afterCommit(error);
                    db.afterCommit(() -> done.add("other"));
                });
        assertThat(caught).singleElement().isInstanceOf(error.type());
        assertThat(settings()).containsExactly("before");
        assertThat(done).containsExactly("other");
    }

    private static String failing(RealError error) {
        error.run();
        return "";
    }

    private List<String> settings() {
        var names = new CompletableFuture<List<String>>();
        run(
                db ->
                        names.complete(
                                db.query(
                                        "SELECT name FROM setting ORDER BY name",
                                        row -> row.getString(1))));
        return names.join();
    }

    /// Each a piece of work, on a history that is then closed.
    @SafeVarargs
    private void run(Consumer<Db>... pieces) {
        try (var lanes = new Lanes(caught::add)) {
            var db = Db.open(folder, lanes.core(), InstantSource.system());
            for (var piece : pieces) {
                lanes.core().execute(() -> piece.accept(db));
            }
            lanes.close(db::close);
        }
    }
}
