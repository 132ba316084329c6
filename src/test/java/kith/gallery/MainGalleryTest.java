package kith.gallery;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import kith.model.ConnectionProblem;
import kith.model.ConnectionProblem.Kind;
import kith.model.ConnectionState;
import kith.model.Fault;
import kith.model.OpenTabs;
import kith.model.Refusal.Reason;
import kith.model.ServerAddress;
import kith.session.account.SignInState;
import kith.session.roster.SubscriptionRequest;
import kith.ui.fx.Appearance;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The main window in its states.
class MainGalleryTest {

    private static final String[] SCREENS = {"shell", "chat", "timeline", "composer", "room"};
    private static final String NEWCOMERS = "newcomers@rooms.hearth.example";
    private static final EntityBareJid MARA =
            JidCreate.entityBareFromOrThrowUnchecked("mara@hearth.example");

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
        Snapshots.takeIn(
                "main-large-text",
                look -> look.textSizeProperty().set(Appearance.LARGEST_TEXT),
                1200,
                780,
                () -> page(1200, 780, SampleWorld.full(), window -> {}),
                SCREENS);
    }

    @Test
    void moreContrast() {
        Snapshots.takeIn(
                "main-contrast",
                look -> look.moreContrastProperty().set(true),
                1200,
                780,
                () -> page(1200, 780, SampleWorld.full(), window -> {}),
                SCREENS);
    }

    @Test
    void welcome() {
        wide("welcome", SampleWorld::new, MainGalleryTest::fill);
    }

    @Test
    void welcomeInASmallWindow() {
        take("welcome-small", 480, 480, SampleWorld::new, window -> {});
    }

    @Test
    void signingIn() {
        wide("signing-in", SampleWorld::new, MainGalleryTest::signIn);
    }

    @Test
    void signInRefused() {
        for (var kind : List.of(Kind.CERTIFICATE_EXPIRED, Kind.WRONG_PASSWORD, Kind.UNKNOWN_HOST)) {
            wide(
                    "sign-in-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    SampleWorld::new,
                    window -> {
                        signIn(window);
                        window.world()
                                .set(
                                        window.world().signingIn,
                                        new SignInState.Failed(
                                                MARA, new ServerAddress.ByDomain(), problem(kind)));
                    });
        }
    }

    @Test
    void signInMistyped() {
        wide(
                "sign-in-mistyped",
                SampleWorld::new,
                window -> {
                    type(window, "mara(at)hearth", "");
                    press(window, ".sign-in .fold");
                    ((TextField) find(window, ".sign-in .port")).setText("99999");
                    press(window, ".sign-in .button:default");
                });
    }

    @Test
    void signInWithTheServerGiven() {
        take(
                "sign-in-options-small",
                480,
                600,
                SampleWorld::new,
                window -> {
                    type(window, "mara@hearth.example", "open sesame");
                    press(window, ".sign-in .fold");
                    press(window, ".sign-in .icon-button");
                });
    }

    @Test
    void signInAgain() {
        wide(
                "sign-in-again",
                SampleWorld::refused,
                window -> press(window, ".banner .link-action"));
    }

    @Test
    void addAccount() {
        wide(
                "add-account",
                SampleWorld::full,
                window -> {
                    press(window, ".profile-button");
                    layOut(window);
                    window.scene().getRoot().lookupAll(".menu-row").stream()
                            .filter(ButtonBase.class::isInstance)
                            .map(ButtonBase.class::cast)
                            .filter(
                                    row ->
                                            "Sign in to another account"
                                                    .equals(row.getAccessibleText()))
                            .findFirst()
                            .orElseThrow()
                            .fire();
                });
    }

    @Test
    void newChat() {
        wide("new-chat", SampleWorld::full, window -> control(window, KeyCode.N));
    }

    @Test
    void newChatMistyped() {
        wide(
                "new-chat-mistyped",
                SampleWorld::full,
                window -> {
                    control(window, KeyCode.N);
                    layOut(window);
                    field(window, 0).setText("layla(at)cedar");
                    press(window, ".form-dialog .button:default");
                });
    }

    @Test
    void newChatWithAContact() {
        wide(
                "new-chat-known",
                SampleWorld::full,
                window -> {
                    control(window, KeyCode.N);
                    layOut(window);
                    field(window, 0).setText("layla@cedar.example");
                });
    }

    @Test
    void newChatOffline() {
        wide(
                "new-chat-offline",
                SampleWorld::offline,
                window -> {
                    control(window, KeyCode.N);
                    layOut(window);
                    field(window, 0).setText("samuel@otieno.example");
                    press(window, ".form-dialog .button:default");
                });
    }

    @Test
    void joinRoom() {
        wide("join-room", SampleWorld::full, window -> control(window, KeyCode.G));
    }

    @Test
    void joinRoomRefused() {
        for (var reason :
                List.of(Reason.PASSWORD_NEEDED, Reason.NICK_TAKEN, Reason.SERVER_NOT_REACHED)) {
            wide(
                    "join-room-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    SampleWorld::full,
                    window -> {
                        join(window);
                        window.world().refuse(NEWCOMERS, reason);
                    });
        }
    }

    @Test
    void joiningRoom() {
        wide("join-room-joining", SampleWorld::full, MainGalleryTest::join);
    }

    private static void wide(
            String name, Supplier<SampleWorld> world, Consumer<SampleWindow> then) {
        take(name, 1200, 780, world, then);
    }

    private static void take(
            String name,
            int width,
            int height,
            Supplier<SampleWorld> world,
            Consumer<SampleWindow> then) {
        Snapshots.take(name, width, height, () -> page(width, height, world.get(), then), SCREENS);
    }

    private static Parent page(
            int width, int height, SampleWorld world, Consumer<SampleWindow> then) {
        var window =
                new SampleWindow(
                        world,
                        (chat, kind, frame) -> new SampleConversation(world, chat, kind, frame));
        window.scene().getRoot().resize(width, height);
        layOut(window);
        then.accept(window);
        return window.detachedRoot();
    }

    private static void layOut(SampleWindow window) {
        var root = window.scene().getRoot();
        root.applyCss();
        root.layout();
    }

    private static Consumer<SampleWindow> select(String peer) {
        return window -> window.world().select(peer);
    }

    private static void filter(SampleWindow window, String typed) {
        ((TextField) find(window, ".search-field")).setText(typed);
    }

    private static void fill(SampleWindow window) {
        type(window, MARA.toString(), "open sesame");
    }

    private static void signIn(SampleWindow window) {
        fill(window);
        press(window, ".sign-in .button:default");
    }

    private static void join(SampleWindow window) {
        control(window, KeyCode.G);
        layOut(window);
        field(window, 0).setText(NEWCOMERS);
        press(window, ".form-dialog .button:default");
    }

    private static ConnectionProblem problem(Kind kind) {
        return new ConnectionProblem(kind, "");
    }

    /// The fields of the dialog, from top to bottom.
    private static TextField field(SampleWindow window, int index) {
        var fields = window.scene().getRoot().lookupAll(".form-dialog .text-field");
        return (TextField) fields.toArray(Node[]::new)[index];
    }

    private static void segment(SampleWindow window, int index) {
        var segments = window.scene().getRoot().lookupAll(".segment").toArray(Node[]::new);
        ((ButtonBase) segments[index]).fire();
    }

    private static void type(SampleWindow window, String address, String password) {
        var fields = window.scene().getRoot().lookupAll(".sign-in .custom-text-field");
        var both = fields.toArray(Node[]::new);
        ((TextField) both[0]).setText(address);
        ((TextField) both[1]).setText(password);
    }

    private static void press(SampleWindow window, String selector) {
        ((ButtonBase) find(window, selector)).fire();
    }

    private static void control(SampleWindow window, KeyCode key) {
        var root = window.scene().getRoot();
        root.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, true, false, false));
    }

    private static Node find(SampleWindow window, String selector) {
        return window.scene().getRoot().lookup(selector);
    }
}
