package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What is asked for in the composer, and what is said where it can't be.
class TwoWindowsCommandsTest extends TwoWindowsFixture {

    TwoWindowsCommandsTest() {
        super("stairs");
    }

    @Test
    void withCommands() {
        var friends = inTheRoom().low();
        var annas = friends.annas();
        var bobs = friends.bobs();
        var hall = room.getLocalpart().toString();
        annas.use().goTo(hall);
        bobs.use().goTo(hall);
        annas.write("/help");
        annas.press(KeyCode.ENTER);
        annas.awaitComposer("/");
        for (var help :
                List.of("Shows all commands", "Leaves this room", "/invite address reason")) {
            annas.awaitText(help);
        }
        annas.picture("help");
        annas.press(KeyCode.ESCAPE);
        refused(annas, "/topic", "Write the new subject behind /topic.");
        refused(annas, "/nick", "Write the new nick behind /nick.");
        refused(annas, "/nick Bob", "“Bob” is in use in this room. Choose another nick.");
        refused(annas, "/invite somebody", "“somebody” is not an address.");
        refused(annas, "/msg Nobody psst", "Nobody is not in the room. Nothing was sent.");
        refused(annas, "/helpp", "There is no command “/helpp” here.");
        annas.press(CONTROL, KeyCode.A);
        annas.press(KeyCode.DELETE);
        annas.write("//help");
        annas.press(KeyCode.ENTER);
        bobs.awaitMessage("Anna", "/help");
        annas.say("/msg Bob psst");
        bobs.awaitMessage("Anna", "psst");
        refused(annas, "/subject Tea at five", "You may not change the subject of this room.");
        annas.press(CONTROL, KeyCode.A);
        annas.press(KeyCode.DELETE);
        assertThat(friends.bob().kith().bodies(friends.bob().chat(room))).containsExactly("/help");
        annas.awaitText("Seen by Bob");
        annas.write("/part");
        annas.press(KeyCode.ENTER);
        bobs.awaitText("1 person");
        annas.awaitText("You are not in ");
        annas.picture("left");
    }

    /// What was typed stays to be mended.
    private static void refused(KithWindow window, String command, String why) {
        window.press(CONTROL, KeyCode.A);
        window.write(command);
        window.press(KeyCode.ENTER);
        window.awaitText(why);
        window.awaitComposer(command);
    }
}
