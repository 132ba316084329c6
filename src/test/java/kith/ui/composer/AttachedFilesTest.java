package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.model.ChosenFile;
import kith.model.MessageKey;
import kith.model.SendKey;
import kith.model.UploadSupport;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What is chosen, what of it can be sent, and what goes when.
class AttachedFilesTest {

    private final SampleFiles sample = new SampleFiles();
    private final ComposerViewModel model =
            new ComposerViewModel(
                    new ComposerCommands(
                            text -> CompletableFuture.completedStage(sample.asked.add(text)),
                            (message, text) ->
                                    CompletableFuture.completedStage(
                                            sample.asked.add("change " + text)),
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
    private final AttachedFiles files = model.files();

    @Test
    void whatIsChosenGoesBeforeTheWords() {
        choose("a.txt", "b.txt");
        assertThat(sample.asked).containsExactly("want");
        assertThat(model.canSendBinding().get()).isTrue();
        model.draftProperty().set("Both");
        model.send();
        assertThat(sample.asked).containsExactly("want", "send a.txt", "send b.txt", "Both");
        assertThat(files.chosen()).isEmpty();
        assertThat(model.draftProperty().get()).isEmpty();
        assertThat(model.canSendBinding().get()).isFalse();
    }

    @Test
    void filesGoWithoutWords() {
        choose("a.txt");
        model.send();
        assertThat(sample.asked).containsExactly("want", "send a.txt");
    }

    @Test
    void oneThatCanNotBeSentHoldsAllBack() {
        model.draftProperty().set("Both");
        choose("a.txt", "large.mov");
        assertThat(model.canSendBinding().get()).isFalse();
        model.send();
        assertThat(sample.asked).containsExactly("want");
        files.remove(files.chosen().getLast());
        assertThat(model.canSendBinding().get()).isTrue();
        choose("a folder");
        assertThat(model.canSendBinding().get()).isFalse();
    }

    @Test
    void whatTheServerTakesDecidesAlsoWhenItIsKnownLater() {
        sample.support(new UploadSupport.Unknown());
        choose("large.mov");
        assertThat(model.canSendBinding().get()).isTrue();
        sample.support(new UploadSupport.Offered(Optional.of(999L)));
        assertThat(model.canSendBinding().get()).isFalse();
        sample.support(new UploadSupport.Offered(Optional.of(1_000L)));
        assertThat(model.canSendBinding().get()).isTrue();
        sample.support(new UploadSupport.None());
        assertThat(model.canSendBinding().get()).isFalse();
        sample.support(new UploadSupport.Offered(Optional.empty()));
        assertThat(model.canSendBinding().get()).isTrue();
    }

    @Test
    void oneIsChosenOnce() {
        choose("a.txt");
        choose("a.txt", "b.txt");
        assertThat(files.chosen()).extracting(ChosenFile::name).containsExactly("a.txt", "b.txt");
    }

    @Test
    void whatIsChangedGoesWithoutThem() {
        choose("a.txt");
        model.edit(new MessageKey(1), "Lovly");
        model.draftProperty().set("Lovely");
        model.send();
        assertThat(sample.asked).containsExactly("want", "change Lovely");
        assertThat(files.chosen()).hasSize(1);
    }

    @Test
    void aPictureIsKeptUntilItIsSentOrLeftOut() {
        files.addPicture(AttachedFilesTest::picture, "Picture.png");
        model.send();
        assertThat(sample.asked).containsExactly("want", "send Picture.png");
        model.close();
        assertThat(sample.asked).doesNotContain("release Picture.png");
    }

    @Test
    void aPictureThatIsLeftOutIsReleased() {
        files.addPicture(AttachedFilesTest::picture, "Picture.png");
        choose("a.txt");
        assertThat(files.drop()).isTrue();
        assertThat(sample.asked).contains("release Picture.png").doesNotContain("release a.txt");
        assertThat(files.drop()).isFalse();
    }

    @Test
    void aPictureOfAPageThatIsClosedIsReleased() {
        files.addPicture(AttachedFilesTest::picture, "Picture.png");
        model.close();
        assertThat(sample.asked).contains("release Picture.png");
    }

    @Test
    void aPictureThatCanNotBeKeptIsComplainedOf() {
        sample.fillDisk();
        files.addPicture(AttachedFilesTest::picture, "Picture.png");
        assertThat(files.chosen()).isEmpty();
        assertThat(files.failedProperty().get()).isTrue();
        assertThat(files.drop()).isTrue();
        assertThat(files.failedProperty().get()).isFalse();
    }

    @Test
    void whatCanNotBeSentComesBack() {
        files.addPicture(AttachedFilesTest::picture, "Picture.png");
        sample.fillDisk();
        model.send();
        assertThat(files.chosen()).hasSize(1);
        assertThat(sample.asked).doesNotContain("release Picture.png");
        files.drop();
        assertThat(sample.asked).contains("release Picture.png");
    }

    private static byte[] picture() {
        return new byte[50];
    }

    private void choose(String... names) {
        files.add(List.of(names).stream().map(name -> Path.of("/tmp", name)).toList());
    }
}
