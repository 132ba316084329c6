package kith.gallery;

import static kith.gallery.ConversationPictures.SHEETS;
import static kith.gallery.ConversationPictures.mirrored;

import static org.awaitility.Awaitility.await;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.shape.Rectangle;

import kith.model.Availability;
import kith.model.Chat;
import kith.model.Occupant;
import kith.model.Presence;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.fx.FxThread;
import kith.ui.timeline.Talk;
import kith.ui.widget.Avatar;
import kith.ui.widget.PersonPicture;
import kith.ui.widget.SmallPicture;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Pictures of rooms, in the window and in every size.
class RoomPictureGalleryTest {

    private static final String ROOM = "print@rooms.hearth.example";

    @Test
    void inEverySize() {
        Snapshots.take("room-pictures", 520, 100, RoomPictureGalleryTest::sizes, "shell");
    }

    /// The window draws it in the background, as it came over the wire.
    @Test
    void inTheWindow() {
        var world = SampleWorld.full();
        var window = FxThread.call(() -> new SampleWindow(world, Map.of()));
        FxThread.run(
                () -> {
                    world.pictures.put("one", SmallPicture.png(waves(128, 128)));
                    window.scene().getRoot().applyCss();
                    window.scene().getRoot().layout();
                    world.set(world.pictureHashes, Map.of(ROOM, "one"));
                });
        await("the room has its picture")
                .atMost(Duration.ofSeconds(20))
                .until(() -> FxThread.call(() -> isPictured(window)));
        Snapshots.write(FxThread.call(() -> window.scene().snapshot(null)), "room-picture-light");
    }

    /// A person's is looked for by whoever shows them in the window.
    @Test
    void ofAPersonInTheWindow() {
        var world = SampleWorld.full();
        var window = FxThread.call(() -> new SampleWindow(world, Map.of()));
        FxThread.run(
                () -> {
                    world.pictures.put("one", SmallPicture.png(waves(80, 80)));
                    var tom = new Avatar(28);
                    tom.showPerson(
                            "Tom Okafor",
                            "Tom Okafor",
                            Optional.of(new PersonPicture(ROOM + "/Tom Okafor", "one")));
                    ((Pane) window.scene().getRoot()).getChildren().add(tom);
                });
        await("Tom has his picture")
                .atMost(Duration.ofSeconds(20))
                .until(() -> FxThread.call(() -> isPictured(window)));
    }

    /// Where an owner changes it.
    @Test
    void forAnOwner() {
        Snapshots.take("room-owner", 896, 740, () -> owner("Harbour print co-op"), SHEETS);
        Snapshots.take("room-owner-sheet", 640, 640, () -> owner("Harbour print co-op"), SHEETS);
        Snapshots.take("room-owner-rtl", 896, 740, () -> mirrored(owner("طباعة الميناء")), SHEETS);
        Snapshots.take("room-owner-refused", 640, 640, RoomPictureGalleryTest::refused, SHEETS);
    }

    private static Parent refused() {
        var page = owner("Harbour print co-op");
        page.lookupAll(".owner-action").stream()
                .map(Button.class::cast)
                .filter(action -> action.getText().equals("Remove the picture"))
                .forEach(Button::fire);
        return page;
    }

    private static Parent owner(String name) {
        var talk = new Talk(ROOM).from("Priya Natarajan", "09:28", "The keys are in the studio.");
        var mara =
                new Occupant(
                        "Mara",
                        Occupant.Role.MODERATOR,
                        Occupant.Affiliation.OWNER,
                        Optional.empty(),
                        new Presence(Availability.AVAILABLE, ""),
                        true);
        var room = new Room(talk.chat(), name, "Mara", RoomState.JOINED, "Riso night", 1);
        return ConversationPictures.page(
                Chat.Kind.ROOM,
                name,
                talk,
                false,
                Optional.empty(),
                Optional.of(room),
                List.of(mara),
                true);
    }

    private static boolean isPictured(SampleWindow window) {
        return window.scene().getRoot().lookupAll(".avatar Rectangle").stream()
                .map(Rectangle.class::cast)
                .anyMatch(face -> face.getFill() instanceof ImagePattern);
    }

    private static HBox sizes() {
        var row = new HBox(12);
        row.setStyle("-fx-padding: 18px; -fx-background-color: -color-bg-default;");
        for (int size : new int[] {20, 24, 28, 36, 40, 64}) {
            var wide = new Avatar(size);
            wide.showRoom("Harbour print co-op", ROOM);
            wide.setPicture(Optional.of(waves(128, size == 64 ? 64 : 128)));
            row.getChildren().add(wide);
        }
        var none = new Avatar(64);
        none.showRoom("Harbour print co-op", ROOM);
        row.getChildren().add(none);
        return row;
    }

    private static WritableImage waves(int width, int height) {
        var image = new WritableImage(width, height);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                boolean isCrest = (Math.sin(x / 10.0) * 8) + (y % 32) > 16;
                image.getPixelWriter()
                        .setColor(x, y, isCrest ? Color.DARKCYAN : Color.web("#f3d34a"));
            }
        }
        return image;
    }
}
