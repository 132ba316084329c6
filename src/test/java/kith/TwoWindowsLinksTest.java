package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.function.Predicate;

/// What links lead to, and reactions that others join.
class TwoWindowsLinksTest extends TwoWindowsFixture {

    TwoWindowsLinksTest() {
        super("gate");
    }

    @Test
    void withLinksAndReactions() {
        var annaThere = user("Anna", anna, "anna");
        var bobThere = user("Bob", bob, "bob");
        annaThere.enter(room);
        var annas = window("Anna", annaThere).low();
        var bobs = window("Bob", bobThere).low();
        var pointer = new KithPointer(annas);
        annas.use().goTo("Bob");
        bobs.use().goTo("Anna");
        bobs.say("See https://hearth.example/pier and xmpp:" + room + "?join");
        annas.awaitMessage("Bob", "hearth.example/pier");
        pointer.click(node -> Shown.isText(node, "https://hearth.example/pier"));
        assertThat(annas.opened()).containsExactly(URI.create("https://hearth.example/pier"));
        pointer.click(node -> Shown.isText(node, "xmpp:" + room + "?join"));
        annas.awaitText("Message " + room.getLocalpart());
        new KithPointer(bobs).click(node -> Shown.isText(node, "xmpp:" + room + "?join"));
        bobs.awaitText("Join a room");
        bobs.awaitText(room.toString());
        bobs.picture("asked");
        bobs.click("Join");
        bobs.awaitText("Message " + room.getLocalpart());
        bobs.awaitComposer("");
        bobs.say("Here I am");
        annas.awaitMessage(bob.user(), "Here I am");

        annas.use().toMessage("Here I am");
        annas.press(CONTROL, SHIFT, KeyCode.E);
        annas.awaitText("Search emoji");
        annas.write("party");
        annas.press(KeyCode.ENTER);
        for (var window : List.of(annas, bobs)) {
            window.awaitMessage("Here I am", "🎉");
        }
        new KithPointer(bobs).click(hasStyle("reaction"));
        for (var window : List.of(annas, bobs)) {
            window.awaitText("🎉\u20022");
        }
        pointer.click(hasStyle("reaction"));
        for (var window : List.of(annas, bobs)) {
            window.awaitText("🎉\u20021");
        }
        annas.press(CONTROL, SHIFT, KeyCode.E);
        annas.awaitText("Recent");
        annas.picture("recent");
        annas.press(KeyCode.ESCAPE);
    }

    private static Predicate<Node> hasStyle(String style) {
        return node -> node.getStyleClass().contains(style);
    }
}
