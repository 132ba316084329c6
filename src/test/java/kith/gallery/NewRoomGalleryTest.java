package kith.gallery;

import static kith.gallery.MainPictures.controlShift;
import static kith.gallery.MainPictures.layOut;
import static kith.gallery.MainPictures.press;
import static kith.gallery.MainPictures.wide;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import kith.model.NewRoom.Trait;
import kith.model.Refusal;
import kith.model.RoomMaking;
import kith.model.RoomMaking.Cause;
import kith.ui.widget.SegmentedControl;

import org.junit.jupiter.api.Test;

import java.util.Set;

/// The dialog that makes a room.
class NewRoomGalleryTest {

    @Test
    void group() {
        wide("new-room", SampleWorld::full, NewRoomGalleryTest::open);
    }

    @Test
    void channel() {
        wide("new-room-channel", SampleWorld::full, NewRoomGalleryTest::channel);
    }

    @Test
    void narrow() {
        MainPictures.take(
                "new-room-narrow", 480, 700, SampleWorld::full, NewRoomGalleryTest::channel);
    }

    @Test
    void mirrored() {
        wide(
                "new-room-rtl",
                SampleWorld::full,
                window -> {
                    window.scene().getRoot().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    channel(window);
                });
    }

    @Test
    void making() {
        wide(
                "new-room-making",
                SampleWorld::full,
                window -> {
                    channel(window);
                    press(window, ".dialog-frame .button:default");
                });
    }

    @Test
    void addressTaken() {
        failed("new-room-taken", Cause.TAKEN, Refusal.of(Refusal.Reason.NICK_TAKEN));
    }

    @Test
    void notAllowed() {
        failed(
                "new-room-not-allowed",
                Cause.NOT_ALLOWED,
                new Refusal(Refusal.Reason.FORBIDDEN, "Room creation is denied by service policy"));
    }

    @Test
    void madeWithoutSome() {
        wide(
                "new-room-missing",
                SampleWorld::full,
                window -> {
                    channel(window);
                    press(window, ".dialog-frame .button:default");
                    window.world()
                            .roomMade
                            .complete(
                                    new RoomMaking.Made(
                                            SampleWorld.key("bees@rooms.hearth.example"),
                                            Set.of(
                                                    Trait.MEMBERS_ONLY,
                                                    Trait.NON_ANONYMOUS,
                                                    Trait.ARCHIVE)));
                });
    }

    private static void failed(String name, Cause cause, Refusal refusal) {
        wide(
                name,
                SampleWorld::full,
                window -> {
                    channel(window);
                    press(window, ".dialog-frame .button:default");
                    window.world().roomMade.complete(new RoomMaking.Failed(cause, refusal));
                });
    }

    private static TextField field(SampleWindow window, int index) {
        var fields = window.scene().getRoot().lookupAll(".dialog-frame .text-field");
        return (TextField) fields.toArray(Node[]::new)[index];
    }

    private static void open(SampleWindow window) {
        controlShift(window, KeyCode.O);
        layOut(window);
    }

    private static void channel(SampleWindow window) {
        open(window);
        var kinds = (SegmentedControl) MainPictures.find(window, ".dialog-frame .segmented");
        kinds.select(1);
        field(window, 0).setText("Bees and trees");
        field(window, 1).setText("Everything that flies from flower to flower");
        layOut(window);
    }
}
