package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

/// What is done with keys alone: about in the window, and other keys in the place of the usual.
class TwoWindowsShortcutsTest extends TwoWindowsFixture {

    private static final String SWITCHER = "Go to a chat, contact or room";

    TwoWindowsShortcutsTest() {
        super("lane");
    }

    @Test
    void withOtherKeys() {
        var friends = atTheirWindows();
        var annas = friends.annas();
        var bobs = friends.bobs();
        bobs.use().goTo("Anna");
        annas.use().goTo("Bob");
        annas.press(CONTROL, SHIFT, KeyCode.SLASH); // as some keyboards have it
        annas.awaitText("Jump to a chat, Ctrl K");
        annas.press(KeyCode.ESCAPE);
        annas.awaitComposer("");
        annas.press(CONTROL, KeyCode.SLASH);
        annas.click("Jump to a chat, Ctrl K");
        annas.awaitText("Press the new keys for “Jump to a chat”");
        annas.press(CONTROL, KeyCode.G);
        annas.awaitText("Ctrl G is already for “Join a room”");
        annas.picture("refused");
        annas.press(CONTROL, KeyCode.J);
        annas.awaitText("Jump to a chat, Ctrl J");
        annas.click("Close tab, Ctrl W");
        annas.awaitText("Press the new keys for “Close tab”");
        annas.press(KeyCode.ESCAPE);
        annas.awaitText("Close tab, Ctrl W");
        annas.press(KeyCode.ESCAPE);
        annas.awaitComposer("");
        useTheSwitcher(annas, KeyCode.K, KeyCode.J);

        annas.close();
        friends.anna().go();
        friends.anna().come();
        var again = window("Anna", friends.anna());
        again.use().awaitComposer("");
        useTheSwitcher(again, KeyCode.K, KeyCode.J);
        again.say("With other keys");
        bobs.awaitMessage("Anna", "With other keys");

        again.press(CONTROL, KeyCode.COMMA);
        again.awaitText("Appearance");
        again.press(KeyCode.F1);
        again.awaitText("Jump to a chat, Ctrl J");
        again.click("Reset all");
        again.awaitText("Jump to a chat, Ctrl K");
        again.press(KeyCode.ESCAPE);
        again.press(KeyCode.ESCAPE);
        again.awaitComposer("");
        useTheSwitcher(again, KeyCode.J, KeyCode.K);
        again.say("With the usual ones");
        bobs.awaitMessage("Anna", "With the usual ones");
    }

    /// @param not the key that opens it no more
    /// @param but the one that does
    private static void useTheSwitcher(KithWindow window, KeyCode not, KeyCode but) {
        window.press(CONTROL, not);
        assertThat(window.shows(SWITCHER)).isFalse();
        window.press(CONTROL, but);
        window.awaitText(SWITCHER);
        window.write("Bob");
        window.awaitText("Bob");
        window.press(KeyCode.ENTER);
        window.awaitComposer("");
    }
}
