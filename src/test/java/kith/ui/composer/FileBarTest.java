package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.model.ChosenFile;
import kith.model.LocalFile;
import kith.model.SendKey;
import kith.model.UploadSupport;
import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;
import kith.ui.text.Texts;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Files come into the composer by button, key and clipboard, and go by Enter and Escape.
class FileBarTest {

    private final FxRobot robot = new FxRobot();
    private final SampleFiles sample = new SampleFiles();
    private final List<Path> picked = new ArrayList<>();
    private final ComposerViewModel model =
            new ComposerViewModel(
                    new ComposerCommands(
                            text -> CompletableFuture.completedStage(sample.asked.add(text)),
                            (message, text) -> CompletableFuture.completedStage(text),
                            EditCommands.NONE,
                            ReplyCommands.NONE,
                            isTyping -> {},
                            new DraftCommands(given -> () -> {}, text -> {}, () -> {}, text -> {}),
                            SlashCommands.PLAIN,
                            new Cell<>(new ImmediateLane(), SendKey.ENTER)),
                    sample.commands(),
                    List.of(),
                    new ManualTimer(),
                    new ImmediateLane());
    private Optional<ComposerView> view = Optional.empty();
    private final OnStage window = new OnStage(500, 400, this::page);

    private Parent page() {
        var made = new ComposerView(model, Texts.of(Locale.ENGLISH));
        made.setFilePicker((owner, title) -> List.copyOf(picked));
        view = Optional.of(made);
        return made;
    }

