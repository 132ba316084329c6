package kith.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.shape.Rectangle;

import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// Which pictures of people are looked for, and when they show.
class PersonPicturesTest {

    private static final PersonPicture TOM = new PersonPicture("room@rooms.example/Tom", "a");
    private static final PersonPicture ANN = new PersonPicture("room@rooms.example/Ann", "b");

    private final Given source = new Given();
    private final PersonPictures pictures = new PersonPictures(source, Runnable::run);

    @Test
    void aPictureIsLookedForWhileSomebodyMaySeeIt() throws Exception {
        FxThread.run(
                () -> {
                    var avatar = new Avatar(28);
                    avatar.showPerson("Tom", "tom", Optional.of(TOM));
                    assertThat(source.wanted).as("in no window").isEmpty();
                    var pane = window(avatar);
                    assertThat(source.wanted).containsOnlyKeys(TOM);
                    assertThat(isPictured(avatar)).isFalse();
                    pane.getChildren().clear();
                    assertThat(source.over).containsExactly(TOM);
                    source.come(TOM);
                    assertThat(isPictured(avatar)).isFalse();
                });
    }

    @Test
    void aCellThatShowsSomebodyElseHasTheirPicture() throws Exception {
        FxThread.run(
                () -> {
                    var avatar = new Avatar(28);
                    window(avatar);
                    avatar.showPerson("Tom", "tom", Optional.of(TOM));
                    avatar.showPerson("Ann", "ann", Optional.of(ANN));
                    assertThat(source.over).containsExactly(TOM);
                    source.come(TOM);
                    assertThat(isPictured(avatar)).isFalse();
                    source.come(ANN);
                    assertThat(isPictured(avatar)).isTrue();
                    avatar.showPerson("Tom", "tom");
                    assertThat(isPictured(avatar)).as("who announces none").isFalse();
                });
    }

    /// A row that is drawn anew must not flicker.
    @Test
    void whatWasDrawnBeforeIsThereAtOnce() throws Exception {
        FxThread.run(
                () -> {
                    var avatar = new Avatar(28);
                    window(avatar);
                    avatar.showPerson("Tom", "tom", Optional.of(TOM));
                    source.come(TOM);
                    avatar.showPerson("Ann", "ann", Optional.of(ANN));
                    avatar.showPerson("Tom", "tom", Optional.of(TOM));
                    assertThat(isPictured(avatar)).isTrue();
                    assertThat(source.times).isEqualTo(2);
                });
    }

    @Test
    void whoIsShownTwiceIsAskedOnceAndNotForgottenWithOne() throws Exception {
        FxThread.run(
                () -> {
                    var list = new Avatar(28);
                    var timeline = new Avatar(32);
                    window(list, timeline);
                    list.showPerson("Tom", "tom", Optional.of(TOM));
                    timeline.showPerson("Tom", "tom", Optional.of(TOM));
                    assertThat(source.times).isEqualTo(1);
                    list.showPerson("Ann", "ann");
                    assertThat(source.over).isEmpty();
                    source.come(TOM);
                    assertThat(isPictured(timeline)).isTrue();
                    assertThat(isPictured(list)).isFalse();
                });
    }

    @Test
    void oneThatCouldNotBeHadIsLookedForWhenItIsShownAgain() throws Exception {
        FxThread.run(
                () -> {
                    var avatar = new Avatar(28);
                    window(avatar);
                    avatar.showPerson("Tom", "tom", Optional.of(TOM));
                    Objects.requireNonNull(source.wanted.remove(TOM)).complete(Optional.empty());
                    avatar.showPerson("Tom", "tom", Optional.of(TOM));
                    source.come(TOM);
                    assertThat(isPictured(avatar)).isTrue();
                });
    }

    private Pane window(Avatar... avatars) {
        var pane = new Pane(avatars);
        pictures.provide(new Scene(pane));
        // an avatar looks for it when it comes into a window that has pictures
        pane.getChildren().clear();
        pane.getChildren().setAll(avatars);
        return pane;
    }

    private static boolean isPictured(Avatar avatar) {
        return avatar.lookupAll("Rectangle").stream()
                .map(Rectangle.class::cast)
                .anyMatch(face -> face.getFill() instanceof ImagePattern);
    }

    private static final class Given implements PersonPictures.Source {

        private final Map<PersonPicture, CompletableFuture<Optional<Image>>> wanted =
                new HashMap<>();
        private final List<PersonPicture> over = new ArrayList<>();
        private int times;

        @Override
        public CompletionStage<Optional<Image>> picture(
                PersonPicture picture, Function<byte[], Image> draw) {
            times++;
            return wanted.computeIfAbsent(picture, _ -> new CompletableFuture<>());
        }

        @Override
        public void outOfSight(PersonPicture picture) {
            over.add(picture);
        }

        private void come(PersonPicture picture) {
            var image = new WritableImage(2, 2);
            image.getPixelWriter().setColor(0, 0, Color.GOLD);
            Objects.requireNonNull(wanted.remove(picture)).complete(Optional.of(image));
        }
    }
}
