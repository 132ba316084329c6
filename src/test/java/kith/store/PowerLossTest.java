package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.Content;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// A disk that loses its power, and with it whatever it was not forced to keep: all that was
/// committed is there, and of what was being written all or nothing (F23).
class PowerLossTest {

    private static final int BATCHES = 40;

    @TempDir Path folder;

    private final AtomicInteger committed = new AtomicInteger();
    private final ConcurrentLinkedQueue<Loss> losses = new ConcurrentLinkedQueue<>();

    /// A file as a loss left it, and how many messages were committed then.
    private record Loss(int committed, ByteBuffer file) {}

    @AfterEach
    void clear() {
        LossyDisk.clear();
    }

    @Test
    void whatIsCommittedIsThere() throws IOException {
        losePower(30, System.nanoTime());
    }

    @Test
    @Tag("night")
    void whatIsCommittedIsThereAfterAThousandLosses() throws IOException {
        losePower(1_000, System.nanoTime());
    }

    private void losePower(int times, long seed) throws IOException {
        var random = new Random(seed);
        int checked = 0;
        while (checked < times) {
            var home = folder.resolve("before " + checked);
            var ends = write(home, random);
            for (var loss : losses) {
                check(loss, ends, "seed %d, loss %d".formatted(seed, checked));
                checked++;
            }
        }
    }

    /// Writes batches of messages, and loses the power now and then.
    ///
    /// @return how many messages there were after each batch
    private List<Integer> write(Path home, Random random) {
        losses.clear();
        committed.set(0);
        var ends = new ArrayList<Integer>(List.of(0));
        try (var profile = Profile.onLossyDisk(home)) {
            LossyDisk.beforeEachChange(
                    () -> {
                        if (random.nextInt(20) == 0) {
                            int before = committed.get();
                            var left = ByteBuffer.wrap(LossyDisk.afterLoss(home, random));
                            losses.add(new Loss(before, left));
                        }
                    });
            for (int batch = 0; batch < BATCHES; batch++) {
                int from = committed.get();
                int to = from + 1 + random.nextInt(5);
                profile.run(db -> IntStream.range(from, to).forEach(it -> queue(db, profile, it)));
                committed.set(to);
                ends.add(to);
            }
        }
        LossyDisk.clear();
        return ends;
    }

    private static void queue(Db db, Profile profile, int number) {
        var text = new Content.Text("%d of many words".formatted(number));
        new MessageStore(db)
                .queue(
                        profile.chat(Profile.ROMEO),
                        Chat.Kind.CONTACT,
                        String.valueOf(number),
                        Profile.ME,
                        text,
                        profile.now);
    }

    private void check(Loss loss, List<Integer> ends, String name) throws IOException {
        var home = Files.createDirectory(folder.resolve("after " + name));
        Files.write(HistoryFile.in(home).path(), loss.file().array());
        try (var profile = Profile.at(home)) {
            var chat = profile.chat(Profile.ROMEO);
            var found =
                    profile.in(
                            () ->
                                    new MessageStore(profile.db())
                                            .newest(chat, 1_000).stream()
                                                    .map(message -> message.ids().stanza())
                                                    .toList());
            var all = IntStream.range(0, found.size()).mapToObj(String::valueOf).toList();
            assertThat(found).as(name).isEqualTo(all);
            assertThat(found.size()).as(name).isGreaterThanOrEqualTo(loss.committed());
            assertThat(ends).as(name + ": whole batches").contains(found.size());
        }
    }
}
