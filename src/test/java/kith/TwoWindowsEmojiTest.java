package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;

import kith.lab.RoomPlan;
import kith.lab.RosterEntry;
import kith.ui.fx.Boxes;
import kith.ui.fx.FxThread;
import kith.ui.widget.EmojiView;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Emoji beside messages: pictures of them in names and in the list, and those that were chosen
/// lately.
class TwoWindowsEmojiTest extends TwoWindowsFixture {

    TwoWindowsEmojiTest() {
        super("reef");
    }

    @Test
    void inNames() {
        server().addContacts(anna.jid(), List.of(RosterEntry.both(bob.jid(), "Bob 🐢")));
        server().addContacts(bob.jid(), List.of(RosterEntry.both(anna.jid(), "Anna 🦜")));
        var beach = server().newRoomAddress("beach");
        server().createRoom(RoomPlan.open(beach, "Beach 🐚"));
        var annaThere = user("Anna", anna, "anna");
        var bobThere = user("Bob", bob, "bob");
        annaThere.enter(beach);
        bobThere.enter(beach);
        var annas = window("Anna", annaThere);
        var bobs = window("Bob", bobThere);
        bobs.use().goTo("Anna 🦜");
        awaitName(bobs, "Anna 🦜");
        bobs.say("Look, a dolphin 🐬");
        awaitPicture(bobs, "row-preview", "Look, a dolphin 🐬");
        awaitPicture(annas, "row-preview", "Look, a dolphin 🐬");
        annas.use().goTo("Bob 🐢");
        awaitName(annas, "Bob 🐢");
        annas.awaitMessage("Bob 🐢", "Look, a dolphin 🐬");
        for (var window : List.of(annas, bobs)) {
            window.use().goTo("Beach 🐚");
            awaitName(window, "Beach 🐚");
            assertNoBoxes(window);
            window.picture("emoji");
        }
        annas.say("A crab 🦀");
        awaitPicture(annas, "row-preview", "A crab 🦀");
        awaitPicture(bobs, "row-preview", "A crab 🦀");
        bobs.press(CONTROL, SHIFT, KeyCode.N);
        var own = bobs.own("Beach 🐚");
        awaitPicture(own, "lead", "Beach 🐚");
        assertNoBoxes(own);
    }

    @Test
    void thatWereChosenLately() {
        var friends = atTheirWindows();
        var annas = friends.annas();
        var bobs = friends.bobs();
        bobs.use().goTo("Anna");
        annas.use().goTo("Bob");
        choose(annas, "turtle", "🐢");
        choose(annas, "octopus", "🐢🐙");
        annas.press(KeyCode.ENTER);
        bobs.awaitMessage("Anna", "🐢🐙");

        annas.press(CONTROL, SHIFT, KeyCode.J);
        annas.awaitText("Recent");
        annas.awaitText(":octopus:"); // what was chosen last is selected
        annas.picture("lately");
        annas.press(KeyCode.RIGHT);
        annas.awaitText(":turtle:");
        annas.press(KeyCode.ENTER);
        annas.awaitComposer("🐢");
        annas.press(CONTROL, SHIFT, KeyCode.J);
        annas.awaitText(":turtle:");
        annas.press(KeyCode.ENTER);
        annas.awaitComposer("🐢🐢");
        annas.press(KeyCode.ENTER);
        bobs.awaitMessage("Anna", "🐢🐢");
        assertThat(friends.bob().kith().bodies(friends.bob().chat(anna.jid())))
                .containsExactly("🐢🐙", "🐢🐢")
                .isEqualTo(friends.anna().kith().bodies(friends.anna().chat(bob.jid())));
    }

    private static void choose(KithWindow window, String name, String written) {
        window.press(CONTROL, SHIFT, KeyCode.J);
        window.awaitText("Search emoji");
        window.write(name);
        window.awaitText(":" + name + ":");
        window.press(KeyCode.ENTER);
        window.awaitComposer(written);
    }

    /// In the list, on its tab and in the head of its page.
    private static void awaitName(KithWindow window, String name) {
        for (var place : List.of("row-name", "tab-title", "lead")) {
            awaitPicture(window, place, name);
        }
    }

    private static void awaitPicture(KithWindow window, String styleClass, String words) {
        window.awaitShown(
                "a picture in “" + words + "” of " + styleClass,
                () ->
                        window.find(
                                        node ->
                                                node.getStyleClass().contains(styleClass)
                                                        && Shown.isText(node, words)
                                                        && hasPicture(node))
                                .isPresent());
    }

    private static boolean hasPicture(Node node) {
        return Shown.find(node, EmojiView.class::isInstance).isPresent();
    }

    private static void assertNoBoxes(KithWindow window) {
        var root = (Parent) window.find(node -> node.getParent() == null).orElseThrow();
        assertThat(FxThread.call(() -> Boxes.in(root))).isEmpty();
    }
}
