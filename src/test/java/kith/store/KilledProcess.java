package kith.store;

import kith.base.Lanes;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;

/// A process that writes as fast as it can, says of each thing when it is safe, and is killed in
/// the middle of it. What it said before has to be there.
public final class KilledProcess {

    private KilledProcess() {}

    /// Starts a writer, lets it say some lines, and kills it with SIGKILL.
    ///
    /// @return what it said, in order
    public static List<String> runAndKill(Class<?> writer, Path folder, Random random)
            throws Exception {
        var process =
                OtherJvm.of(
                                writer,
                                folder.toString(),
                                Long.toString(random.nextLong(Long.MAX_VALUE)))
                        .redirectErrorStream(true)
                        .start();
        var said = new ArrayList<String>();
        try (var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int enough = 20 + random.nextInt(200);
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (!line.startsWith("safe ")) {
                    throw new AssertionError(line);
                }
                said.add(line.substring("safe ".length()));
                if (said.size() == enough) {
                    process.toHandle().destroyForcibly(); // leaves open what it said last
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return said;
    }

    /// Says that something is safe.
    public static void say(String id) {
        System.out.print("safe " + id + "\n"); // in one piece, or it would be torn
        System.out.flush();
    }

    /// Writes messages in batches of their own size, on real lanes.
    static final class History {

        public static void main(String[] arguments) {
            var lanes =
                    new Lanes(
                            failure -> {
                                failure.printStackTrace(System.out);
                                Runtime.getRuntime().halt(1);
                            });
            var db = Db.open(Path.of(arguments[0]), lanes.core(), InstantSource.system());
            var store = new MessageStore(db);
            var chat = new ChatKey(new AccountId(1), Profile.ROMEO);
            var random = new Random(Long.parseLong(arguments[1]));
            var room =
                    new Semaphore(300); // so that batches are of many sizes, and memory is enough
            for (long i = 0; true; i++) {
                var id = arguments[1] + "-" + i;
                room.acquireUninterruptibly();
                lanes.core()
                        .execute(
                                () -> {
                                    store.queue(
                                            chat,
                                            Chat.Kind.CONTACT,
                                            id,
                                            Profile.ME,
                                            new Content.Text("O ".repeat(random.nextInt(400))),
                                            InstantSource.system().instant());
                                    db.afterCommit(
                                            () -> {
                                                say(id);
                                                room.release();
                                            });
                                });
            }
        }
    }

    /// Appends to the journal.
    static final class Journaling {

        public static void main(String[] arguments) {
            try (var journal = Journal.open(Path.of(arguments[0]))) {
                for (long i = 0; true; i++) {
                    var id = arguments[1] + "-" + i;
                    journal.append(new AccountId(1), InstantSource.system().instant(), id);
                    say(id);
                }
            }
        }
    }
}
