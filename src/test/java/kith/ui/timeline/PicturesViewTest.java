package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.PictureFiles;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.MessageKey;
import kith.model.ShownPicture;
import kith.model.ShownPicture.Missing;
import kith.model.ShownPicture.Reason;
import kith.model.ShownPicture.Why;
import kith.model.ShownPicture.Withheld;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Pictures in a timeline: what is shown of them, and what the reader does with one.
class PicturesViewTest extends TimelineFixture {

    private static final byte[] SUN = PictureFiles.plain("png", 640, 320, 0xef5b4c);

    private final SamplePictures pictures = new SamplePictures();

    @Override
    TimelinePictures pictures() {
        return pictures;
    }

    private MessageKey key(int index) {
        return talk.messages().get(index).key();
    }

    private void tellOf(int index, ShownPicture now) {
        FxThread.run(() -> pictures.put(key(index), now));
        settle();
    }

    private void come(int index, byte[] file) {
        FxThread.run(() -> pictures.put(key(index), file));
        settle();
    }

    @Test
    void onePictureThatIsThereIsDrawnAsLargeAsItIsToBeSeen() {
        talk.theirFile("09:01", Talk.picture("sun.png", 1200, 600));
        open();
        come(0, SUN);
        assertThat(drawn()).isEqualTo("320x160");
        assertThat(spoken().getFirst().toString()).contains("Picture: sun.png");
    }

    @ParameterizedTest
    @CsvSource({"64, 48, 64x48", "48, 4800, 2x240", "4800, 48, 320x3"})
    void noneIsMadeLargerThanItIs(int width, int height, String shown) {
        talk.theirFile("09:01", Talk.picture("sun.png", width, height));
        open();
        come(0, PictureFiles.plain("png", width, height, 0xef5b4c));
        assertThat(drawn()).isEqualTo(shown);
    }

    @Test
    void itHasItsRoomBeforeItIsThere() {
        talk.theirFile("09:01", Talk.picture("sun.png", 1200, 600)).theirs("09:02", "below");
        open();
        var before = inSight();
        var height = height(0);
        assertThat(height).isGreaterThan(160);
        tellOf(0, ShownPicture.COMING);
        come(0, SUN);
        assertThat(drawn()).isEqualTo("320x160");
        assertThat(height(0)).isEqualTo(height);
        assertThat(inSight()).isEqualTo(before);
    }

    @Test
    void h53OneThatIsWithheldSaysWhyAndComesWhenItIsAskedFor() {
        talk.theirFile("09:01", Talk.picture("sun.png"));
        open();
        tellOf(0, new Withheld(Why.STRANGER, Optional.of(245_760L)));
        assertThat(robot.lookup("Picture from someone you don’t know").tryQuery()).isPresent();
        robot.clickOn("Picture from someone you don’t know");
        assertThat(asked).as("opened in the browser").isEmpty();
        assertThat(pictures.fetched()).isEmpty();
        robot.clickOn("Show (240 KB)");
        assertThat(pictures.fetched()).containsExactly(key(0));
        talk.see(0, 640, 320);
        FxThread.run(talk::tell);
        come(0, SUN);
        assertThat(drawn()).isEqualTo("320x160");
    }

    @ParameterizedTest
    @EnumSource
    void eachReasonToWaitIsSaid(Why why) {
        talk.theirFile("09:01", Talk.picture("sun.png"));
        open();
        tellOf(0, new Withheld(why, Optional.empty()));
        var sentence = robot.lookup(".picture-words > .label").<Label>query().getText();
        assertThat(sentence)
                .isEqualTo(
                        switch (why) {
                            case STRANGER -> "Picture from someone you don’t know";
                            case OPEN_ROOM -> "Picture in a room that isn’t private";
                            case LARGE -> "A large picture";
                            case CHOICE -> "Pictures wait until you want them";
                        });
        assertThat(robot.lookup("Show").tryQuery()).isPresent();
        assertThat(spoken().getFirst().toString()).contains("Picture: sun.png", sentence);
    }

    @ParameterizedTest
    @EnumSource
    void oneThatCanNotBeShownIsAFileThatSaysWhy(Reason reason) {
        talk.theirFile("09:01", Talk.picture("sun.png", 1200, 600));
        open();
        tellOf(0, new Missing(reason));
        assertThat(robot.lookup(".picture-tile").tryQuery()).isEmpty();
        assertThat(robot.lookup(".file-name").<Label>query().getText()).isEqualTo("sun.png");
        assertThat(robot.lookup(".file-problem").<Label>query().getText())
                .isEqualTo(
                        switch (reason) {
                            case GONE -> "This picture isn’t there any more.";
                            case NOT_REACHED -> "The picture can’t be reached now.";
                            case UNSAFE -> "The picture is in a place that isn’t safe.";
                            case NOT_DRAWABLE -> "Kith can’t show this picture.";
                        });
        assertThat(spoken().getFirst().toString())
                .contains(robot.lookup(".file-problem").<Label>query().getText());
        robot.rightClickOn(rows().getFirst().bubble());
        robot.clickOn("Try again to show the picture");
        assertThat(pictures.fetched()).containsExactly(key(0));
    }

