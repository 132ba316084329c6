package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What is done with tabs and in the list of chats: order, windows of their own, marks, exports.
class TwoWindowsTabsTest extends TwoWindowsFixture {

    TwoWindowsTabsTest() {
        super("loft");
    }

    @Test
    void withTabs(@TempDir Path exports) throws IOException {
        var annaThere = user("Anna", anna, "anna");
        var bobThere = user("Bob", bob, "bob");
        annaThere.enter(room);
        var annas = window("Anna", annaThere).low();
        var bobs = window("Bob", bobThere);
        var pointer = new KithPointer(annas);
        var loft = room.getLocalpart().toString();
        bobs.use().goTo("Anna");
        annas.use().goTo("Bob");
        annas.goTo(loft);
        var tabs = KithTabs.in(annas);
        tabs.await("Bob", loft);
        annas.press(CONTROL, SHIFT, KeyCode.PAGE_UP);
        tabs.await(loft, "Bob");
        pointer.drag(KithPointer.tab("Bob"), KithPointer.tab(loft));
        tabs.await("Bob", loft);

        annas.goTo("Bob");
        annas.write("Half a th");
        annas.press(CONTROL, SHIFT, KeyCode.N);
        var own = annas.own("Bob");
        tabs.await(loft);
        bobs.say("While you move");
        own.awaitComposer("Half a th");
        own.awaitMessage("Bob", "While you move");
        own.write("ought");
        own.press(KeyCode.ENTER);
        bobs.awaitMessage("Anna", "Half a thought");
        own.picture("own");
        own.write("Other");
        own.awaitComposer("Other");
        own.press(CONTROL, SHIFT, KeyCode.N);
        bobs.say("While you come back");
        annas.awaitShown("its tab", () -> !own.isShowing());
        tabs.await(loft, "Bob");
        annas.awaitComposer("Other");
        annas.awaitMessage("Bob", "While you come back");
        annas.write(" half");
        annas.press(KeyCode.ENTER);
        bobs.awaitMessage("Anna", "Other half");
        assertThat(annaThere.kith().bodies(annaThere.chat(bob.jid())))
                .containsExactly(
                        "While you move", "Half a thought", "While you come back", "Other half")
                .isEqualTo(bobThere.kith().bodies(bobThere.chat(anna.jid())));
        bobs.awaitMessage("You", "While you come back", "Read");

        annas.goTo(loft);
        pointer.choose(KithPointer.chat("Bob"), "Mark unread");
        annas.awaitText("Marked unread");
        pointer.choose(KithPointer.chat("Bob"), "Mute for 1 hour");
        annas.awaitText("Muted");
        annas.picture("marked");
        bobs.say("Are you there?");
        annas.awaitText("1 unread");
        bobs.awaitMessage("You", "Are you there?", "Delivered");
        bobs.awaitMessage("You", "While you come back", "Read");
        pointer.choose(KithPointer.chat("Bob"), "Unmute");
        annas.awaitNoText("Muted");
        annas.goTo("Bob");
        bobs.awaitMessage("You", "Are you there?", "Read");
        annas.awaitNoText("Marked unread");

        var html = export(annas, pointer, "Web page…", exports.resolve("Bob.html"));
        assertThat(html).contains("<html", "Half a thought", "Are you there?");
        var text = export(annas, pointer, "Text…", exports.resolve("Bob.txt"));
        assertThat(text).contains("Half a thought\n", "Are you there?");
        var lines = export(annas, pointer, "JSON Lines…", exports.resolve("Bob.jsonl"));
        assertThat(lines.lines()).hasSize(5).allMatch(line -> line.startsWith("{"));
        annas.picture("exported");

        annas.press(KeyCode.F1);
        annas.awaitText("Reopen tab");
        annas.picture("shortcuts");
        annas.press(KeyCode.ESCAPE);
        annas.awaitComposer("");
    }

    private static String export(KithWindow annas, KithPointer pointer, String form, Path file)
            throws IOException {
        annas.saveAs(file);
        pointer.choose(KithPointer.chat("Bob"), form);
        annas.awaitShown("the export", () -> Files.exists(file));
        annas.awaitText("Exported Bob");
        return Files.readString(file);
    }
}
