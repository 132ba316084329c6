package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.stage.Stage;

import kith.RunningKith.MemorySecrets;
import kith.gallery.Snapshots;
import kith.lab.LabAccount;
import kith.lab.LabUser;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.session.feed.SessionEvent;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// A flood of live messages in the chat that is in front: all are stored, once and in order, and
/// the window goes on being drawn.
class FloodTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path folder;

    @Test
    void aFloodIsStoredAndShown() throws InterruptedException {
        flood(500);
    }

    @Test
    @Tag("night")
    void aFloodOfFiveThousandIsStoredAndShown() throws InterruptedException {
        flood(5_000);
    }

    private static boolean isShown(Stage stage, LabAccount person) {
        var name = person.jid().getLocalpart().toString();
        return Shown.find(stage.getScene(), node -> Shown.text(node).contains(name)).isPresent();
    }

    private void flood(int messages) throws InterruptedException {
        var server = ServerKind.PROSODY.shared(ServerProfile.NORMAL);
        var mara = server.newAccount("mara");
        var layla = server.newAccount("layla");
        server.befriend(mara, layla, "Friends");
        try (var kith = RunningKith.open(folder, server, new MemorySecrets());
                var friend = LabUser.signIn(server, layla)) {
            var chat = new ChatKey(kith.add(server, mara), layla.jid());
            kith.session().tabs().open(chat, Chat.Kind.CONTACT);
            var stored = new CountDownLatch(messages);
            kith.session()
                    .feed()
                    .listen(
                            event -> {
                                if (event instanceof SessionEvent.MessageAdded) {
                                    stored.countDown();
                                }
                            });
            var stage = kith.show();
            await("a window that is drawn")
                    .atMost(PATIENCE)
                    .until(() -> FxThread.call(() -> isShown(stage, layla)));
            FxThread.run(() -> stage.getScene().snapshot(null)); // the first takes long
            var frames = Frames.begin();
            long begin = System.nanoTime();
            var sent =
                    IntStream.range(0, messages)
                            .mapToObj(number -> friend.say(mara.jid(), "Message " + number))
                            .toList();
            assertThat(stored.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            long took = Duration.ofNanos(System.nanoTime() - begin).toMillis();
            var drawn = frames.end();
            assertThat(kith.texts(chat).stream().map(each -> each.ids().stanza()).toList())
                    .isEqualTo(sent);
            var last = "Message " + (messages - 1);
            await("the last in the window")
                    .atMost(PATIENCE)
                    .until(() -> FxThread.call(() -> Shown.isShown(stage.getScene(), last)));
            Snapshots.write(FxThread.call(() -> stage.getScene().snapshot(null)), "window-flood");
            FxThread.run(stage::hide);
            assertThat(kith.session().faults().fault().get()).isEmpty();
            System.out.printf(
                    "%d live messages in %d ms, %d a second; %s%n",
                    messages, took, messages * 1_000L / Math.max(1, took), drawn);
        }
    }
}
