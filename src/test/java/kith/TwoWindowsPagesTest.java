package kith;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

/// The keys that go through many messages and many tabs.
class TwoWindowsPagesTest extends TwoWindowsFixture {

    private static final KeyCode ALT = KeyCode.ALT;
    private static final int SAID = 60;

    TwoWindowsPagesTest() {
        super("mole");
    }

    @Test
    void throughMessages() {
        var annaThere = user("Anna", anna, "anna");
        var bobThere = user("Bob", bob, "bob");
        annaThere.enter(room);
        var annas = window("Anna", annaThere).low();
        var bobs = window("Bob", bobThere).low();
        var mole = room.getLocalpart().toString();
        bobs.use().goTo("Anna");
        annas.use().goTo("Bob");
        for (int number = 1; number <= SAID; number++) {
            bobs.say(wave(number));
        }
        annas.awaitMessage("Bob", wave(SAID));
        bobs.awaitMessage("You", wave(SAID), "Read");
        for (var window : new KithWindow[] {annas, bobs}) {
            window.use().press(KeyCode.PAGE_UP); // from the composer
            window.awaitNoMessage(wave(SAID));
            window.awaitComposer("");
            window.press(KeyCode.PAGE_DOWN);
            window.awaitMessage(wave(SAID));
            window.press(SHIFT, KeyCode.F6);
            window.press(KeyCode.PAGE_UP);
            window.awaitNoMessage(wave(SAID));
            window.press(KeyCode.PAGE_DOWN);
            window.awaitMessage(wave(SAID));
            window.press(CONTROL, KeyCode.HOME);
            window.awaitMessage(wave(1));
            window.awaitNoMessage(wave(SAID));
            window.press(CONTROL, KeyCode.END);
            window.awaitMessage(wave(SAID));
            window.press(KeyCode.ESCAPE);
            window.awaitComposer("");
            window.press(CONTROL, KeyCode.HOME); // the caret is there
            window.awaitMessage(wave(1));
            window.press(CONTROL, KeyCode.END);
            window.awaitMessage(wave(SAID));
            window.picture("pages");
        }

        annas.use().goTo(mole);
        for (int number = SAID + 1; number <= 2 * SAID; number++) {
            bobs.say(wave(number));
        }
        annas.awaitText(SAID + " unread");
        annas.goTo("Bob");
        annas.awaitMessage("Bob", wave(2 * SAID));
        annas.awaitNoMessage(wave(SAID + 1));
        annas.press(SHIFT, KeyCode.PAGE_UP);
        annas.awaitMessage("Bob", wave(SAID + 1));
        annas.awaitText(SAID + " new messages");
        annas.picture("oldest-unread");
        annas.press(KeyCode.ESCAPE);
        annas.awaitMessage("Bob", wave(2 * SAID));
        annas.say("All of them seen");
        bobs.awaitMessage("Anna", "All of them seen");
        bobs.awaitMessage("You", wave(2 * SAID), "Read");
    }

    @Test
    void throughTabs() {
        var friends = inTheRoom();
        var annas = friends.annas();
        var bobs = friends.bobs();
        var mole = room.getLocalpart().toString();
        bobs.use().goTo("Anna");
        annas.use().goTo("Bob");
        annas.goTo(mole);
        var tabs = KithTabs.in(annas);
        tabs.await("Bob", mole);
        annas.press(CONTROL, SHIFT, KeyCode.PAGE_UP);
        tabs.await(mole, "Bob");
        annas.press(CONTROL, SHIFT, KeyCode.PAGE_DOWN);
        tabs.await("Bob", mole);
        annas.press(CONTROL, KeyCode.PAGE_DOWN); // after the last comes the first
        annas.awaitText("Message Bob");
        annas.press(CONTROL, KeyCode.PAGE_DOWN);
        annas.awaitText("Message " + mole);
        bobs.say("Anybody?");
        annas.awaitText("1 unread");
        annas.press(ALT, SHIFT, KeyCode.UP);
        annas.awaitText("Message Bob");
        annas.awaitMessage("Bob", "Anybody?");
        bobs.awaitMessage("You", "Anybody?", "Read");

        annas.press(CONTROL, KeyCode.W);
        tabs.await(mole);
        annas.press(CONTROL, SHIFT, KeyCode.T);
        tabs.await("Bob", mole);
        annas.awaitText("Message Bob");
        annas.awaitComposer("");
        annas.say("Somebody");
        bobs.awaitMessage("Anna", "Somebody");
    }

    private static String wave(int number) {
        return "Wave " + number + ",";
    }
}
