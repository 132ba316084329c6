package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.shape.Rectangle;

import kith.lab.LabUser;
import kith.lab.PastStanza;
import kith.ui.fx.Dragged;
import kith.ui.fx.FxThread;

import org.fxmisc.flowless.VirtualFlow;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What one reads stays where it is in the window while the other changes what stands above it and
/// goes on talking below, and while older messages come.
class TwoWindowsPlaceTest extends TwoWindowsFixture {

    private static final Pattern LINE = Pattern.compile("Line (\\d+),");
    private static final int OLD = 600;
    private static final int SAID = 30;

    /// With fewer rows than that above what is in sight, older ones are asked for.
    private static final int AHEAD = 20;

    TwoWindowsPlaceTest() {
        super("sill");
    }

    @Test
    void staysWhileOthersChangeWhatIsAround() {
        var annas = window("Anna", user("Anna", anna, "anna")).low();
        var bobs = window("Bob", user("Bob", bob, "bob"));
        bobs.use().goTo("Anna");
        annas.use().goTo("Bob");
        for (int number = 1; number <= SAID; number++) {
            bobs.say(line(number));
        }
        annas.awaitMessage(line(SAID));
        new KithPointer(annas).turn(330);
        annas.awaitNoMessage(line(SAID));
        int top = lines(annas).getFirst();
        assertThat(top).isGreaterThan(1).isLessThan(SAID - 5);

        var gaze = new KithGaze(annas, line(top + 1));
        toLine(bobs, top);
        bobs.choose("Edit");
        bobs.awaitComposer(line(top));
        for (int more = 0; more < 5; more++) {
            bobs.press(SHIFT, KeyCode.ENTER);
            bobs.write("and on");
        }
        bobs.press(KeyCode.ENTER);
        for (var window : List.of(annas, bobs)) {
            window.awaitMessage(line(top), "and on", "edited");
        }
        annas.picture("longer-above");

        toLine(bobs, top);
        bobs.press(CONTROL, SHIFT, KeyCode.E);
        bobs.awaitText("Search emoji");
        bobs.write("turtle");
        bobs.press(KeyCode.ENTER);
        bobs.press(KeyCode.ESCAPE);
        for (var window : List.of(annas, bobs)) {
            window.awaitMessage(line(top), "🐢");
        }
        toLine(bobs, top);
        bobs.press(CONTROL, SHIFT, KeyCode.D);
        bobs.click("Delete for everyone");
        for (var window : List.of(annas, bobs)) {
            window.awaitText("Message deleted");
            window.awaitNoMessage(line(top));
        }
        annas.picture("shorter-above");

        new KithPointer(bobs)
                .drop(() -> Dragged.picture(new WritableImage(40, 30), "https://b.example/boat"));
        bobs.awaitText("Picture.png");
        bobs.press(KeyCode.ENTER);
        bobs.awaitMessage("You", "Picture.png", "localhost");
        annas.awaitText("1 new message below");
        bobs.say("Below all that");
        annas.awaitText("2 new messages below");
        annas.picture("picture-below");
        gaze.wasStill();
        annas.press(KeyCode.ESCAPE);
        annas.awaitMessage("Bob", "Picture.png");
        annas.awaitMessage("Bob", "Below all that");
    }

    @Test
    void staysWhileOlderMessagesCome() {
        server().addConversation(anna, bob, history());
        var friends = atTheirWindows().low();
        var annas = friends.annas();
        var bobs = friends.bobs();
        awaitSaid(friends, OLD);
        annas.use().goTo("Bob");
        bobs.use().goTo("Anna");
        for (var window : List.of(annas, bobs)) {
            window.awaitMessage(line(OLD));
            int pages = 0;
            while (lines(window).getFirst() > 1) {
                pages += readUp(window) ? 1 : 0;
            }
            assertThat(pages).as("pages that came while they read").isGreaterThan(3);
            window.picture("oldest");
        }
    }

