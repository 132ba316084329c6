package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;

import kith.store.dictionary.TinyDictionary;
import kith.ui.fx.Dragged;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/// What is done where messages are written: spelling, emoji, lines, and what is dropped and pasted
/// there.
class TwoWindowsWritingTest extends TwoWindowsFixture {

    TwoWindowsWritingTest() {
        super("desk");
    }

    @Test
    void withTheField(@TempDir Path files) throws IOException {
        TinyDictionary.english(folder.resolve("anna").resolve("dictionaries"), "en_US");
        var annaThere = user("Anna", anna, "anna");
        var bobThere = user("Bob", bob, "bob");
        var annas = window("Anna", annaThere).low();
        var bobs = window("Bob", bobThere);
        bobs.use().goTo("Anna");
        annas.use().goTo("Bob");

        annas.write("lovly bridge");
        annas.press(KeyCode.HOME);
        KithFocus.in(annas).awaitHelp("“lovly” may be misspelt");
        annas.picture("misspelt");
        annas.press(SHIFT, KeyCode.F10);
        annas.chooseInMenu("lovely");
        annas.awaitComposer("lovely bridge");
        annas.press(KeyCode.ENTER);
        bobs.awaitMessage("Anna", "lovely bridge");

        annas.write(":turtle");
        annas.awaitText(":turtle:");
        annas.press(KeyCode.ENTER);
        annas.awaitComposer("🐢");
        annas.press(CONTROL, KeyCode.Z);
        annas.awaitComposer(":turtle");
        annas.press(CONTROL, SHIFT, KeyCode.Z);
        annas.awaitComposer("🐢");
        annas.press(CONTROL, KeyCode.A);
        annas.press(CONTROL, KeyCode.C);
        assertThat(OwnClipboard.words()).isEqualTo("🐢");
        annas.press(KeyCode.ENTER);
        bobs.awaitMessage("Anna", "🐢");

        annas.press(CONTROL, KeyCode.COMMA);
        annas.awaitText("Appearance");
        annas.press(KeyCode.DOWN);
        annas.click("Ctrl Enter");
        annas.press(KeyCode.ESCAPE);
        annas.awaitComposer("");
        annas.write("first line");
        annas.press(KeyCode.ENTER);
        annas.write("second line");
        annas.awaitComposer("first line\nsecond line");
        annas.press(CONTROL, KeyCode.ENTER);
        annas.awaitComposer("");
        bobs.awaitMessage("Anna", "first line", "second line");
        assertThat(bobThere.kith().bodies(bobThere.chat(anna.jid())))
                .containsExactly("lovely bridge", "🐢", "first line\nsecond line");

        var plan = Files.writeString(files.resolve("plan.txt"), "Thursday");
        var film = huge(files.resolve("film.mov"));
        var pointer = new KithPointer(annas);
        pointer.drop(() -> Dragged.files(plan, film));
        annas.awaitText("plan.txt");
        annas.awaitText("“film.mov” is 1.9 GB");
        annas.picture("dropped");
        annas.click("Leave out film.mov");
        annas.press(CONTROL, KeyCode.ENTER);
        for (var window : new KithWindow[] {annas, bobs}) {
            window.awaitMessage("plan.txt");
            window.awaitNoMessage("film.mov");
        }

        OwnClipboard.put(picture());
        annas.press(CONTROL, KeyCode.V);
        annas.awaitText("Picture.png");
        annas.press(CONTROL, KeyCode.ENTER);
        annas.awaitMessage("You", "Picture.png", "Read");
        bobs.awaitMessage("Anna", "Picture.png");
        pointer.drop(() -> Dragged.picture(picture(), "https://hearth.example/boat.png"));
        annas.awaitText("Picture.png");
        annas.press(CONTROL, KeyCode.ENTER);
        annas.awaitShown("two pictures", () -> pictures(annas) == 2);
        bobs.awaitShown("two pictures", () -> pictures(bobs) == 2);
        annas.picture("written");
        bobs.picture("written");
    }

    private static long pictures(KithWindow window) {
        return window.messages().stream().filter(it -> it.contains("Picture.png")).count();
    }

    /// It takes no room on the disk.
    private static Path huge(Path file) throws IOException {
        try (var written = new RandomAccessFile(file.toFile(), "rw")) {
            written.setLength(2_000_000_000);
        }
        return file;
    }

    private static WritableImage picture() {
        var picture = new WritableImage(40, 30);
        picture.getPixelWriter().setColor(20, 15, Color.CORAL);
        return picture;
    }
}
