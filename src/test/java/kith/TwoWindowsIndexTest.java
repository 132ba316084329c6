package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;

import kith.lab.LabAccount;
import kith.lab.PastStanza;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/// The search where its index is gone or damaged when Kith starts: it is made anew, one sees how
/// far it is, goes on talking meanwhile, and finds all again.
class TwoWindowsIndexTest extends TwoWindowsFixture {

    /// So many that one sees the index grow.
    private static final int SAID = 2_000;

    private static final String FILLING = "Older messages are being made ready: ";

    TwoWindowsIndexTest() {
        super("lamp");
    }

    @Test
    void isMadeAnew() throws IOException {
        server().addConversation(anna, bob, history());
        var friends = atTheirWindows().low();
        var annas = friends.annas();
        var bobs = friends.bobs();
        annas.awaitShown("all", () -> count(friends.anna(), bob) == SAID);
        bobs.awaitShown("all", () -> count(friends.bob(), anna) == SAID);
        for (var user : List.of(friends.anna(), friends.bob())) {
            awaitIndexed(user, "needle", 1);
            awaitIndexed(user, "wave", SAID);
        }
        bobs.use().goTo("Anna");

        leave(annas, friends.anna());
        for (var file : indexOf("anna")) {
            Files.delete(file);
        }
        friends.anna().come();
        var again = window("Anna", friends.anna()).low();
        searchAndTalk(again, bobs, "gone");

        leave(again, friends.anna());
        var files = indexOf("anna");
        assertThat(files).hasSizeGreaterThan(2);
        for (var file : files) {
            var bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        }
        friends.anna().come();
        searchAndTalk(window("Anna", friends.anna()).low(), bobs, "damaged");

        awaitIndexed(friends.bob(), "index", 2);
        var his = KithSearch.in(bobs.use());
        his.look("needle").awaitFound("Wave 777 and a needle");
        his.look("index").awaitFound("Which index?", "Which index?");
        assertThat(friends.anna().kith().session().faults().fault().get()).isEmpty();
    }

    private static void searchAndTalk(KithWindow annas, KithWindow bobs, String why) {
        var search = KithSearch.in(annas.use());
        var counts = new CopyOnWriteArrayList<String>();
        var label = (Label) annas.find(node -> isCount(node.getStyleClass())).orElseThrow();
        FxThread.run(() -> label.textProperty().subscribe(shown -> counts.add(shown)));
        search.look("wave");
        annas.awaitShown("how far it is", () -> counts.stream().anyMatch(it -> isFilling(it)));
        annas.picture(why);

        annas.goTo("Bob");
        annas.say("It is " + why);
        bobs.awaitMessage("Anna", "It is " + why);
        bobs.use().say("Which index?");
        annas.awaitMessage("Bob", "Which index?");

        var later = KithSearch.in(annas.use());
        annas.awaitText("2,000 messages"); // as it was asked before, without being asked again
        annas.awaitNoText(FILLING);
        later.look("needle").awaitFound("Wave 777 and a needle");
        later.look("\"it is " + why + "\"").awaitFound("It is " + why);
        annas.picture(why + "-found");
    }

    private static boolean isCount(List<String> styles) {
        return styles.contains("search-count");
    }

    private static boolean isFilling(String count) {
        return count.startsWith(FILLING);
    }

    private static void leave(KithWindow window, KithUser user) {
        window.close();
        user.go();
    }

    private List<Path> indexOf(String profile) throws IOException {
        try (var all = Files.list(folder.resolve(profile).resolve("search"))) {
            return all.toList();
        }
    }

    private static int count(KithUser user, LabAccount other) {
        return user.kith().texts(user.chat(other.jid())).size();
    }

    private List<PastStanza> history() {
        var from = Instant.now().minus(Duration.ofDays(30));
        return IntStream.range(0, SAID)
                .mapToObj(
                        number ->
                                PastStanza.chat(
                                        bob.jid(),
                                        anna.jid(),
                                        from.plusSeconds(60L * number),
                                        "Wave " + number + (number == 777 ? " and a needle" : "")))
                .toList();
    }
}
