package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneId;

/// What is done with messages, chats, files and rooms.
class TwoWindowsTest extends TwoWindowsFixture {

    TwoWindowsTest() {
        super("corner");
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

        annas.say("Not for you");
        bobs.awaitMessage("Anna", "Not for you");
        annas.toMessage("Not for you");
        annas.press(CONTROL, SHIFT, KeyCode.D);
        annas.click("Delete for everyone");
        for (var window : new KithWindow[] {annas, bobs}) {
            window.awaitText("Message deleted");
            window.awaitNoMessage("Not for you");
        }

        annas.toMessage(", Friday");
        annas.press(CONTROL, KeyCode.C);
        assertThat(OwnClipboard.words()).isEqualTo("Friday");
        annas.press(SHIFT, KeyCode.DOWN);
        annas.press(CONTROL, KeyCode.C);
        assertThat(OwnClipboard.words()).contains("Bob: Friday\n", "You: Fine, at nine");
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

    @Test
    void withChats() {
        var friends = inTheRoom();
        var annas = friends.annas();
        var bobs = friends.bobs();
        var corner = room.getLocalpart().toString();

        annas.use().goTo(corner);
        annas.write("Hello @B");
        annas.awaitText("Bob");
        annas.press(KeyCode.ENTER);
        annas.awaitComposer("Hello @Bob ");
        annas.press(KeyCode.ENTER);
        bobs.awaitText("You were mentioned");
        bobs.use().goTo(corner);
        bobs.awaitMessage("Anna", "Hello @Bob");
        bobs.awaitNoText("You were mentioned");
        bobs.say("/me waves");
        annas.awaitMessage("Bob", "waves");
        bobs.write("/dance");
        bobs.press(KeyCode.ENTER);
        bobs.awaitText("There is no command “/dance” here.");
        bobs.press(CONTROL, KeyCode.A);
        bobs.press(KeyCode.DELETE);
        bobs.write(":turtle");
        bobs.awaitText(":turtle:");
        bobs.press(KeyCode.ENTER);
        bobs.awaitComposer("🐢");
        bobs.press(KeyCode.ENTER);
        annas.awaitMessage("Bob", "🐢");

        annas.use().write("half a thou");
        annas.goTo("Bob");
        annas.awaitText("Draft: half a thou");
        annas.press(CONTROL, KeyCode.TAB);
        annas.awaitComposer("half a thou");
        annas.press(CONTROL, SHIFT, KeyCode.P);
        annas.awaitText("Pinned");
        annas.press(CONTROL, SHIFT, KeyCode.M);
        annas.awaitText("Muted");
        annas.press(CONTROL, KeyCode.W);
        annas.awaitComposer("");
        annas.press(CONTROL, SHIFT, KeyCode.W);
        annas.awaitComposer("half a thou");

        awaitIndexed(friends.anna(), "waves", 1);
        annas.press(CONTROL, KeyCode.F);
        annas.awaitText("Find in this chat");
        annas.write("waves");
        annas.awaitText("1 of 1");
        annas.press(KeyCode.ESCAPE);
        annas.awaitComposer("half a thou");
        annas.goTo("Bob");
        annas.press(CONTROL, SHIFT, KeyCode.F);
        annas.awaitText("Search messages");
        annas.write("waves");
        annas.awaitText("1 message");
        annas.press(KeyCode.ENTER);
        annas.awaitMessage("Bob", "waves");
        annas.press(CONTROL, SHIFT, KeyCode.G);
        annas.awaitText(Year.now(ZoneId.systemDefault()).toString());
        annas.press(KeyCode.ESCAPE);

        annas.goTo("Bob");
        annas.say("Till then");
        bobs.awaitText("Till then"); // in the list
        bobs.awaitText("1 unread");
        annas.press(CONTROL, SHIFT, KeyCode.H);
        annas.awaitText("Archived");
        bobs.goTo("Anna");
        bobs.awaitMessage("Anna", "Till then");
        bobs.awaitNoText("1 unread");
        bobs.toMessage("Till then");
        bobs.press(CONTROL, SHIFT, KeyCode.L);
        bobs.awaitText("Forward to a chat, contact or room");
        bobs.write(corner);
        bobs.awaitText(corner);
        bobs.press(KeyCode.ENTER);
        bobs.awaitText("Forwarded to " + corner);
        annas.goTo(corner, "half a thou");
        annas.awaitMessage("Bob", "Forwarded from", "Till then");
        annas.picture("chats");
        bobs.picture("chats");
    }

    @Test
    void withFiles(@TempDir Path folder) throws IOException {
        var annas = window("Anna", user("Anna", anna, "anna"));
        var bobs = window("Bob", user("Bob", bob, "bob"));
        var film = Files.write(folder.resolve("Boat at noon.mov"), new byte[70_000]);
        bobs.use().goTo("Anna");
        annas.use().goTo("Bob");
        OwnClipboard.put(film);
        annas.press(CONTROL, KeyCode.V);
        annas.awaitText("Boat at noon.mov");
        annas.say("As promised");
        for (var window : new KithWindow[] {annas, bobs}) {
            window.awaitMessage("Boat at noon.mov");
            window.awaitMessage("As promised");
        }
        annas.awaitMessage("You", "Boat at noon.mov", "68 KB", "Read");
        bobs.toMessage("Boat at noon.mov");
        bobs.press(CONTROL, SHIFT, KeyCode.R);
        bobs.say("What a boat");
        annas.awaitMessage("What a boat", "in reply to");
        annas.picture("files");
        bobs.picture("files");
    }

    @Test
    void withRooms() {
        var annas = window("Anna", user("Anna", anna, "anna"));
        var bobs = window("Bob", user("Bob", bob, "bob"));
        annas.use().press(CONTROL, SHIFT, KeyCode.O);
        annas.awaitText("Private group");
        annas.write("Attic");
        annas.click("Create");
        annas.awaitComposer("");
        annas.say("/invite " + bob.jid() + " Come up");
        bobs.awaitText("1 invitation");
        bobs.use().click("1 invitation");
        bobs.awaitText("Come up");
        bobs.picture("invited");
        bobs.click("Join");
        bobs.awaitText("Join a room"); // everyone there is going to see Bob's address
        bobs.picture("asked");
        bobs.press(KeyCode.ENTER);
        bobs.awaitText("2 people");
        bobs.goTo("Attic");
        bobs.say("Nice here");
        annas.awaitMessage("Nice here");
        annas.say("/topic Dust");
        bobs.awaitText("Dust");
        bobs.say("/nick Bobby");
        bobs.say("@Anna like this?");
        annas.awaitMessage("Bobby", "@Anna like this?");
        annas.picture("room");
        bobs.picture("room");
    }
}
