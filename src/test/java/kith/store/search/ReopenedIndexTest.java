package kith.store.search;

import static kith.store.search.Samples.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/// What is there of an index that is opened once more: all that was committed, unless it is damaged
/// or of another history.
class ReopenedIndexTest extends SearchIndexFixture {

    @Test
    void knowsAfterARestartWhatWasCommitted() throws IOException {
        index.add(List.of(message(1, "one")));
        index.commit(1);
        index.add(List.of(message(2, "two")));
        reopen("ours");
        assertThat(index.row()).isEqualTo(1);
        assertThat(found(words("one"))).containsExactly(1L);
        assertThat(found(words("two"))).isEmpty();
    }

    @Test
    void thatOfAnotherHistoryIsThrownAway() throws IOException {
        index.add(List.of(message(1, "one")));
        index.commit(1);
        reopen("theirs");
        assertThat(index.row()).isZero();
        assertThat(found(words("one"))).isEmpty();
    }

    @Test
    void oneThatIsOutOfReachForAWhileIsNotThrownAway() throws IOException {
        index.add(List.of(message(1, "one")));
        index.commit(1);
        index.close();
        var isOut = new AtomicBoolean(true);
        var disk = new IndexFolder(folder, inner -> outOfReach(inner, isOut::get));
        assertThatThrownBy(() -> disk.open("ours")).isInstanceOf(AccessDeniedException.class);
        isOut.set(false);
        index = disk.open("ours");
        assertThat(index.row()).isEqualTo(1);
        assertThat(found(words("one"))).containsExactly(1L);
    }

    private static Directory outOfReach(Directory disk, BooleanSupplier isOut) {
        return new FilterDirectory(disk) {
            @Override
            public IndexInput openInput(String name, IOContext context) throws IOException {
                if (isOut.getAsBoolean()) {
                    throw new AccessDeniedException(name);
                }
                return super.openInput(name, context);
            }
        };
    }

    @Test
    void aDamagedOneIsMadeAnew() throws IOException {
        var profile = folder.resolve("damaged");
        var place = new IndexFolder(profile);
        try (var first = place.open("ours")) {
            first.add(
                    LongStream.range(1, 500).mapToObj(row -> message(row, "word" + row)).toList());
            first.commit(499);
        }
        var files = filesOf(profile.resolve("search"));
        assertThat(files).hasSizeGreaterThan(1);
        for (var file : files) {
            var bytes = Files.readAllBytes(file);
            if (bytes.length == 0) {
                continue;
            }
            var torn = bytes.clone();
            torn[torn.length / 2] ^= 0x55;
            Files.write(file, torn);
            checkItWorks(place, file);
            Files.write(file, new byte[0]);
            checkItWorks(place, file);
            Files.deleteIfExists(file);
            checkItWorks(place, file);
        }
    }

    private static void checkItWorks(IndexFolder place, Path broken) throws IOException {
        try (var again = place.open("ours")) {
            assertThat(again.row()).as("after damage to %s", broken).isIn(0L, 499L);
            if (again.row() == 0) {
                again.add(
                        LongStream.range(1, 500)
                                .mapToObj(row -> message(row, "word" + row))
                                .toList());
                again.commit(499);
            }
            assertThat(rows(again.search(IndexQuery.of(words("word77")), Order.NEWEST, 0, 5)))
                    .containsExactly(77L);
        }
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    /// As after a kill: what wasn't committed is gone.
    private void reopen(String history) throws IOException {
        index.close();
        index = new IndexFolder(folder).open(history);
    }
}
