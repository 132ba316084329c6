package kith.session.search;

import kith.model.Message;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// How long it takes to make 200,000 messages ready to be searched, and to search them. Prints it;
/// how fast the machine is, is not asserted.
@Tag("night")
class SearchSpeedTest {

    private static final int MESSAGES = 200_000;
    private static final int BATCH = 2_000;
    private static final int ROUNDS = 21;

    @TempDir Path folder;

    @Test
    void fillsAndSearches() {
        try (var world = new SearchWorld(folder)) {
            var random = new Random(11);
            for (int done = 0; done < MESSAGES; done += BATCH) {
                world.on(() -> write(world, random));
            }
        }
        try (var world = new SearchWorld(folder)) {
            var first = time(() -> world.found("needle17"));
            var filling = time(() -> ready(world));
            double seconds = filling.plus(first).toMillis() / 1_000.0;
            System.out.printf("filled: %,.0f messages/s%n", MESSAGES / seconds);
            report("rare word", () -> ask(world, "needle17", SearchOrder.NEWEST_FIRST));
            report("common word", () -> ask(world, "w0", SearchOrder.NEWEST_FIRST));
            report("common word, best first", () -> ask(world, "w0", SearchOrder.BEST_FIRST));
            report("beginning", () -> ask(world, "w1*", SearchOrder.NEWEST_FIRST));
        }
        try (var world = new SearchWorld(folder)) {
            var opening = time(() -> world.found("needle17"));
            System.out.printf("first search after a start: %d ms%n", opening.toMillis());
        }
    }

    private static CompletionStage<SearchPage> ask(
            SearchWorld world, String text, SearchOrder order) {
        return world.search.search(QueryText.read(text, ZoneOffset.UTC), order, 0, 50);
    }

    private static boolean ready(SearchWorld world) {
        world.awaitReady();
        return true;
    }

    private static void report(String what, Supplier<CompletionStage<SearchPage>> search) {
        var times = new ArrayList<Duration>();
        var page = search.get().toCompletableFuture().join();
        for (int round = 0; round < ROUNDS; round++) {
            times.add(time(() -> search.get().toCompletableFuture().join()));
        }
        times.sort(null);
        System.out.printf(
                "%s: median %.1f ms, longest %.1f ms, %,d found%n",
                what,
                times.get(ROUNDS / 2).toNanos() / 1e6,
                times.getLast().toNanos() / 1e6,
                page.total());
    }

    /// Twelve words each, most of them common, as words are.
    private static List<Message> write(SearchWorld world, Random random) {
        return IntStream.range(0, BATCH)
                .mapToObj(each -> world.store(SearchWorld.LAYLA, words(random)))
                .toList();
    }

    private static String words(Random random) {
        var words = new StringBuilder();
        for (int word = 0; word < 12; word++) {
            words.append('w').append((int) (30_000 * Math.pow(random.nextDouble(), 4))).append(' ');
        }
        return random.nextInt(10_000) == 0 ? words + "needle17" : words.toString();
    }

    private static Duration time(Supplier<?> work) {
        long begin = System.nanoTime();
        var _ = work.get();
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