    private ComposerView view() {
        return view.orElseThrow();
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void theButtonHasFilesChosenAndEnterSendsThem() {
        picked.add(Path.of("/tmp/a.txt"));
        robot.clickOn(".composer-line .icon-button");
        window.settle();
        assertThat(shown("a.txt")).isTrue();
        assertThat(
                        shown(
                                "hearth.example takes up to 100 bytes a file. Not encrypted: whoever has"
                                        + " the link can open it."))
                .isTrue();
        assertThat(field().isFocused()).isTrue();
        robot.write("Here", 0).type(KeyCode.ENTER);
        assertThat(sample.asked).endsWith("send a.txt", "Here");
        assertThat(bar().isVisible()).isFalse();
    }

    @Test
    void whereNothingIsChosenNothingChanges() {
        FxThread.run(view()::chooseFiles);
        assertThat(sample.asked).containsExactly("want");
        assertThat(bar().isVisible()).isFalse();
    }

    @Test
    void escapeLeavesThemOut() {
        choose("a.txt", "b.txt");
        assertThat(bar().isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(bar().isVisible()).isFalse();
        robot.type(KeyCode.ENTER);
        assertThat(sample.asked).noneMatch(each -> each.startsWith("send"));
    }

    @Test
    void theKeyboardLeavesOneOut() {
        choose("a.txt", "b.txt");
        FxThread.run(() -> robot.lookup(".file-row .icon-button").nth(0).query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(model.files().chosen()).extracting(ChosenFile::name).containsExactly("b.txt");
    }

    @Test
    void tooLargeSaysSoAndOffersAnother() {
        choose("large.mov");
        assertThat(shown("“large.mov” is 1,000 bytes, hearth.example takes 100 bytes at most. "))
                .isTrue();
        robot.type(KeyCode.ENTER);
        assertThat(sample.asked).noneMatch(each -> each.startsWith("send"));
        picked.add(Path.of("/tmp/a.txt"));
        robot.clickOn("Choose another");
        assertThat(model.files().chosen()).extracting(ChosenFile::name).containsExactly("a.txt");
    }

    @Test
    void aPictureIsShownSmall() throws IOException {
        var path = Files.createTempFile("kith", ".png");
        Files.write(path, FxThread.call(() -> PngPicture.of(picture()).orElseThrow().get()));
        var file = new LocalFile(path, "a.png", 70, Instant.EPOCH, "image/png");
        FxThread.run(() -> sample.look(new ChosenFile.Usable(file, true)));
        choose("a.png");
        ImageView shown = robot.lookup(".file-bar .image-view").query();
        await().until(() -> shown.getImage().getProgress() == 1);
        assertThat(shown.getImage().isError()).isFalse();
        Files.delete(path);
    }

    @Test
    void onlyWhatCanBeShownIsRead() {
        var file = new LocalFile(Path.of("/tmp/b.png"), "b.png", 70, Instant.EPOCH, "image/png");
        FxThread.run(() -> sample.look(new ChosenFile.Usable(file, false)));
        choose("b.png");
        assertThat(robot.lookup(".file-bar .image-view").tryQuery()).isEmpty();
        assertThat(robot.lookup(".file-bar .icon").tryQuery()).isPresent();
    }

    @Test
    void aServerThatTakesNoneSaysSo() {
        FxThread.run(() -> sample.support(new UploadSupport.None()));
        choose("a.txt");
        assertThat(shown("hearth.example takes no files.")).isTrue();
    }

    @Test
    void aFolderIsRefusedWithASentence() {
        choose("a folder");
        assertThat(shown("“a folder” is a folder. Choose the files in it.")).isTrue();
    }

    @Test
    void pastedFilesAreChosen() {
        paste(content -> content.putFiles(List.of(new File("/tmp/a.txt"), new File("/tmp/b"))));
        assertThat(model.files().chosen())
                .extracting(ChosenFile::name)
                .containsExactly("a.txt", "b");
        assertThat(Written.in(field())).isEmpty();
    }

    @Test
    void aPastedPictureIsChosen() {
        paste(content -> content.putImage(picture()));
        assertThat(model.files().chosen())
                .extracting(ChosenFile::name)
                .containsExactly("Picture.png");
    }

    /// What the clipboard has may be gone, or of a kind that nobody here reads.
    @Test
    void aPictureThatCanNotBeHadIsNotPasted() {
        var files = model.files();
        var broken = FxThread.call(() -> new Image(new ByteArrayInputStream(new byte[9])));
        FxThread.run(
                () -> {
                    var attaching = new Attaching(files, Texts.of(Locale.ENGLISH));
                    assertThat(attaching.paste(Optional.empty())).isFalse();
                    assertThat(attaching.paste(Optional.of(broken))).isFalse();
                });
        assertThat(files.chosen()).isEmpty();
        assertThat(files.failedProperty().get()).isFalse();
    }

    @Test
    void pastedWordsAreWordsAlsoBesideAPicture() {
        paste(
                content -> {
                    content.putString("words");
                    content.putImage(picture());
                });
        assertThat(model.files().chosen()).isEmpty();
        assertThat(Written.in(field())).isEqualTo("words");
    }

    @Test
    void aPictureBecomesThatPicture() {
        var read =
                FxThread.call(
                        () -> {
                            var png = PngPicture.of(picture()).orElseThrow().get();
                            return new Image(new ByteArrayInputStream(png));
                        });
        assertThat(read.isError()).isFalse();
        assertThat(read.getWidth()).isEqualTo(3);
        assertThat(read.getHeight()).isEqualTo(2);
        assertThat(read.getPixelReader().getColor(2, 1)).isEqualTo(Color.rgb(10, 200, 30));
        assertThat(read.getPixelReader().getColor(0, 0).getOpacity()).isZero();
    }

    private static WritableImage picture() {
        var picture = new WritableImage(3, 2);
        picture.getPixelWriter().setColor(2, 1, Color.rgb(10, 200, 30));
        return picture;
    }

    private void paste(Consumer<ClipboardContent> what) {
        FxThread.run(
                () -> {
                    var content = new ClipboardContent();
                    what.accept(content);
                    Clipboard.getSystemClipboard().setContent(content);
                    field().requestFocus();
                });
        robot.press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
        window.settle();
    }

    private void choose(String... names) {
        FxThread.run(
                () -> {
                    view().requestFocus();
                    model.files()
                            .add(
                                    List.of(names).stream()
                                            .map(name -> Path.of("/tmp", name))
                                            .toList());
                });
        window.settle();
    }

    private boolean shown(String words) {
        return robot.lookup(words).tryQuery().isPresent();
    }

    private FileBar bar() {
        return robot.lookup(".file-bar").query();
    }

    private TextArea field() {
        return robot.lookup(".text-area").query();
    }
}
