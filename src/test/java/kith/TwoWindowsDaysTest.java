package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import kith.lab.PastStanza;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is done in a long history: to a day far up, further up page by page, back to the newest,
/// and what stays in its place meanwhile.
class TwoWindowsDaysTest extends TwoWindowsFixture {

    private static final int DAYS = 70;
    private static final int A_DAY = 12;

    private final LocalDate today = LocalDate.now(ZoneId.systemDefault());

    TwoWindowsDaysTest() {
        super("attic");
    }

    @Test
    void inALongHistory() {
        server().addConversation(anna, bob, history());
        var friends = atTheirWindows().low();
        var annas = friends.annas();
        var bobs = friends.bobs();
        awaitSaid(friends, DAYS * A_DAY);
        annas.use().goTo("Bob");
        annas.awaitMessage(words(1, A_DAY));
        annas.awaitNoMessage(words(40, 1));

        var month = today.minusMonths(1);
        int back = (int) (today.toEpochDay() - month.toEpochDay());
        annas.press(CONTROL, SHIFT, KeyCode.G);
        annas.awaitText("Go to a day");
        KithPopup.over(annas).press(KeyCode.PAGE_UP);
        KithPopup.over(annas).press(KeyCode.ENTER);
        annas.awaitMessage(words(back, 1));
        annas.picture("month");

        bobs.use().goTo("Anna");
        bobs.awaitMessage(words(1, A_DAY));
        bobs.say("Are you far up?");
        bobs.press(KeyCode.UP);
        bobs.awaitComposer("Are you far up?");
        bobs.write(" Very far?");
        bobs.press(KeyCode.ENTER);
        bobs.awaitMessage("Very far?", "edited");
        annas.awaitMessage(words(back, 1));
        annas.awaitNoMessage("Are you far up?");

        var pointer = new KithPointer(annas);
        int top = top(annas);
        while (top < DAYS * A_DAY) {
            int from = top;
            pointer.turn(400);
            annas.awaitShown("what is further up than " + from, () -> top(annas) > from);
            top = top(annas);
            assertThat(top - from).as("messages passed at once").isLessThanOrEqualTo(A_DAY * 2);
            assertThat(annas.messages()).isNotEmpty();
        }
        pointer.turn(400); // to what stands above the first
        annas.awaitText("This is where your chat with Bob starts.");
        annas.picture("start");
        annas.click("Go to the newest message");
        annas.awaitMessage("Bob", "Very far?", "edited");
        annas.say("At the end again");
        bobs.awaitMessage("Anna", "At the end again");

        bobs.press(CONTROL, SHIFT, KeyCode.G);
        bobs.awaitText("Go to a day");
        KithPopup.over(bobs).press(KeyCode.PAGE_UP);
        KithPopup.over(bobs).press(KeyCode.ENTER);
        bobs.awaitMessage(words(back, 1));
        bobs.press(KeyCode.ESCAPE);
        bobs.awaitMessage("Anna", "At the end again");
    }

    /// How many messages of the past come after the one at the top, with that.
    private static int top(KithWindow window) {
        return window.messages().stream()
                .map(said -> said.replaceFirst("(?s).*“(\\d+)”.*", "$1"))
                .filter(number -> number.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    private List<PastStanza> history() {
        return IntStream.rangeClosed(1, DAYS)
                .map(day -> DAYS + 1 - day)
                .boxed()
                .flatMap(day -> day(day))
                .toList();
    }

    /// @param ago how many days
    private Stream<PastStanza> day(int ago) {
        var noon = today.minusDays(ago).atTime(LocalTime.NOON).atZone(ZoneId.systemDefault());
        return IntStream.rangeClosed(1, A_DAY)
                .mapToObj(
                        number -> {
                            var from = number % 2 == 0 ? anna.jid() : bob.jid();
                            var to = number % 2 == 0 ? bob.jid() : anna.jid();
                            var at = noon.plusMinutes(number).toInstant();
                            return PastStanza.chat(from, to, at, words(ago, number));
                        });
    }

    private static String words(int ago, int number) {
        int after = (ago - 1) * A_DAY + A_DAY + 1 - number;
        return "Said %d days ago, “%d”".formatted(ago, after);
    }
}
