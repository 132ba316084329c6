package kith.store.search;

import static kith.store.search.Samples.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.model.MessageKey;
import kith.model.SearchQuery;
import kith.model.SearchTerm;
import kith.model.SearchTerm.Kind;

import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Two questions at the same time, as when letters of a word are typed one after the other.
class ConcurrentSearchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir Path folder;

    private final AtomicBoolean isSlow = new AtomicBoolean();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch goesOn = new CountDownLatch(1);

    @AfterEach
    void goOn() {
        goesOn.countDown();
    }

    /// The first has to wait for the disk until it sees what is new.
    @Test
    void theSecondFindsWhatWasAddedBeforeBoth() throws Exception {
        try (var index = new IndexFolder(folder, this::slow).open("ours")) {
            index.add(List.of(message(1, "paper")));
            isSlow.set(true);
            var first = new FutureTask<>(() -> found(index));
            Thread.ofPlatform().start(first);
            assertThat(held.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            var second = new FutureTask<>(() -> found(index));
            var asker = Thread.ofPlatform().start(second);
            await().atMost(PATIENCE).until(() -> second.isDone() || isWaiting(asker));
            goesOn.countDown();
            assertThat(second.get()).containsExactly(1L);
            assertThat(first.get()).containsExactly(1L);
        }
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING
                || thread.getState() == Thread.State.BLOCKED;
    }

    private static List<Long> found(SearchIndex index) throws IOException {
        var query =
                new SearchQuery(
                        List.of(new SearchTerm("paper", Kind.WORD)),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty());
        return index.search(IndexQuery.of(query), Order.NEWEST, 0, 10).messages().stream()
                .map(MessageKey::row)
                .toList();
    }

    private Directory slow(Directory disk) {
        return new FilterDirectory(disk) {
            @Override
            public IndexOutput createOutput(String name, IOContext context) throws IOException {
                if (isSlow.get()) {
                    held.countDown();
                    awaitDisk();
                }
                return super.createOutput(name, context);
            }
        };
    }

    private void awaitDisk() throws IOException {
        try {
            goesOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
