package kith;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.LockLane;
import kith.lab.PastStanza;
import kith.session.search.SearchState;

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

/// The search where its index is gone or damaged when Kith starts: it is made anew, one goes on
/// talking meanwhile, and finds all again.
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
        awaitSaid(friends, SAID);
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
        var again = searchAndTalk(friends.anna(), bobs, "gone");

        leave(again, friends.anna());
        var files = indexOf("anna");
        assertThat(files).hasSizeGreaterThan(2);
        for (var file : files) {
            var bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        }
        friends.anna().come();
        searchAndTalk(friends.anna(), bobs, "damaged");

        awaitIndexed(friends.bob(), "index", 2);
        var his = KithSearch.in(bobs.use());
        his.look("needle").awaitFound("Wave 777 and a needle");
        his.look("index").awaitFound("Which index?", "Which index?");
        assertThat(friends.anna().kith().session().faults().fault().get()).isEmpty();
    }

    private KithWindow searchAndTalk(KithUser annaThere, KithWindow bobs, String why) {
        var states = new CopyOnWriteArrayList<SearchState>();
        annaThere.kith().session().search().state().watch(new LockLane(), states::add);
        var annas = window("Anna", annaThere).low();
        KithSearch.in(annas.use()).look("wave");
        annas.awaitShown(
                "an index that is made from the first message on",
                () -> states.stream().anyMatch(TwoWindowsIndexTest::isFromTheFirst));
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
        return annas;
    }

    private static boolean isFromTheFirst(SearchState state) {
        return state instanceof SearchState.Filling(long done, long total)
                && done == 0
                && total >= SAID;
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
