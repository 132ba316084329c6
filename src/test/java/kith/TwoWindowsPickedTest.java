package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import kith.store.dictionary.TinyDictionary;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What is done with messages that are picked with keys, with the words of one, with the one that
/// another answers; and the language that is spelt in one chat.
class TwoWindowsPickedTest extends TwoWindowsFixture {

    private static final String SUNDAY = "Sunday at nine, if it does not rain at all";

    TwoWindowsPickedTest() {
        super("shore");
    }

    @Test
    void withSeveral() {
        var friends = inTheRoom().low();
        var annas = friends.annas();
        var bobs = friends.bobs();
        var shore = room.getLocalpart().toString();
        annas.use().goTo("Bob");
        bobs.use().goTo("Anna");
        bobs.say(SUNDAY);
        bobs.say("Bring a net");
        annas.awaitMessage("Bob", "Bring a net");

        new KithPointer(annas).sweep(node -> Shown.isText(node, SUNDAY));
        annas.press(CONTROL, KeyCode.C);
        assertThat(OwnClipboard.words()).startsWith("Sunday at").hasSizeLessThan(SUNDAY.length());
        annas.press(KeyCode.ESCAPE);
        annas.toMessage("Bring a net");
        annas.choose("Copy with name and time");
        assertThat(OwnClipboard.words()).matches("\\[.*] Bob: Bring a net");
        annas.press(KeyCode.SPACE);
        annas.press(KeyCode.UP);
        annas.press(KeyCode.SPACE);
        annas.choose("Copy with names and times");
        assertThat(OwnClipboard.words())
                .matches("\\[.*] Bob: " + SUNDAY + "\n\\[.*] Bob: Bring a net");
        annas.press(CONTROL, SHIFT, KeyCode.L);
        annas.awaitText("Forward to a chat, contact or room");
        annas.write(shore);
        annas.awaitText(shore);
        annas.press(KeyCode.ENTER);
        annas.awaitText("Forwarded to " + shore);
        bobs.goTo(shore);
        for (var words : List.of(SUNDAY, "Bring a net")) {
            bobs.awaitMessage("Anna", "Forwarded from", words);
        }
        bobs.picture("forwarded");

        annas.press(KeyCode.ESCAPE);
        for (int number = 1; number <= 15; number++) {
            annas.say("Fish " + number);
        }
        annas.awaitNoMessage("Bring a net");
        annas.press(CONTROL, SHIFT, KeyCode.R);
        annas.awaitText("Replying to Bob");
        annas.say("A large one?");
        bobs.goTo("Anna");
        for (var window : List.of(annas, bobs)) {
            window.use().awaitMessage("A large one?", "in reply to Bring a net");
            window.toMessage("A large one?");
            window.choose("Go to the message that it answers");
            window.awaitMessage("Bring a net", window.equals(annas) ? "Bob" : "You");
            window.picture("answered");
        }
    }

    @Test
    void inOneLanguage() {
        TinyDictionary.english(folder.resolve("anna").resolve("dictionaries"), "en_US");
        var annaThere = user("Anna", anna, "anna");
        var bobThere = user("Bob", bob, "bob");
        annaThere.enter(room);
        bobThere.enter(room);
        var annas = window("Anna", annaThere).low();
        var focus = KithFocus.in(annas);
        var bobs = window("Bob", bobThere);
        bobs.use().goTo("Anna");
        annas.use().goTo("Bob");
        annas.write("lovly harbur");
        annas.press(KeyCode.HOME);
        focus.awaitHelp("“lovly” may be misspelt");
        annas.press(SHIFT, KeyCode.F10);
        annas.chooseInMenu("Add to dictionary");
        annas.press(KeyCode.END);
        focus.awaitHelp("“harbur” may be misspelt");
        annas.press(SHIFT, KeyCode.F10);
        annas.chooseInMenu("Off");
        annas.awaitShown("no word misspelt", () -> !focus.help().contains("misspelt"));
        annas.press(KeyCode.ENTER);
        bobs.awaitMessage("Anna", "lovly harbur");

        annas.goTo(room.getLocalpart().toString());
        annas.write("harbur lovly");
        annas.press(KeyCode.HOME);
        annas.press(SHIFT, KeyCode.F10);
        annas.chooseInMenu("English (United States)"); // what was chosen last is for new chats
        focus.awaitHelp("“harbur” may be misspelt");
        annas.picture("misspelt");
        annas.press(KeyCode.END);
        annas.awaitShown("a word that was added", () -> !focus.help().contains("misspelt"));
        annas.goTo("Bob");
        annas.write("harbur");
        annas.awaitShown("no word misspelt", () -> !focus.help().contains("misspelt"));
        annas.press(CONTROL, KeyCode.TAB);
        annas.awaitComposer("harbur lovly");
        annas.press(KeyCode.HOME);
        focus.awaitHelp("“harbur” may be misspelt");
    }
}
