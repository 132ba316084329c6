package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import kith.ui.widget.Badge;

import org.junit.jupiter.api.Test;

import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What is done where messages are read: long ones, links, what is new, what is picked and copied,
/// tones of reactions, what was changed, days.
class TwoWindowsReadingTest extends TwoWindowsFixture {

    private static final String LONG =
            IntStream.rangeClosed(1, 55)
                    .mapToObj(line -> "line " + line)
                    .collect(Collectors.joining("\n"));

    TwoWindowsReadingTest() {
        super("porch");
    }

    /// Also where it has no tab yet.
    @Test
    void whatCameMeanwhileIsNewInAChatThatIsOpened() {
        var annaThere = user("Anna", anna, "anna");
        var bobThere = user("Bob", bob, "bob");
        annaThere.enter(room);
        var annas = window("Anna", annaThere);
        var bobs = window("Bob", bobThere);
        annas.use().goTo(room.getLocalpart().toString());
        bobs.use().goTo("Anna");
        bobs.say("While you are away");
        bobs.say("And one more");
        annas.awaitText("2 unread");
        annas.goTo("Bob");
        annas.awaitMessage("Bob", "And one more");
        annas.awaitText("2 new messages");
    }

    @Test
    void withTheTimeline() {
        var annaThere = user("Anna", anna, "anna");
        var bobThere = user("Bob", bob, "bob");
        annaThere.enter(room);
        var annas = window("Anna", annaThere).low();
        var bobs = window("Bob", bobThere).low();
        var pointer = new KithPointer(annas);
        bobs.use().goTo("Anna");
        annas.use().goTo("Bob");

        bobs.say("Come *soon* to `xmpp:me` or xmpp:" + room);
        annas.awaitMessage("Bob", "Come");
        pointer.click(node -> Shown.isText(node, "xmpp:" + room));
        annas.awaitText("Message " + room.getLocalpart());
        bobs.say("While you are away");
        bobs.say("And one more");
        annas.awaitText("2 unread");
        annas.press(CONTROL, KeyCode.W);
        annas.awaitText("2 new messages");
        annas.picture("new");

        OwnClipboard.put(LONG);
        annas.press(CONTROL, KeyCode.V);
        annas.awaitComposer(LONG);
        annas.press(KeyCode.ENTER);
        bobs.awaitText("Show more");
        bobs.click("Show more");
        bobs.awaitNoText("Show more");
        bobs.awaitMessage("Anna", "line 55");
        assertThat(bobThere.kith().bodies(bobThere.chat(anna.jid()))).endsWith(LONG);
        bobs.picture("unfolded");

        annas.click("Show more");
        annas.awaitNoText("Show more");
        annas.press(SHIFT, KeyCode.F6);
        annas.press(KeyCode.HOME);
        annas.awaitMessage("Come");
        bobs.say("Down here");
        bobs.say("Here, too");
        annas.awaitText("2 new messages below");
        annas.picture("below");
        annas.awaitText("2 unread");
        bobs.awaitMessage("You", "Here, too", "Delivered");
        assertThat(annas.find(isBadge("2"))).isPresent();
        assertThat(annas.messages()).noneMatch(it -> it.contains("here") || it.contains("Here"));
        pointer.click(node -> node.getStyleClass().contains("jump"));
        annas.awaitMessage("Bob", "Here, too");
        annas.awaitNoText("2 new messages below");
        annas.awaitNoText("2 unread");
        assertThat(annas.messages().getLast()).contains("Here, too");
        bobs.awaitMessage("You", "Here, too", "Read");

        pointer.drag(KithPointer.message("Down here"), KithPointer.message("Here, too"));
        annas.press(CONTROL, KeyCode.C);
        assertThat(OwnClipboard.words()).contains("Bob: Down here\n", "Bob: Here, too");
        annas.picture("picked");
        annas.choose("Copy 2 messages");
        assertThat(OwnClipboard.words()).isEqualTo("Down here\nHere, too");
        annas.press(KeyCode.ESCAPE);

        annas.toMessage("Here, too");
        annas.press(CONTROL, SHIFT, KeyCode.E);
        annas.awaitText("Search emoji");
        annas.click("Skin tone: Yellow");
        annas.click("Medium");
        annas.write("thumbs up");
        annas.press(KeyCode.ENTER);
        for (var window : new KithWindow[] {annas, bobs}) {
            window.awaitMessage("Here, too", "👍🏽");
        }

        bobs.say("At ten");
        bobs.press(KeyCode.UP);
        bobs.awaitComposer("At ten");
        bobs.write(" or so");
        bobs.press(KeyCode.ENTER);
        annas.awaitMessage("At ten or so", "edited");
        var details = KithDetails.of(annas, "At ten or so");
        assertThat(details.lines())
                .anyMatch(line -> line.endsWith(": At ten"))
                .anyMatch(line -> line.endsWith(": At ten or so"));
        details.close();

        annas.press(CONTROL, SHIFT, KeyCode.G);
        annas.awaitText("Go to a day");
        KithPopup.over(annas).press(KeyCode.ENTER);
        annas.awaitMessage("Bob", "Come");
        annas.picture("day");
    }

    /// The number on the button that goes to the newest message.
    private static Predicate<Node> isBadge(String count) {
        return node ->
                node instanceof Badge
                        && Shown.isText(node, count)
                        && node.getParent().getStyleClass().contains("jump-place");
    }
}
