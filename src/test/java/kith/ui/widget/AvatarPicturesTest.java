package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;

import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// Which pictures of people and rooms are held, and for how long.
class AvatarPicturesTest {

    private final List<String> read = new ArrayList<>();
    private final byte[] file = FxThread.call(() -> SmallPicture.png(new WritableImage(8, 8)));
    private final AvatarPictures pictures =
            new AvatarPictures(
                    new AvatarPictures.Source() {
                        @Override
                        public CompletionStage<Optional<Image>> picture(
                                String hash, Function<byte[], Image> draw) {
                            read.add(hash);
                            return CompletableFuture.completedStage(Optional.of(draw.apply(file)));
                        }
                    },
                    Runnable::run);

    @Test
    void thoseThatScrolledAwayLongAgoAreLetGo() {
        int many = AvatarPictures.KEPT + 100;
        var images = FxThread.call(() -> scrolledThrough(many));
        awaitGone("the first hundred", images.subList(0, 100));
        assertThat(images.subList(100, many)).noneMatch(image -> image.refersTo(null));
        FxThread.run(() -> pictures.of(room(0)));
        assertThat(read).as("read again").hasSize(many + 1).endsWith(hash(0));
    }

    /// Whoever scrolls back sees them at once.
    @Test
    void theLastAreThereWithoutBeingReadAgain() {
        FxThread.run(
                () -> {
                    scrolledThrough(AvatarPictures.KEPT);
                    System.gc();
                    for (int i = AvatarPictures.KEPT - 1; i >= 0; i--) {
                        assertThat(pictures.of(room(i)).get()).isPresent();
                    }
                });
        assertThat(read).hasSize(AvatarPictures.KEPT);
    }

    @Test
    void whatIsOnTheScreenStaysHoweverMuchIsScrolledThrough() {
        var picture =
                FxThread.call(
                        () -> {
                            pictures.set(hashes(1));
                            return pictures.of(room(0));
                        });
        var image = picture.get();
        FxThread.run(() -> scrolledThrough(3 * AvatarPictures.KEPT));
        System.gc();
        FxThread.run(
                () -> {
                    assertThat(pictures.of(room(0))).isSameAs(picture);
                    assertThat(picture.get()).isPresent().isEqualTo(image);
                });
        assertThat(read).containsOnlyOnce(hash(0));
    }

    @Test
    void whatIsOnTheScreenFollowsItsRoom() {
        FxThread.run(
                () -> {
                    var picture = pictures.of(room(0));
                    assertThat(picture.get()).isEmpty();
                    pictures.set(hashes(1));
                    assertThat(picture.get()).isPresent();
                    pictures.set(Map.of());
                    assertThat(picture.get()).isEmpty();
                });
    }

    /// The pictures live as long as the program does, and must not hold what shows them.
    @Test
    void theAvatarsOfAWindowThatIsClosedAreLetGo() {
        var avatar =
                FxThread.call(
                        () -> {
                            pictures.set(hashes(1));
                            var shown = new Avatar(40);
                            shown.showRoom("Etching", room(0));
                            pictures.provide(new Scene(new Group(shown)));
                            shown.showRoom("Etching", room(0));
                            return new WeakReference<>(shown);
                        });
        assertThat(read).containsExactly(hash(0));
        awaitGone("the avatar", List.of(avatar));
    }

    /// Shows so many one after the other, each for a moment.
    private List<WeakReference<Image>> scrolledThrough(int count) {
        pictures.set(hashes(count));
        var images = new ArrayList<WeakReference<Image>>();
        for (int i = 0; i < count; i++) {
            images.add(new WeakReference<>(image(pictures.of(room(i)))));
        }
        return images;
    }

    private static Image image(ReadOnlyObjectProperty<Optional<Image>> picture) {
        return picture.get().orElseThrow();
    }

    private static Map<String, String> hashes(int count) {
        var hashes = new HashMap<String, String>();
        for (int i = 0; i < count; i++) {
            hashes.put(room(i), hash(i));
        }
        return hashes;
    }

    private static String room(int number) {
        return "r%d@rooms.hearth.example".formatted(number);
    }

    private static String hash(int number) {
        return "%040x".formatted(number);
    }

    private static void awaitGone(String what, List<? extends WeakReference<?>> all) {
        await(what + " are gone")
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            System.gc();
                            return all.stream().allMatch(each -> each.refersTo(null));
                        });
    }
}
