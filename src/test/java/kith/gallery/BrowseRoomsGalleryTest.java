package kith.gallery;

import static kith.gallery.MainPictures.find;
import static kith.gallery.MainPictures.layOut;
import static kith.gallery.MainPictures.press;
import static kith.gallery.MainPictures.take;
import static kith.gallery.MainPictures.wide;

import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import kith.model.FoundRoom;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.ui.join.JoinRoomView;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Which rooms there are, and what one is before it is entered.
class BrowseRoomsGalleryTest {

    @Test
    void rooms() {
        wide("browse-rooms", SampleWorld::full, BrowseRoomsGalleryTest::browse);
    }

    @Test
    void inANarrowWindow() {
        take("browse-rooms-narrow", 480, 640, SampleWorld::full, BrowseRoomsGalleryTest::browse);
    }

    @Test
    void mirrored() {
        wide(
                "browse-rooms-rtl",
                SampleWorld::full,
                window -> {
                    window.scene().getRoot().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    browse(window);
                });
    }

    @Test
    void narrowedByWords() {
        wide(
                "browse-rooms-filtered",
                SampleWorld::full,
                window -> {
                    browse(window);
                    words(window).setText("print");
                    layOut(window);
                });
    }

    @Test
    void nothingFits() {
        wide(
                "browse-rooms-nothing",
                SampleWorld::full,
                window -> {
                    browse(window);
                    words(window).setText("marmalade");
                });
    }

    @Test
    void thousands() {
        wide(
                "browse-rooms-many",
                () -> world(it -> it.rooms = many()),
                BrowseRoomsGalleryTest::browse);
    }

    @Test
    void asking() {
        wide(
                "browse-rooms-asking",
                () -> world(it -> it.answers = false),
                BrowseRoomsGalleryTest::browse);
    }

    @Test
    void none() {
        wide(
                "browse-rooms-none",
                () -> world(it -> it.rooms = List.of()),
                BrowseRoomsGalleryTest::browse);
    }

    @Test
    void refused() {
        wide(
                "browse-rooms-refused",
                () -> world(it -> it.refusal = Optional.of(Refusal.of(Reason.SERVER_NOT_REACHED))),
                BrowseRoomsGalleryTest::browse);
    }

    @Test
    void directory() {
        wide(
                "browse-rooms-directory",
                () -> world(it -> it.directory = Optional.of("search.hearth.example")),
                window -> {
                    browse(window);
                    ((ButtonBase)
                                    window.scene()
                                            .getRoot()
                                            .lookupAll(".browse-rooms .segment")
                                            .toArray()[1])
                            .fire();
                });
    }

    @Test
    void previewed() {
        for (var room : List.of("printers", "board", "nobody")) {
            Snapshots.take("join-room-preview-" + room, 600, 640, () -> preview(room), "shell");
        }
    }

    private static Parent preview(String room) {
        var world = SampleWorld.full();
        var model = new SampleViewModels(world).roomDialogs().joinRoom();
        model.with(SampleWorld.key(room + "@rooms.hearth.example"));
        var view = new JoinRoomView(model, () -> {}, world.texts);
        view.getStyleClass().addAll("overlay", "dialog");
        view.setMaxHeight(Region.USE_PREF_SIZE);
        return new StackPane(view);
    }

    private static SampleWorld world(Consumer<SampleRooms> change) {
        var world = SampleWorld.full();
        change.accept(world.findable);
        return world;
    }

    private static List<FoundRoom> many() {
        return IntStream.range(0, 3_000)
                .mapToObj(i -> SampleRooms.room("r" + i, "Room " + (i + 1)))
                .toList();
    }

    private static void browse(SampleWindow window) {
        window.scene().getRoot().lookupAll(".segmented .segment").stream()
                .map(ButtonBase.class::cast)
                .filter(each -> each.getText().equals("Rooms"))
                .forEach(ButtonBase::fire);
        layOut(window);
        press(window, ".row-action");
        layOut(window);
        layOut(window);
    }

    private static TextField words(SampleWindow window) {
        return (TextField) find(window, ".browse-rooms .search-field");
    }
}