    @Test
    void theKeyboardAsksForOneByTheMenu() {
        talk.theirFile("09:01", Talk.picture("sun.png"));
        open();
        tellOf(0, new Withheld(Why.OPEN_ROOM, Optional.empty()));
        robot.rightClickOn(rows().getFirst().bubble());
        robot.clickOn("Show the picture");
        assertThat(pictures.fetched()).containsExactly(key(0));
        robot.type(KeyCode.ESCAPE);
    }

    /// Its head is right, and the rest is not.
    @Test
    void h55OneThatBreaksWhileItIsDrawnIsAFile() {
        talk.theirFile("09:01", Talk.picture("sun.png", 1200, 600));
        open();
        come(0, "no picture".getBytes(StandardCharsets.US_ASCII));
        await().until(() -> robot.lookup(".picture-tile").tryQuery().isEmpty());
        settle();
        assertThat(robot.lookup("Kith can’t show this picture.").tryQuery()).isPresent();
    }

    /// Nobody tells of it again: to the session it was there all the time.
    @Test
    void oneThatBrokeIsDrawnAnewWhenTheUserWantsIt() {
        talk.theirFile("09:01", Talk.picture("sun.png", 1200, 600));
        open();
        come(0, "no picture".getBytes(StandardCharsets.US_ASCII));
        await().until(() -> robot.lookup(".picture-tile").tryQuery().isEmpty());
        settle();
        pictures.mend(key(0), SUN);
        robot.rightClickOn(rows().getFirst().bubble());
        robot.clickOn("Try again to show the picture");
        assertThat(pictures.fetched()).containsExactly(key(0));
        assertThat(drawn()).isEqualTo("320x160");
    }

    /// Its file was lost, which is told only when it is to be drawn.
    @Test
    void oneThatIsFetchedAnewIsDrawn() {
        talk.theirFile("09:01", Talk.picture("sun.png", 1200, 600));
        open();
        tellOf(0, new ShownPicture.There(Path.of("picture-" + key(0).row())));
        await().until(() -> robot.lookup(".picture-tile").tryQuery().isEmpty());
        tellOf(0, ShownPicture.COMING);
        come(0, SUN);
        assertThat(drawn()).isEqualTo("320x160");
    }

    @Test
    void itIsNotBrokenWhereThatIsHeardAfterItIsFetchedAnew() {
        talk.theirFile("09:01", Talk.picture("sun.png", 1200, 600));
        var there = new ShownPicture.There(Path.of("sun"));
        FxThread.run(
                () -> {
                    var inSight = new PicturesInSight(new ImmediateLane(), () -> {});
                    inSight.follow(pictures);
                    var _ = inSight.want(key(0));
                    pictures.put(key(0), there).put(key(0), ShownPicture.COMING);
                    inSight.failed(key(0), there);
                    pictures.put(key(0), there);
                    assertThat(inSight.of(key(0))).isEqualTo(there);
                });
    }

    @Test
    void aClickOnOneOpensIt() {
        talk.theirFile("09:01", Talk.picture("sun.png", 1200, 600));
        open();
        come(0, SUN);
        robot.clickOn(".picture-frame");
        assertThat(asked).contains("open https://upload.hearth.example/a1b2/sun.png");
    }

    @Test
    void oneThatIsNamedAsOneIsAFileUntilItsSizeIsKnown() {
        talk.theirFile("09:01", Talk.picture("SUN.JPEG"));
        open();
        assertThat(robot.lookup(".file-tile").tryQuery()).isPresent();
        assertThat(pictures.watched()).containsExactly(key(0));
        tellOf(0, ShownPicture.WAITING);
        assertThat(robot.lookup(".file-tile").tryQuery()).isPresent();
        talk.see(0, 640, 320);
        FxThread.run(talk::tell);
        come(0, SUN);
        assertThat(drawn()).isEqualTo("320x160");
    }

    @Test
    void whatIsNoPictureIsNotWanted() {
        talk.theirFile("09:01", Talk.file("png.pdf", 10)).theirs("09:02", "sun.png");
        open();
        assertThat(pictures.watched()).isEmpty();
    }

