package kith;

import javafx.scene.input.KeyCode;

import kith.lab.LabAccount;

import org.junit.jupiter.api.Test;

import java.util.List;

/// How a chat and a room begin: by an address that nobody has had before, up to what the other
/// answers.
class TwoWindowsBeginningTest extends TwoWindowsFixture {

    private final LabAccount carl = server().newAccount("carl");

    TwoWindowsBeginningTest() {
        super("well");
    }

    @Test
    void withSomebodyNew() {
        var annas = window("Anna", user("Anna", anna, "anna"));
        var carls = window("Carl", user("Carl", carl, "carl"));
        annas.use().press(CONTROL, KeyCode.N);
        annas.awaitText("New chat");
        annas.write("carl");
        annas.press(KeyCode.ENTER);
        annas.awaitText("An address looks like name@server");
        annas.press(CONTROL, KeyCode.A);
        annas.write(carl.jid().toString());
        KithFocus.in(annas).tabTo("Name");
        annas.write("Carl");
        annas.picture("new-chat");
        annas.press(KeyCode.ENTER);
        annas.awaitComposer("");
        annas.awaitText("Message Carl");
        annas.say("Anna here");

        carls.use().awaitText("1 unread");
        carls.click("Contacts");
        carls.awaitText("Asks to see when you’re online");
        carls.picture("asked");
        carls.click("Accept");
        carls.awaitNoText("Asks to see when you’re online");
        carls.goTo(anna.jid().toString());
        carls.awaitMessage("Anna here");
        carls.say("So you are");
        annas.awaitMessage("Carl", "So you are");
        annas.awaitMessage("You", "Anna here", "Read");
        annas.awaitShown(
                "that Carl is there",
                () ->
                        KithTabs.in(annas).shown().stream()
                                .anyMatch(tab -> tab.startsWith("Carl, Available")));
        annas.picture("answered");

        annas.press(CONTROL, KeyCode.N);
        annas.awaitText("New chat");
        annas.write(carl.jid().toString());
        annas.awaitText("This is one of your contacts.");
        annas.press(KeyCode.ENTER);
        annas.awaitComposer("");
        annas.say("Once more");
        carls.awaitMessage("Once more");
    }

    @Test
    void inARoomThatIsNotThereYet() {
        var friends = atTheirWindows();
        var annas = friends.annas();
        var bobs = friends.bobs();
        var both = List.of(annas, bobs);
        var cellar = server().newRoomAddress("cellar");
        annas.use().press(CONTROL, KeyCode.G);
        annas.awaitText("Room’s address");
        annas.write("cellar");
        annas.press(KeyCode.ENTER);
        annas.awaitText("A room’s address looks like room@rooms.server");
        annas.press(CONTROL, KeyCode.A);
        annas.write(cellar.toString());
        annas.press(KeyCode.ENTER);
        annas.awaitText("Message " + cellar.getLocalpart());
        annas.awaitComposer("");
        annas.awaitText("1 person");
        annas.say("/invite " + bob.jid() + " Come down");
        bobs.use().awaitText("1 invitation");
        bobs.click("1 invitation");
        bobs.awaitText("Come down");
        bobs.click("Join");
        bobs.awaitText("2 people");
        annas.awaitText("2 people");
        bobs.goTo(cellar.getLocalpart().toString());
        bobs.say("It is dark");
        annas.awaitMessage("It is dark");
        annas.say("Here is a lamp");
        for (var window : both) {
            window.awaitMessage("Here is a lamp");
            window.picture("cellar");
        }

        bobs.write("/part");
        bobs.press(KeyCode.ENTER);
        annas.awaitText("1 person");
        bobs.press(CONTROL, KeyCode.G);
        bobs.awaitText("Room’s address");
        bobs.write(cellar.toString());
        bobs.press(KeyCode.ENTER);
        bobs.awaitText("2 people");
        bobs.awaitMessage("Here is a lamp");
        bobs.awaitComposer("");
        bobs.say("Back again");
        annas.awaitMessage("Back again");
    }
}
