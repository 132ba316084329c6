package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// Files that are chosen on one side, seen on both, and opened on the other.
class TwoWindowsAttachedTest extends TwoWindowsFixture {

    TwoWindowsAttachedTest() {
        super("mill");
    }

    @Test
    void withChosenFiles(@TempDir Path files) throws Exception {
        var friends = inTheRoom();
        var annas = friends.annas();
        var bobs = friends.bobs().low();
        var both = List.of(annas, bobs);
        var mill = room.getLocalpart().toString();
        var plan = Files.writeString(files.resolve("plan.txt"), "Thursday");
        var film = Files.write(files.resolve("Boat at noon.mov"), noise());
        bobs.use().goTo("Anna");
        annas.use().goTo("Bob");

        chooseFiles(annas);
        annas.say("Nothing yet");
        for (var window : both) {
            window.awaitMessage("Nothing yet");
            window.awaitNoMessage("File: ");
        }
        chooseFiles(annas, plan, film);
        annas.awaitText("plan.txt");
        annas.awaitText("Boat at noon.mov");
        annas.picture("chosen");
        annas.write("Both of them");
        annas.awaitComposer("Both of them");
        annas.press(KeyCode.ENTER);
        for (var window : both) {
            window.awaitMessage("plan.txt", "localhost");
            window.awaitMessage("Boat at noon.mov", "localhost");
            window.awaitMessage("Both of them");
        }
        annas.awaitMessage("You", "plan.txt", "8 bytes", "Read");
        annas.awaitMessage("You", "Boat at noon.mov", "68 KB", "Read");

        bobs.use().toMessage("Boat at noon.mov");
        bobs.choose("Open file");
        new KithPointer(bobs).click(node -> Shown.isText(node, "plan.txt"));
        assertThat(bobs.opened()).hasSize(2);
        assertThat(saved(bobs.opened().getFirst())).isEqualTo(Files.readAllBytes(film));
        assertThat(saved(bobs.opened().getLast())).isEqualTo(Files.readAllBytes(plan));
        bobs.picture("opened");

        bobs.goTo(mill);
        annas.use().goTo(mill);
        chooseFiles(bobs, plan);
        bobs.awaitText("plan.txt");
        bobs.press(KeyCode.ENTER);
        for (var window : both) {
            window.awaitMessage("plan.txt", "localhost");
        }
        annas.toMessage("plan.txt");
        annas.choose("Open file");
        assertThat(annas.opened()).hasSize(1);
        assertThat(saved(annas.opened().getFirst())).isEqualTo(Files.readAllBytes(plan));
    }

    private static byte[] noise() {
        var bytes = new byte[70_000];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    /// What is there when another program saves what is behind a link.
    private byte[] saved(URI link) throws Exception {
        try (var client =
                HttpClient.newBuilder().sslContext(server().ca().clientContext()).build()) {
            var answer =
                    client.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }
}
