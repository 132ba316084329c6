package kith.gallery;

import static kith.gallery.MainPictures.find;
import static kith.gallery.MainPictures.layOut;
import static kith.gallery.MainPictures.press;
import static kith.gallery.MainPictures.take;
import static kith.gallery.MainPictures.takeIn;
import static kith.gallery.MainPictures.wide;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;

import kith.model.ConnectionProblem;
import kith.model.ConnectionProblem.Kind;
import kith.model.ConnectionState;
import kith.model.Fault;
import kith.model.OpenTabs;
import kith.model.Room;
import kith.model.RoomState;
import kith.model.SyncState;
import kith.session.roster.SubscriptionRequest;
import kith.ui.fx.Appearance;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The main window in its states.
class MainGalleryTest {

    @Test
    void main() {
        wide("main", SampleWorld::full, window -> {});
    }

    @Test
    void mainMirrored() {
        wide(
                "main-rtl",
                SampleWorld::full,
                window ->
                        window.scene().getRoot().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
    }

    @Test
    void contacts() {
        wide(
                "contacts",
                SampleWorld::full,
                window -> {
                    var world = window.world();
                    world.set(
                            world.requests,
                            List.of(
                                    new SubscriptionRequest(
                                            SampleWorld.key("samuel@otieno.example"),
                                            "Hi Mara, we met at the riso night."),
                                    new SubscriptionRequest(
                                            SampleWorld.key("best-offers-24@bulk.example"), "")));
                    segment(window, 1);
                });
    }

    @Test
    void contactsOffline() {
        wide("contacts-offline", SampleWorld::offline, window -> segment(window, 1));
    }

    @Test
    void requestThatCannotBeAnswered() {
        wide(
                "contacts-request-offline",
                SampleWorld::offline,
                window -> {
                    var samuel = SampleWorld.key("samuel@otieno.example");
                    var world = window.world();
                    world.set(world.requests, List.of(new SubscriptionRequest(samuel, "Hi Mara")));
                    segment(window, 1);
                    layOut(window);
                    press(window, ".answers .accent");
                });
    }

    @Test
    void rooms() {
        wide("rooms", SampleWorld::full, window -> segment(window, 2));
    }

    /// One that the user merely has a bookmark of.
    @Test
    void bookmarkedRoom() {
        take(
                "rooms-bookmarked",
                480,
                640,
                MainGalleryTest::bookmarked,
                window -> segment(window, 2));
    }

    private static SampleWorld bookmarked() {
        var world = SampleWorld.full();
        var key = SampleWorld.key("typo@rooms.hearth.example");
        var rooms = new ArrayList<>(world.rooms.get());
        rooms.add(new Room(key, "Type & letters", "Mara", RoomState.LEFT, "", 0));
        world.set(world.rooms, List.copyOf(rooms));
        world.set(world.neverEntered, Set.of(key));
        return world;
    }

    @Test
    void noContactsAndNoRooms() {
        take("contacts-empty", 480, 480, SampleWorld::empty, window -> segment(window, 1));
        take("rooms-empty", 480, 480, SampleWorld::empty, window -> segment(window, 2));
    }

    @Test
    void filtered() {
        wide("filtered", SampleWorld::full, window -> filter(window, "jon"));
    }

    @Test
    void filteredToNothing() {
        wide("filtered-nothing", SampleWorld::full, window -> filter(window, "nobody"));
    }

    @Test
    void filteredToNothingFromRightToLeft() {
        take("filtered-rtl", 480, 480, SampleWorld::full, window -> filter(window, "لا أحد 2!"));
    }

    @Test
    void empty() {
        wide("empty", SampleWorld::empty, window -> {});
    }

    @Test
    void noTab() {
        wide(
                "no-tab",
                SampleWorld::full,
                window -> window.world().set(window.world().tabs, OpenTabs.NONE));
    }

    @Test
    void offline() {
        wide("offline", SampleWorld::offline, window -> {});
    }

    /// The list of what nobody has yet, over its button in the footer.
    @Test
    void pending() {
        wide("pending", SampleWorld::pending, window -> press(window, ".footer-pending"));
        take(
                "pending-few",
                480,
                480,
                SampleWorld::offline,
                window -> press(window, ".footer-pending"));
    }

    /// Invitations of a contact, of a room and of a stranger, and somebody's no.
    @Test
    void invitations() {
        wide("invitations", SampleWorld::invited, window -> press(window, ".footer-pending"));
        take(
                "invitations-narrow",
                480,
                480,
                SampleWorld::invited,
                window -> press(window, ".footer-pending"));
        wide(
                "invitations-rtl",
                SampleWorld::invited,
                window -> {
                    var root = window.scene().getRoot();
                    root.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    press(window, ".footer-pending");
                });
    }

    @Test
    void connecting() {
        wide(
                "connecting",
                SampleWorld::offline,
                window -> {
                    var world = window.world();
                    world.connect(SampleWorld.HEARTH, new ConnectionState.Connecting());
                    world.connect(SampleWorld.BIRKE, new ConnectionState.Connecting());
                });
    }

    @Test
    void passwordRefused() {
        wide("refused", SampleWorld::refused, window -> {});
    }

    @Test
    void certificateRefused() {
        wide(
                "refused-certificate",
                SampleWorld::full,
                window ->
                        window.world()
                                .connect(
                                        SampleWorld.BIRKE,
                                        new ConnectionState.Stopped(
                                                problem(Kind.BAD_CERTIFICATE))));
    }

    @Test
    void profileMenu() {
        wide("profile-menu", SampleWorld::refused, window -> press(window, ".profile-button"));
    }

    @Test
    void fault() {
        wide(
                "fault",
                SampleWorld::full,
                window ->
                        window.world()
                                .set(
                                        window.world().fault,
                                        Optional.of(
                                                new Fault(
                                                        "k3x9ab",
                                                        "The history can’t be written: the disk is"
                                                                + " full."))));
    }

    @Test
    void narrowChat() {
        take("narrow", 480, 780, SampleWorld::offline, select("jonas@birke.example"));
    }

    @Test
    void narrowChatWithALongName() {
        take("narrow-long-name", 480, 480, SampleWorld::full, select("anasofia@tejo.example"));
    }

    @Test
    void narrowList() {
        take("narrow-list", 480, 780, SampleWorld::full, window -> {});
    }

    @Test
    void smallest() {
        take("smallest", 480, 480, SampleWorld::full, window -> {});
    }

    @Test
    void largestText() {
        takeIn("main-large-text", look -> look.textSizeProperty().set(Appearance.LARGEST_TEXT));
    }

    @Test
    void moreContrast() {
        takeIn("main-contrast", look -> look.moreContrastProperty().set(true));
    }

    /// What the footer says of messages that are not here yet, or not since a while.
    @Test
    void synchronising() {
        var lately = SampleWorld.NOW.minus(Duration.ofDays(2));
        synchronising("catching-up", SampleWorld::full, new SyncState.CatchingUp(lately));
        synchronising("reading-back", SampleWorld::full, new SyncState.ReadingBack(lately));
        synchronising("offline-since", SampleWorld::offline, new SyncState.Behind(lately));
    }

    private static void synchronising(String name, Supplier<SampleWorld> made, SyncState state) {
        take(
                "footer-" + name,
                480,
                480,
                made,
                window -> {
                    var world = window.world();
                    world.set(
                            world.syncs,
                            Map.of(SampleWorld.HEARTH, state, SampleWorld.BIRKE, state));
                });
    }

    private static Consumer<SampleWindow> select(String peer) {
        return window -> window.world().select(peer);
    }

    private static void filter(SampleWindow window, String typed) {
        ((TextField) find(window, ".search-field")).setText(typed);
    }

    private static ConnectionProblem problem(Kind kind) {
        return new ConnectionProblem(kind, "");
    }

    private static void segment(SampleWindow window, int index) {
        var segments = window.scene().getRoot().lookupAll(".segment").toArray(Node[]::new);
        ((ButtonBase) segments[index]).fire();
    }
}
