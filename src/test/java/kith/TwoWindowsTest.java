package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import kith.lab.ServerKind;

import org.junit.jupiter.api.Test;

/// Two people at their windows, who do with each other all that can be done with messages, each
/// thing once, and see it on both sides.
class TwoWindowsTest extends FriendsFixture {

    private static final KeyCode CONTROL = KeyCode.CONTROL;
    private static final KeyCode SHIFT = KeyCode.SHIFT;

    TwoWindowsTest() {
        super(ServerKind.PROSODY, "corner");
    }

    @Test
    void withAMessage() {
        var annas = window("Anna", user("Anna", anna, "anna"));
        var bobs = window("Bob", user("Bob", bob, "bob"));
        annas.use().goTo("Bob");
        annas.say("Thursday?");
        bobs.use().goTo("Anna");
        bobs.awaitMessage("Anna", "Thursday?");
        annas.awaitMessage("You", "Thursday?", "Read");

        bobs.write("Fri");
        annas.awaitText("Bob is typing…");
        bobs.write("day");
        bobs.press(KeyCode.ENTER);
        bobs.awaitComposer("");
        annas.awaitMessage("Bob", "Friday");

        annas.use().press(CONTROL, SHIFT, KeyCode.R);
        annas.awaitText("Replying to Bob");
        annas.say("Fine");
        for (var window : new KithWindow[] {annas, bobs}) {
            window.awaitMessage("Fine", "in reply to Friday");
        }

        bobs.use().toMessage("Fine");
        bobs.press(CONTROL, SHIFT, KeyCode.E);
        bobs.awaitText("Search emoji");
        bobs.write("turtle");
        bobs.press(KeyCode.ENTER);
        annas.awaitMessage("Fine", "🐢");
        bobs.awaitMessage("Fine", "🐢");
        bobs.press(KeyCode.ESCAPE);

        annas.use().press(KeyCode.UP);
        annas.awaitComposer("Fine");
        annas.write(", at nine");
        annas.press(KeyCode.ENTER);
        for (var window : new KithWindow[] {annas, bobs}) {
            window.awaitMessage("Fine, at nine", "edited", "🐢", "in reply to Friday");
        }

        annas.toMessage(", Friday");
        annas.press(CONTROL, KeyCode.C);
        assertThat(KithWindow.clipboard()).isEqualTo("Friday");
        annas.press(SHIFT, KeyCode.DOWN);
        annas.press(CONTROL, KeyCode.C);
        assertThat(KithWindow.clipboard()).contains("Bob: Friday\n", "You: Fine, at nine");
        annas.press(KeyCode.ESCAPE);
        annas.toMessage(", Friday"); // on the start side: the headless screen is small
        annas.choose("Details");
        annas.awaitText("Archive id");
        annas.picture("details");
        annas.press(KeyCode.ESCAPE);
        annas.press(KeyCode.ESCAPE);
        bobs.picture("end");
        annas.picture("end");
    }

    private static KithWindow window(String name, KithUser user) {
        return new KithWindow(name, user.kith());
    }
}
