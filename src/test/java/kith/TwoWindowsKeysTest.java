package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

/// What is done with keys alone, all about the window.
class TwoWindowsKeysTest extends TwoWindowsFixture {

    private static final KeyCode ALT = KeyCode.ALT;

    TwoWindowsKeysTest() {
        super("path");
    }

    @Test
    void aboutTheWindow() {
        var friends = inTheRoom();
        var annas = friends.annas();
        var bobs = friends.bobs();
        var lane = room.getLocalpart().toString();
        annas.use().goTo("Bob");
        annas.goTo(lane);
        annas.write("in the lane");
        annas.press(ALT, KeyCode.UP);
        annas.awaitComposer("");
        annas.write("to Bob");
        annas.press(ALT, KeyCode.DOWN);
        annas.awaitComposer("in the lane");
        annas.press(CONTROL, KeyCode.DIGIT1);
        annas.awaitComposer("to Bob");
        annas.press(CONTROL, SHIFT, KeyCode.TAB);
        annas.awaitComposer("in the lane");
        annas.press(CONTROL, KeyCode.PAGE_UP);
        annas.awaitComposer("to Bob");
        annas.press(KeyCode.ENTER);
        bobs.use().goTo(lane);
        bobs.say("Anna, who is here?"); // else it waits for nobody
        annas.awaitText("You were mentioned");
        annas.press(ALT, SHIFT, KeyCode.DOWN);
        annas.awaitComposer("in the lane");
        annas.press(KeyCode.ENTER);
        bobs.awaitMessage("Anna", "in the lane");

        annas.press(KeyCode.F6);
        assertThat(KithFocus.in(annas).isWriting()).isFalse();
        annas.press(SHIFT, KeyCode.F6);
        annas.awaitComposer("");
        annas.press(CONTROL, KeyCode.L);
        annas.write("Bo");
        annas.awaitShown("no other chat", () -> annas.find(KithPointer.chat(lane)).isEmpty());
        annas.press(KeyCode.ENTER);
        annas.awaitComposer("");
        annas.press(CONTROL, SHIFT, KeyCode.J);
        annas.awaitText("Search emoji");
        annas.write("turtle");
        annas.press(KeyCode.ENTER);
        annas.press(KeyCode.ESCAPE);
        annas.awaitComposer("🐢");
        annas.press(KeyCode.ENTER);
        bobs.awaitText("🐢");
        bobs.goTo("Anna");
        bobs.awaitMessage("Anna", "to Bob");
        bobs.awaitMessage("Anna", "🐢");

        var focus = KithFocus.in(annas);
        double usual = focus.lettersHigh();
        annas.press(CONTROL, KeyCode.PLUS);
        annas.awaitShown("larger letters", () -> focus.lettersHigh() > usual);
        annas.press(CONTROL, KeyCode.MINUS);
        annas.press(CONTROL, KeyCode.MINUS);
        annas.awaitShown("smaller letters", () -> focus.lettersHigh() < usual);
        annas.press(CONTROL, KeyCode.DIGIT0);
        annas.awaitShown("the usual letters", () -> focus.lettersHigh() == usual);
        annas.press(CONTROL, KeyCode.EQUALS);
        annas.awaitShown("larger letters", () -> focus.lettersHigh() > usual);
        annas.press(CONTROL, KeyCode.DIGIT0);
        annas.awaitShown("the usual letters", () -> focus.lettersHigh() == usual);
        annas.press(CONTROL, KeyCode.N);
        annas.awaitText("New chat");
        annas.press(KeyCode.ESCAPE);
        annas.press(CONTROL, KeyCode.G);
        annas.awaitText("Room’s address");
        annas.press(KeyCode.ESCAPE);
        annas.goTo(lane);
        annas.press(CONTROL, SHIFT, KeyCode.I);
        annas.awaitText("2 people");
        annas.picture("people");
        annas.press(CONTROL, KeyCode.Q);
        annas.awaitShown("the end", () -> !annas.isShowing());
    }

    @Test
    void aboutWhoIsMeantAndWhatIsCopied() {
        var friends = inTheRoom();
        var annas = friends.annas();
        var bobs = friends.bobs();
        var lane = room.getLocalpart().toString();
        bobs.use().goTo("Anna");
        annas.use().goTo(lane);
        annas.write("To @Bo");
        annas.awaitShown(
                "who is meant", () -> annas.find(TwoWindowsKeysTest::isCompletion).isPresent());
        annas.press(KeyCode.TAB);
        annas.awaitComposer("To @Bob ");
        annas.press(KeyCode.ENTER);
        bobs.awaitText("You were mentioned");
        bobs.goTo(lane);
        bobs.awaitMessage("Anna", "To @Bob");
        bobs.say("Who calls?");
        annas.awaitMessage("Bob", "Who calls?");
        annas.toMessage("Who calls?");
        annas.press(SHIFT, KeyCode.UP);
        annas.press(CONTROL, KeyCode.C);
        assertThat(OwnClipboard.words()).contains("You: To @Bob\n", "Bob: Who calls?");
    }

    private static boolean isCompletion(Node node) {
        return node.getStyleClass().contains("completion");
    }
}
