package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.scene.input.KeyCode;

import kith.base.PictureFiles;
import kith.model.MessageKey;
import kith.model.ShownPicture;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.List;

/// The reader keeps their place while pictures come, also those of which nobody knew how large they
/// are.
class PicturePlaceTest extends TimelineFixture {

    private static final byte[] SUN = PictureFiles.plain("png", 640, 480, 0xef5b4c);

    private final SamplePictures pictures = new SamplePictures();

    @Override
    TimelinePictures pictures() {
        return pictures;
    }

    /// Every fifth message is a picture of which nobody knows how large it is.
    private void sayWithPictures(int count) {
        for (int i = 0; i < count; i++) {
            if (i % 5 == 2) {
                talk.theirFile("09:00", Talk.picture("sun" + i + ".png"));
            } else {
                talk.theirs("09:00", "message number " + i);
            }
        }
    }

    /// All pictures that are in sight come, each in a frame of its own.
    private List<MessageKey> come() {
        var keys = FxThread.call(pictures::watched);
        for (var key : keys) {
            FxThread.run(
                    () -> {
                        talk.see(Math.toIntExact(key.row() - 1), 640, 480).tell();
                        pictures.put(key, SUN);
                    });
            settle();
        }
        return keys;
    }

    private void awaitDrawn() {
        await().until(
                        () ->
                                FxThread.call(
                                        () ->
                                                view().lookupAll(".picture-frame").stream()
                                                        .noneMatch(
                                                                it ->
                                                                        it.lookup(".image-view")
                                                                                == null)));
        settle();
    }

    @Test
    void whoIsAtTheEndStaysThere() {
        sayWithPictures(50);
        open();
        var end = inSight().getLast();
        assertThat(end).startsWith("50 ");
        assertThat(come()).isNotEmpty();
        awaitDrawn();
        assertThat(inSight().getLast()).isEqualTo(end);
    }

    @Test
    void whatIsReadStaysWhereItIsWhilePicturesAroundItCome() {
        sayWithPictures(148);
        open();
        press(KeyCode.PAGE_UP);
        press(KeyCode.PAGE_UP);
        var middle = middle();
        assertThat(come()).isNotEmpty();
        awaitDrawn();
        assertThat(inSight()).contains(middle);
    }

    /// What grows above the middle grows upwards.
    @Test
    void onesAboveTheMiddlePushNothingDown() {
        sayWithPictures(148);
        open();
        press(KeyCode.PAGE_UP);
        press(KeyCode.PAGE_UP);
        var below = inSight();
        below = below.subList(below.indexOf(middle()), below.size());
        var top = FxThread.call(pictures::watched).stream().min(byRow()).orElseThrow();
        FxThread.run(
                () -> {
                    talk.see(Math.toIntExact(top.row() - 1), 640, 480).tell();
                    pictures.put(top, SUN);
                });
        settle();
        awaitDrawn();
        assertThat(inSight()).containsAll(below);
    }

    private static Comparator<MessageKey> byRow() {
        return Comparator.comparingLong(MessageKey::row);
    }

    /// Whoever has read on has them above.
    @Test
    void picturesThatComeOutOfSightMoveNothing() {
        sayWithPictures(148);
        open();
        press(KeyCode.PAGE_UP);
        press(KeyCode.PAGE_UP);
        var above = FxThread.call(pictures::watched);
        press(KeyCode.END);
        var before = inSight();
        for (var key : above) {
            FxThread.run(
                    () -> {
                        talk.see(Math.toIntExact(key.row() - 1), 640, 480).tell();
                        pictures.put(key, SUN);
                    });
        }
        settle();
        assertThat(inSight()).isEqualTo(before);
    }

    /// The frame was there, and stays as it is.
    @Test
    void onesWhoseSizeIsKnownMoveNothingAtAll() {
        for (int i = 0; i < 100; i++) {
            talk.theirs("09:00", "message number " + i)
                    .theirFile("09:00", Talk.picture("sun" + i + ".png", 300, 150));
        }
        open();
        press(KeyCode.PAGE_UP);
        var before = inSight();
        var keys = FxThread.call(pictures::watched);
        keys.forEach(key -> FxThread.run(() -> pictures.put(key, ShownPicture.COMING)));
        keys.forEach(key -> FxThread.run(() -> pictures.put(key, SUN)));
        settle();
        awaitDrawn();
        assertThat(inSight()).isEqualTo(before);
    }

    /// The message whose upper edge is nearest to the middle of what is seen; see [ReadingPlace].
    private String middle() {
        double height = FxThread.call(() -> view().getHeight());
        return inSight().stream()
                .min(Comparator.comparingDouble(line -> Math.abs(y(line) - height / 2)))
                .orElseThrow();
    }

    private static double y(String line) {
        return Double.parseDouble(line.substring(line.indexOf(" at ") + 4));
    }
}
