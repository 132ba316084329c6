package kith;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What is found in one chat, and the way from one to the next.
class TwoWindowsFindTest extends TwoWindowsFixture {

    TwoWindowsFindTest() {
        super("quay");
    }

    @Test
    void inOneChat() {
        var friends = atTheirWindows().low();
        var annas = friends.annas();
        var bobs = friends.bobs();
        bobs.use().goTo("Anna");
        annas.use().goTo("Bob");
        for (int day = 1; day <= 12; day++) {
            bobs.say(day % 4 == 0 ? "Rain on day " + day : "Sun on day " + day);
        }
        annas.awaitMessage("Bob", "Rain on day 12");
        for (var each : List.of(friends.anna(), friends.bob())) {
            awaitIndexed(each, "rain", 3);
        }
        for (var window : List.of(annas, bobs)) {
            window.use().press(CONTROL, KeyCode.F);
            window.awaitText("Find in this chat");
            window.write("rain");
            window.awaitText("1 of 3");
            window.press(KeyCode.ENTER);
            window.awaitText("2 of 3");
            window.awaitMessage("Rain on day 8");
            window.press(KeyCode.F3);
            window.awaitText("3 of 3");
            window.awaitMessage("Rain on day 4");
            window.picture("day-4");
            window.press(KeyCode.ENTER);
            window.awaitText("1 of 3");
            window.press(SHIFT, KeyCode.ENTER);
            window.awaitText("3 of 3");
            window.click("Newer message");
            window.awaitText("2 of 3");
            window.press(CONTROL, KeyCode.A);
            window.write("snow");
            window.awaitText("Nothing found");
            window.click("End finding");
            window.awaitComposer("");
            window.awaitNoText("Nothing found");
        }
        annas.use().say("No more rain");
        bobs.awaitMessage("Anna", "No more rain");
    }
}