    @Test
    void oneOfOursShowsHowFarItIsAndIsStopped() {
        var lane = new ImmediateLane();
        var moving = new Cell<Map<MessageKey, Long>>(lane, Map.of());
        var file = Talk.picture("sun.png", 1200, 600);
        talk.myFile(
                "09:01",
                new Content.File(
                        Optional.empty(),
                        file.name(),
                        file.size(),
                        file.picture(),
                        Optional.empty()),
                Delivery.QUEUED);
        open();
        come(0, SUN);
        FxThread.run(() -> model().followFiles(moving));
        var bar = robot.lookup(".file-progress").<ProgressBar>query();
        assertThat(bar.isVisible()).isFalse();
        FxThread.run(() -> lane.execute(() -> moving.set(Map.of(key(0), 60_000L))));
        settle();
        assertThat(bar.isVisible()).isTrue();
        assertThat(bar.getProgress()).isEqualTo(0.25);
        assertThat(robot.lookup(".picture-tile > .file-size").<Label>query().getText())
                .isEqualTo("59 of 234 KB");
        robot.clickOn(".picture-frame");
        assertThat(asked).noneMatch(each -> each.startsWith("open"));
        robot.clickOn(".picture-stop");
        assertThat(asked).contains("discard 1");
    }

    @Test
    void onlyThoseInSightAreWanted() {
        for (int i = 0; i < 60; i++) {
            talk.theirFile("09:01", Talk.picture("sun" + i + ".png", 1200, 600));
        }
        open();
        assertThat(pictures.watched()).isNotEmpty().hasSizeLessThan(12).contains(key(59));
        press(KeyCode.HOME);
        assertThat(pictures.watched())
                .isNotEmpty()
                .hasSizeLessThan(12)
                .contains(key(0))
                .doesNotContain(key(59));
        FxThread.run(() -> window().stage().getScene().setRoot(new Pane()));
        settle();
        assertThat(pictures.watched()).isEmpty();
    }

    /// Whoever scrolls fast doesn't wait for what is gone by.
    @Test
    void whatIsOutOfSightWhenItsTurnComesIsNotDrawn() {
        for (int i = 0; i < 60; i++) {
            talk.theirFile("09:01", Talk.picture("sun" + i + ".png", 1200, 600));
        }
        open();
        var goOn = FxThread.call(pictures::holdDrawing);
        come(59, SUN);
        press(KeyCode.HOME);
        come(0, SUN);
        FxThread.run(goOn);
        assertThat(drawn()).isEqualTo("320x160");
        assertThat(FxThread.call(pictures::results))
                .anyMatch(it -> it.contains("isLeft=true"))
                .anyMatch(it -> it.contains("isLeft=false"));
        var again = FxThread.call(pictures::holdDrawing);
        press(KeyCode.END);
        FxThread.run(again);
        settle();
        assertThat(drawn()).isEqualTo("320x160");
    }

    /// Each time all rows are made anew.
    @Test
    void whatIsShownAnywayIsNoChange() {
        talk.theirFile("09:01", Talk.picture("sun.png", 1200, 600));
        var changes = new AtomicInteger();
        FxThread.run(
                () -> {
                    var inSight =
                            new PicturesInSight(new ImmediateLane(), changes::incrementAndGet);
                    inSight.follow(pictures);
                    var _ = inSight.want(key(0));
                    pictures.put(key(0), ShownPicture.COMING);
                    assertThat(changes).hasValue(0);
                    pictures.put(key(0), ShownPicture.WAITING).put(key(0), ShownPicture.WAITING);
                    assertThat(changes).hasValue(1);
                });
    }

    /// A window of its own goes with all that is in it.
    @Test
    void noneIsWantedOnceThePageIsClosed() {
        talk.theirFile("09:01", Talk.picture("sun.png", 1200, 600))
                .theirFile("09:02", Talk.picture("SUN.JPEG"));
        open();
        assertThat(pictures.watched()).containsExactlyInAnyOrder(key(0), key(1));
        FxThread.run(model()::close);
        assertThat(pictures.watched()).isEmpty();
        closeWindow();
        assertThat(pictures.watched()).isEmpty();
    }

    /// However far one scrolls.
    @Test
    void onlyAFewAreHeldDrawn() {
        for (int i = 0; i < 60; i++) {
            talk.theirFile("09:01", Talk.picture("sun" + i + ".png", 64, 64));
        }
        open();
        for (int i = 0; i < 60; i++) {
            int at = i;
            FxThread.run(() -> pictures.put(key(at), PictureFiles.plain("png", 64, 64, at * 1000)));
        }
        settle();
        for (int page = 0; page < 20; page++) {
            press(KeyCode.PAGE_UP);
        }
        var drawn = FxThread.call(() -> DrawnPictures.in(window().stage().getScene()));
        var held =
                talk.messages().stream()
                        .filter(it -> drawn.find(Path.of("picture-" + it.key().row())).isPresent())
                        .count();
        assertThat(held).isEqualTo(16);
    }

    private double height(int index) {
        return FxThread.call(() -> rows().get(index).bubble().getHeight());
    }

    private String drawn() {
        await().until(() -> robot.lookup(".picture-frame > .image-view").tryQuery().isPresent());
        settle();
        return FxThread.call(
                () -> {
                    var view = robot.lookup(".picture-frame > .image-view").<ImageView>query();
                    var bounds = view.getLayoutBounds();
                    return Math.round(bounds.getWidth()) + "x" + Math.round(bounds.getHeight());
                });
    }
}
