package kith.gallery;

import static kith.gallery.ConversationPictures.SHEETS;
import static kith.gallery.ConversationPictures.mirrored;
import static kith.gallery.ConversationPictures.person;

import javafx.scene.Parent;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.PictureFiles;
import kith.base.PictureSize;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.MessageKey;
import kith.model.ShownPicture;
import kith.ui.chat.ChatViewModel;
import kith.ui.timeline.SamplePictures;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

/// Pictures in the timeline: there, on their way, waiting for the user's word, and those that can't
/// be shown.
class PicturesGalleryTest {

    @Test
    void there() {
        Snapshots.take("pictures", 896, 1010, () -> page(false), SHEETS);
        Snapshots.take("pictures-narrow", 400, 1010, () -> page(true), SHEETS);
        Snapshots.take("pictures-rtl", 896, 1010, () -> mirrored(page(false)), SHEETS);
    }

    @Test
    void notThere() {
        Snapshots.take("pictures-waiting", 896, 1010, () -> waiting(false), SHEETS);
        Snapshots.take("pictures-waiting-narrow", 400, 1010, () -> waiting(true), SHEETS);
    }

    private static Parent page(boolean isNarrow) {
        var talk =
                new Talk("layla@hearth.example")
                        .theirs("09:04", "The Arabic proof is back 🎉")
                        .theirFile("09:05", Talk.picture("proof.jpg", 1200, 600))
                        .theirFile("09:05", Talk.picture("tall.png", 300, 900))
                        .mine("09:07", "Lovely", Delivery.READ)
                        .myFile("09:08", Talk.picture("small.png", 24, 24), Delivery.READ)
                        .myFile("09:09", waiting("poster.png", 800, 600), Delivery.QUEUED);
        return person(isNarrow, talk, model -> show(model, talk));
    }

    private static void show(ChatViewModel model, Talk talk) {
        var pictures = new SamplePictures();
        model.timeline()
                .followFiles(new Cell<>(new ImmediateLane(), Map.of(key(talk, 5), 1_200_000L)));
        pictures.put(key(talk, 1), poster(1200, 600));
        pictures.put(key(talk, 2), poster(300, 900));
        pictures.put(key(talk, 4), PictureFiles.plain("png", 24, 24, 0x2e7d5b));
        pictures.put(key(talk, 5), poster(800, 600));
        pictures.follow(model.timeline());
    }

    private static Parent waiting(boolean isNarrow) {
        var talk =
                new Talk("layla@hearth.example")
                        .theirFile("09:04", Talk.picture("coming.jpg", 1200, 600))
                        .theirFile("09:05", Talk.picture("offline.jpg", 400, 300))
                        .theirFile("09:06", Talk.picture("stranger.jpg"))
                        .theirFile("09:12", Talk.picture("large.jpg"))
                        .theirFile("09:20", Talk.picture("gone.jpg", 400, 300))
                        .theirFile("09:21", Talk.picture("coming-too.jpg"));
        return person(
                isNarrow,
                talk,
                model -> {
                    var pictures = new SamplePictures();
                    pictures.put(key(talk, 1), ShownPicture.WAITING);
                    pictures.put(key(talk, 2), withheld(ShownPicture.Why.STRANGER, 245_760));
                    pictures.put(key(talk, 3), withheld(ShownPicture.Why.LARGE, 7_400_000));
                    pictures.put(key(talk, 4), new ShownPicture.Missing(ShownPicture.Reason.GONE));
                    pictures.follow(model.timeline());
                });
    }

    private static ShownPicture withheld(ShownPicture.Why why, long size) {
        return new ShownPicture.Withheld(why, Optional.of(size));
    }

    private static MessageKey key(Talk talk, int at) {
        return talk.messages().get(at).key();
    }

    private static Content.File waiting(String name, int width, int height) {
        return new Content.File(
                Optional.empty(),
                name,
                Optional.of(2_400_000L),
                Optional.of(new PictureSize(width, height)),
                Optional.empty());
    }

    /// A sun above the sea, on wood.
    private static byte[] poster(int width, int height) {
        return PictureFiles.of(
                "png",
                width,
                height,
                (x, y) -> {
                    double toSun = Math.hypot(x - width / 2.0, y - height / 3.0);
                    boolean isSea = y > height * 0.6 + Math.sin(x * 12.0 / width) * height * 0.05;
                    if (x < width / 8 || x > width * 7 / 8) {
                        return y / 12 % 6 == 0 ? 0xb08a5a : 0xc9a27a;
                    }
                    if (toSun < Math.min(width, height) / 5.0) {
                        return 0xef5b4c;
                    }
                    return isSea ? 0x1f6f86 : 0xf3e6cf;
                });
    }
}
