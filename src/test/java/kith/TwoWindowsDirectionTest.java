package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import kith.lab.RosterEntry;
import kith.ui.fx.FxThread;
import kith.ui.widget.EmojiLabel;

import org.junit.jupiter.api.Test;

import java.text.Bidi;
import java.util.List;
import java.util.function.Predicate;

/// Names and messages that run from right to left, or say so of what is behind them: nothing beside
/// them is turned around.
class TwoWindowsDirectionTest extends TwoWindowsFixture {

    /// With an isolate that nothing ends.
    private static final String HIS_NAME = "Bob \u2067gpj II";

    /// With an override.
    private static final String HER_NAME = "آنا \u202Eليلى";

    TwoWindowsDirectionTest() {
        super("weir");
    }

    @Test
    void turnsNothingAround() {
        server().addContacts(anna.jid(), List.of(RosterEntry.both(bob.jid(), HIS_NAME)));
        server().addContacts(bob.jid(), List.of(RosterEntry.both(anna.jid(), HER_NAME)));
        var friends = atTheirWindows();
        var annas = friends.annas();
        var bobs = friends.bobs();
        annas.use().goTo("Bob");
        bobs.use().goTo(HER_NAME);
        for (var window : List.of(annas, bobs)) {
            assertInOrder(window, "This is where your chat with ", " starts.");
            assertInOrder(window, "Message ", ", not encrypted");
        }

        bobs.write("photo \u202Egnp.exe\u2067 today");
        assertInOrder(annas, "", " is typing…");
        bobs.press(KeyCode.ENTER);
        annas.use().write("وصلت النسخة \u202A");
        assertInOrder(bobs, "", " is typing…");
        annas.press(KeyCode.ENTER);
        for (var window : List.of(annas, bobs)) {
            window.awaitMessage("صلت النسخة");
            assertThat(words(window, "photo").getMaxX())
                    .isLessThanOrEqualTo(time(window, "photo").getMinX());
            assertThat(words(window, "صلت").getMinX())
                    .isGreaterThanOrEqualTo(time(window, "صلت").getMaxX());
            window.use().press(CONTROL, SHIFT, KeyCode.R);
            window.awaitText("Replying to ");
            window.press(KeyCode.ESCAPE);
        }
        for (var window : List.of(annas, bobs)) {
            assertThat(window.find(TwoWindowsDirectionTest::isTurning)).isEmpty();
            window.picture("directions");
        }
    }

    /// Waits for a sentence with a name in it, and looks whether its own words go from left to
    /// right, also those behind the name.
    private static void assertInOrder(KithWindow window, String before, String after) {
        Predicate<Node> isIt =
                node -> {
                    var words = sentence(node);
                    return words.length() > before.length() + after.length()
                            && words.startsWith(before)
                            && words.endsWith(after);
                };
        window.awaitShown("“" + before + "…" + after + "”", () -> window.find(isIt).isPresent());
        var node = window.find(isIt).orElseThrow();
        var words = FxThread.call(() -> sentence(node));
        var levels = new Bidi(words, Bidi.DIRECTION_LEFT_TO_RIGHT);
        for (int at = 0; at < words.length(); at++) {
            if (at < before.length() || at >= words.length() - after.length()) {
                assertThat(levels.getLevelAt(at)).as("level of %d in %s", at, words).isZero();
            }
        }
    }

    /// Letters with a sign among them that says in which direction others go.
    private static boolean isTurning(Node node) {
        return node instanceof Text letters
                && letters.getText().matches("(?s).*[\\u202A-\\u202E\\u2066-\\u2069].*");
    }

    /// What stands in a node as one.
    private static String sentence(Node node) {
        return switch (node) {
            case TextInputControl field -> field.getPromptText();
            case EmojiLabel label -> label.getText();
            case Node row when row.getStyleClass().contains("start") -> Shown.text(row);
            default -> "";
        };
    }

    /// Where the words of a message are.
    private static Bounds words(KithWindow window, String part) {
        return bounds(window, part, ".message-text .text");
    }

    /// Where its time is.
    private static Bounds time(KithWindow window, String part) {
        return bounds(window, part, ".message-time");
    }

    private static Bounds bounds(KithWindow window, String part, String selector) {
        var row = (Parent) window.find(KithPointer.message(part)).orElseThrow();
        return FxThread.call(
                () -> {
                    row.getScene().getRoot().layout(); // it may just have come
                    return row.lookupAll(selector).stream()
                            .map(node -> node.localToScene(node.getLayoutBounds()))
                            .reduce(TwoWindowsDirectionTest::around)
                            .orElseThrow();
                });
    }

    private static Bounds around(Bounds one, Bounds other) {
        double x = Math.min(one.getMinX(), other.getMinX());
        double y = Math.min(one.getMinY(), other.getMinY());
        return new BoundingBox(
                x,
                y,
                Math.max(one.getMaxX(), other.getMaxX()) - x,
                Math.max(one.getMaxY(), other.getMaxY()) - y);
    }
}