    @Test
    void staysWhilePicturesOfPeopleCome() {
        var friends = inTheRoom().low();
        var annas = friends.annas();
        var bobs = friends.bobs();
        var picture = new OwnPicture(Color.TEAL);
        try (var carl = LabUser.signIn(server(), server().newAccount("carl"));
                var eve = LabUser.signIn(server(), server().newAccount("eve"))) {
            carl.join(room, "Carl");
            eve.join(room, "Eve");
            for (var window : List.of(annas, bobs)) {
                window.use().goTo(room.getLocalpart().toString());
            }
            for (int number = 1; number <= SAID; number++) {
                (number % 2 == 0 ? carl : eve).sayIn(room, line(number));
                annas.awaitMessage(line(number)); // each has a way of its own to the room
            }
            for (var window : List.of(annas, bobs)) {
                window.awaitMessage(line(SAID));
                new KithPointer(window).turn(500);
                window.awaitNoMessage(line(SAID));
                assertThat(window.find(TwoWindowsPlaceTest::isPictured)).isEmpty();
            }
            var gazes =
                    Stream.of(annas, bobs)
                            .map(it -> new KithGaze(it, line(lines(it).get(3))))
                            .toList();
            picture.publish(carl);
            picture.announce(carl, room, "Carl");
            for (var window : List.of(annas, bobs)) {
                window.awaitShown(
                        "Carl", () -> window.find(TwoWindowsPlaceTest::isPictured).isPresent());
                window.picture("pictured");
            }
            gazes.forEach(KithGaze::wasStill);
        }
    }

    /// Turns the wheel, and reads from the next frame on until older ones have come, where they
    /// are asked for by that.
    ///
    /// @return whether they were
    private static boolean readUp(KithWindow window) {
        var flow = (VirtualFlow<?, ?>) window.find(VirtualFlow.class::isInstance).orElseThrow();
        int before = lines(window).getFirst();
        var above = new AtomicInteger(); // rows that are there and out of sight
        var gaze =
                new KithGaze(
                        window,
                        messages -> {
                            var lines = lines(messages);
                            above.set(flow.getFirstVisibleIndex());
                            return lines.getFirst() < before
                                    ? Optional.of(line(lines.get(2)))
                                    : Optional.empty();
                        });
        new KithPointer(window).turn(600);
        gaze.awaitBegun();
        boolean isAsked = above.get() < AHEAD && above.get() < lines(window).getFirst() - 1;
        if (isAsked) {
            window.awaitShown(
                    "older ones",
                    () -> FxThread.call(flow::getFirstVisibleIndex) > above.get() + AHEAD);
        }
        gaze.wasStill();
        return isAsked;
    }

    private static boolean isPictured(Node node) {
        return node instanceof Rectangle face && face.getFill() instanceof ImagePattern;
    }

    /// Has the keyboard go to one of what Bob has said.
    private static void toLine(KithWindow window, int number) {
        window.use();
        if (KithFocus.in(window).isWriting()) {
            window.press(SHIFT, KeyCode.F6);
        }
        window.press(KeyCode.END);
        for (int up = number; up < SAID; up++) {
            window.press(KeyCode.UP);
        }
        window.awaitMessage(line(number));
    }

    /// Which of them are in sight, from top to bottom.
    private static List<Integer> lines(KithWindow window) {
        return lines(window.messages());
    }

    private static List<Integer> lines(List<String> messages) {
        return messages.stream()
                .map(LINE::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)))
                .toList();
    }

    private List<PastStanza> history() {
        var from = Instant.now().minus(Duration.ofHours(20));
        return IntStream.rangeClosed(1, OLD)
                .mapToObj(
                        number ->
                                PastStanza.chat(
                                        bob.jid(),
                                        anna.jid(),
                                        from.plusSeconds(60L * number),
                                        line(number)))
                .toList();
    }

    private static String line(int number) {
        return "Line " + number + ",";
    }
}
