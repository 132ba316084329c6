package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.Content;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A history whose file is not what Kith wrote is said to be damaged where H2 notices it, which
/// knows of its pages, but not of each letter on them; it never ends in anything else (F21).
class DamageTest {

    private static final int MESSAGES = 2_000;
    private static final int BLOCK = 4_096;

    @TempDir Path folder;

    @Test
    void aFileThatIsNotAsItWasWritten() throws Exception {
        damage(60, System.nanoTime());
    }

    @Test
    @Tag("night")
    void fiveHundredFilesThatAreNotAsTheyWereWritten() throws Exception {
        damage(500, System.nanoTime());
    }

    private void damage(int times, long seed) throws IOException, InterruptedException {
        var original = folder.resolve("original");
        var written = write(original);
        var random = new Random(seed);
        var whole = Files.readAllBytes(file(original));
        for (int i = 0; i < times; i++) {
            var kind = Damage.values()[random.nextInt(Damage.values().length)];
            Files.createDirectory(folder.resolve(String.valueOf(i)));
            Files.write(file(folder.resolve(String.valueOf(i))), kind.of(whole, random));
        }
        Map<String, Integer> outcomes = new TreeMap<>();
        var said = readAll(times);
        for (int i = 0; i < times; i++) {
            var outcome = said.get(i).replace(written, "as it was");
            assertThat(outcome.split(":", 2)[0])
                    .as("seed %d, %d: %s", seed, i, outcome)
                    .isIn("as it was", "otherwise", "DAMAGED", "DISK", "SCHEMA", "NEWER");
            outcomes.merge(outcome.split(":", 2)[0], 1, Integer::sum);
        }
        System.out.printf("damaged %d times, read %s; seed %d%n", times, outcomes, seed);
    }

    /// Writes a history.
    ///
    /// @return what it says
    private static String write(Path folder) {
        try (var profile = Profile.at(folder)) {
            var store = new MessageStore(profile.db());
            var chat = profile.chat(Profile.ROMEO);
            for (int i = 0; i < MESSAGES; i++) {
                var words = new Content.Text("message %d ".formatted(i).repeat(1 + i % 20));
                var id = String.valueOf(i);
                profile.in(
                        () ->
                                store.queue(
                                        chat,
                                        Chat.Kind.CONTACT,
                                        id,
                                        Profile.ME,
                                        words,
                                        profile.now));
            }
            return read(profile);
        }
    }

    private static String read(Profile profile) {
        var chat = profile.chat(Profile.ROMEO);
        var messages =
                profile.in(() -> new MessageStore(profile.db()).newest(chat, Integer.MAX_VALUE));
        return "otherwise: " + messages.toString().hashCode();
    }

    /// In a process of its own: with its assertions on, as here, H2 finds more than it does for
    /// users.
    ///
    /// @return what came of each
    private List<String> readAll(int times) throws IOException, InterruptedException {
        var process =
                OtherJvm.of(Reader.class, folder.toString(), String.valueOf(times))
                        .redirectError(folder.resolve("complaints").toFile())
                        .start();
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            var lines = out.lines().toList();
            assertThat(process.waitFor()).as(() -> "%s %s".formatted(lines, complaints())).isZero();
            return lines;
        }
    }

    private String complaints() {
        try {
            return Files.readString(folder.resolve("complaints"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Reads histories and says of each what came of it.
    static final class Reader {

        private Reader() {}

        /// Reads them all.
        ///
        /// @param arguments folder, and how many are in it
        public static void main(String[] arguments) {
            for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
                System.out.println(outcome(Path.of(arguments[0], String.valueOf(i))));
            }
        }

        private static List<String> causes(Throwable failure) {
            return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                    .map(Throwable::toString)
                    .toList();
        }

        private static String outcome(Path folder) {
            try (var profile = Profile.at(folder)) {
                return read(profile);
            } catch (StoreException failure) {
                return "%s: %s"
                        .formatted(failure.kind(), causes(failure))
                        .replaceAll("[\\r\\n]", " "); // H2 repeats what it read
            }
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("history.mv.db");
    }

    /// What may befall a file.
    private enum Damage {
        CUT_OFF {
            @Override
            byte[] of(byte[] whole, Random random) {
                return Arrays.copyOf(whole, random.nextInt(whole.length));
            }
        },
        FLIPPED {
            @Override
            byte[] of(byte[] whole, Random random) {
                var damaged = whole.clone();
                for (int i = random.nextInt(64); i >= 0; i--) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                }
                return damaged;
            }
        },
        EMPTIED {
            @Override
            byte[] of(byte[] whole, Random random) {
                var damaged = whole.clone();
                int block = random.nextInt(damaged.length / BLOCK) * BLOCK;
                Arrays.fill(damaged, block, block + BLOCK, (byte) 0);
                return damaged;
            }
        };

        abstract byte[] of(byte[] whole, Random random);
    }
}
