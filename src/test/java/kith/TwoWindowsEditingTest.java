package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

/// What keys do to what is being written and to what was: styles, lines, an older message that is
/// changed, what was begun and is given up, letters of a message that are copied.
class TwoWindowsEditingTest extends TwoWindowsFixture {

    TwoWindowsEditingTest() {
        super("press");
    }

    @Test
    void withKeys() {
        var bobThere = user("Bob", bob, "bob");
        var annas = window("Anna", user("Anna", anna, "anna"));
        var bobs = window("Bob", bobThere);
        bobs.use().goTo("Anna");
        annas.use().goTo("Bob");

        sayIn(annas, "bold", "*bold*", CONTROL, KeyCode.B);
        sayIn(annas, "leaning", "_leaning_", CONTROL, KeyCode.I);
        sayIn(annas, "struck", "~struck~", CONTROL, SHIFT, KeyCode.X);
        sayIn(annas, "code", "`code`", CONTROL, KeyCode.E);
        annas.write("one");
        annas.press(SHIFT, KeyCode.ENTER);
        annas.write("two");
        annas.awaitComposer("one\ntwo");
        annas.press(KeyCode.ENTER);
        bobs.awaitMessage("Anna", "one", "two");
        assertThat(bobThere.kith().bodies(bobThere.chat(anna.jid())))
                .containsExactly("*bold*", "_leaning_", "~struck~", "`code`", "one\ntwo");

        annas.toMessage("leaning");
        annas.choose("Edit");
        annas.awaitComposer("_leaning_");
        annas.press(CONTROL, KeyCode.END);
        annas.write(" back");
        annas.press(KeyCode.ENTER);
        for (var window : new KithWindow[] {annas, bobs}) {
            window.awaitMessage("leaning back", "edited");
        }

        annas.write("half a thought");
        annas.press(CONTROL, KeyCode.UP);
        annas.awaitComposer("one\ntwo");
        annas.awaitText("Edit message");
        annas.press(KeyCode.ESCAPE);
        annas.awaitNoText("Edit message");
        annas.awaitComposer("half a thought");
        annas.press(KeyCode.ENTER);
        bobs.awaitMessage("Anna", "half a thought");
        assertThat(bobs.messages())
                .filteredOn(said -> said.contains("one"))
                .singleElement()
                .asString()
                .contains("two")
                .doesNotContain("edited");

        annas.toMessage("half a thought");
        annas.press(KeyCode.LEFT); // the caret, at the end
        for (int letters = 0; letters < "thought".length(); letters++) {
            annas.press(SHIFT, KeyCode.LEFT);
        }
        annas.press(CONTROL, KeyCode.C);
        assertThat(OwnClipboard.words()).isEqualTo("thought");

        bobs.use().press(CONTROL, SHIFT, KeyCode.R);
        bobs.awaitText("Replying to Anna");
        bobs.press(KeyCode.ESCAPE);
        bobs.awaitNoText("Replying to Anna");
        bobs.say("/me waves");
        for (var window : new KithWindow[] {annas, bobs}) {
            window.awaitMessage("waves");
            window.awaitNoMessage("/me");
            window.awaitNoMessage("in reply to");
        }
        annas.picture("edited");
        bobs.picture("edited");
    }

    /// Writes a word, has keys put all of it into a style, and sends it.
    private static void sayIn(KithWindow window, String word, String styled, KeyCode... keys) {
        window.write(word);
        window.press(CONTROL, KeyCode.A);
        window.press(keys);
        window.awaitComposer(styled);
        window.press(KeyCode.ENTER);
        window.awaitComposer("");
    }
}
