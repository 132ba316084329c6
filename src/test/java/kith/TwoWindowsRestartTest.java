package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import kith.lab.RosterEntry;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Predicate;

/// What is as it was when somebody comes back: tabs, those that have no room, pins, and what they
/// were about to say.
class TwoWindowsRestartTest extends TwoWindowsFixture {

    private static final List<String> OTHERS =
            List.of("Mara Lindqvist", "Layla Haddad", "Jonas Weber", "Cleo", "Adam", "Mum");

    TwoWindowsRestartTest() {
        super("roof");
    }

    @Test
    void withManyTabs() {
        for (var name : OTHERS) {
            var other = server().newAccount("other");
            server().addContacts(anna.jid(), List.of(RosterEntry.both(other.jid(), name)));
        }
        var annaThere = user("Anna", anna, "anna");
        var bobThere = user("Bob", bob, "bob");
        var annas = window("Anna", annaThere).low().slim();
        var bobs = window("Bob", bobThere);
        var pointer = new KithPointer(annas);
        bobs.use().goTo("Anna");
        annas.use();
        OTHERS.forEach(annas::goTo);
        annas.goTo("Bob");
        pointer.choose(KithPointer.tab("Layla Haddad"), "Pin this tab");
        annas.awaitShown("the pinned tab", () -> annas.find(isPinned("Layla Haddad")).isPresent());
        annas.goTo("Mara Lindqvist");
        annas.awaitShown("no tab of Bob", () -> annas.find(KithPointer.tab("Bob")).isEmpty());
        annas.picture("many-tabs");
        pointer.click(TwoWindowsRestartTest::isMoreTabs);
        annas.chooseInMenu("Bob");
        annas.awaitComposer("");
        annas.say("Found you at the end");
        bobs.awaitMessage("Anna", "Found you at the end");

        var before = KithTabs.in(annas).shown();
        assertThat(before).hasSizeBetween(2, OTHERS.size());
        annas.close();
        annaThere.go();
        bobs.say("While you were out");
        annaThere.come();
        var again = window("Anna", annaThere).low().slim();
        again.use().awaitMessage("Bob", "While you were out");
        again.awaitShown(
                "the same tabs, not " + KithTabs.in(again).shown(),
                () -> KithTabs.in(again).shown().equals(before));
        again.awaitShown("the pinned tab", () -> again.find(isPinned("Layla Haddad")).isPresent());
        assertThat(again.find(TwoWindowsRestartTest::isMoreTabs)).isPresent();
        var layla = new KithPointer(again);
        layla.choose(KithPointer.tab("Layla Haddad"), "Close other tabs");
        KithTabs.in(again).await("Layla Haddad");
        layla.choose(KithPointer.tab("Layla Haddad"), "Reopen a tab");
        KithTabs.in(again).await("Layla Haddad", "Mara Lindqvist");
        again.picture("some-tabs");
    }

    @Test
    void withHalfAThought() {
        var annaThere = user("Anna", anna, "anna");
        var bobThere = user("Bob", bob, "bob");
        annaThere.enter(room);
        bobThere.enter(room);
        var roof = room.getLocalpart().toString();
        var annas = window("Anna", annaThere);
        var bobs = window("Bob", bobThere);
        bobs.use().goTo("Anna");
        bobs.say("Tea or coffee?");
        annas.use().goTo(roof);
        annas.say("Up here");
        annas.press(KeyCode.UP);
        annas.awaitComposer("Up here");
        annas.write(" it is cold");
        annas.awaitText("Edit message");
        annas.goTo("Bob");
        annas.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        annas.awaitText("Replying to Bob");
        annas.write("Te");
        annas.awaitComposer("Te");
        annas.close();
        annaThere.go();
        annaThere.come();

        var again = window("Anna", annaThere);
        again.use().awaitComposer("Te");
        again.awaitText("Replying to Bob");
        again.write("a");
        again.press(KeyCode.ENTER);
        bobs.awaitMessage("Anna", "Tea", "in reply to Tea or coffee?");
        again.goTo(roof, "Up here it is cold");
        again.awaitText("Edit message");
        again.picture("edit");
        again.press(KeyCode.ENTER);
        bobs.goTo(roof);
        bobs.awaitMessage("Anna", "Up here it is cold", "edited");
        again.awaitMessage("You", "Up here it is cold", "edited");
    }

    private static Predicate<Node> isPinned(String chat) {
        return node ->
                KithPointer.tab(chat).test(node) && KithWindow.spoken(node).endsWith("Pinned");
    }

    private static boolean isMoreTabs(Node node) {
        return node.getStyleClass().contains("worded") && Shown.text(node).endsWith(" more");
    }
}
