package kith.session.search;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Content;
import kith.model.Message;
import kith.store.KilledProcess;
import kith.store.search.IndexFolder;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.logging.LogManager;

/// A kill -9 at any moment leaves an index that is the store's again after the next start.
class SearchKillTest {

    @TempDir Path folder;

    @Test
    void theIndexIsTheStoresAfterAKill() throws Exception {
        kill(4);
    }

    @Test
    @Tag("night")
    void theIndexIsTheStoresAfterAHundredKills() throws Exception {
        kill(100);
    }

    private void kill(int kills) throws Exception {
        var random = new Random(3);
        for (int kill = 0; kill < kills; kill++) {
            var safe = KilledProcess.runAndKill(Writing.class, folder, random);
            assertThat(safe).isNotEmpty();
            try (var world = new SearchWorld(folder)) {
                world.awaitReady();
                var all = world.all();
                var words = all.stream().map(SearchKillTest::body).toList();
                assertThat(words).as("kept").containsAll(safe);
                assertThat(world.page("word").total()).as("kill %d", kill).isEqualTo(all.size());
                for (var word : words) {
                    assertThat(world.page('"' + word + '"').total()).as(word).isEqualTo(1);
                }
                assertThat(world.failures).isEmpty();
            }
        }
    }

    private static String body(Message message) {
        return ((Content.Text) message.content()).body();
    }

    /// Adds, changes and removes messages, and commits the index all the time.
    static final class Writing {

        public static void main(String[] arguments) {
            LogManager.getLogManager().reset(); // what is logged would be mixed with what it says
            var folder = Path.of(arguments[0]);
            var random = new Random(Long.parseLong(arguments[1]));
            var lanes = new ArrayList<SearchWorld>();
            var world =
                    new SearchWorld(
                            folder,
                            new IndexFolder(folder),
                            Optional.of(
                                    (_, work) ->
                                            lanes.getFirst()
                                                    .lanes
                                                    .after(Duration.ofMillis(5), work)));
            lanes.add(world);
            world.page("begin");
            var known = new ArrayList<>(world.all());
            for (long i = 0; true; i++) {
                var word = "word " + arguments[1] + "n" + i;
                var any = known.isEmpty() ? Optional.<Message>empty() : any(known, random);
                int what = random.nextInt(4);
                if (any.isPresent() && what == 0) {
                    world.remove(any.get());
                    known.remove(any.get());
                } else if (any.isPresent() && what == 1) {
                    world.change(any.get().key(), word + " again");
                } else {
                    known.addAll(world.add(word));
                }
                if (i % 5 == 0) {
                    KilledProcess.say(body(world.addIn(SearchWorld.LAYLA, word + "k")));
                }
            }
        }

        private static Optional<Message> any(List<Message> known, Random random) {
            return Optional.of(known.get(random.nextInt(known.size())));
        }
    }
}
