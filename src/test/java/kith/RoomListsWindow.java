package kith;

import static org.awaitility.Awaitility.await;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

import kith.RunningKith.MemorySecrets;
import kith.lab.RoomLists;
import kith.lab.ScriptedServer;
import kith.model.Affiliated;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.RoomList;
import kith.ui.fx.FxThread;
import kith.ui.fx.Wheel;
import kith.ui.widget.IconToggle;
import kith.ui.widget.SearchField;
import kith.ui.widget.SegmentedControl;
import kith.xmpp.link.TrustedCertificates;

import org.jxmpp.jid.impl.JidCreate;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A window on the lists of a room with [RoomLists]: opens one, searches it letter by letter,
/// scrolls it, opens another, and prints how long that took and how long the frames were meanwhile;
/// waits for a line where its memory is to be looked at.
final class RoomListsWindow {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// Who is searched for: at first all fit, at last a few.
    private static final String SOUGHT = "person 123";

    /// Of one turn of the wheel, in pixels.
    private static final int TURN = 400;

    private static final int TURNS = 300;

    private final Measurement measurement = new Measurement();
    private final RunningKith kith;
    private final ChatKey room;
    private final int people;
    private final Stage stage;

    private RoomListsWindow(RunningKith kith, ChatKey room, int people) {
        this.kith = kith;
        this.room = room;
        this.people = people;
        this.stage = kith.show();
    }

    /// Looks at the lists and says how that went.
    ///
    /// @param arguments an empty folder, whom to trust, the server's port, and how many people are
    ///   on each list
    public static void main(String[] arguments) {
        var trust = TrustedCertificates.ofBundle(Path.of(arguments[1]));
        var server =
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[2]));
        try (var kith = RunningKith.open(Path.of(arguments[0]), trust, new MemorySecrets())) {
            var account = kith.add(server, ScriptedServer.account("mara"));
            var room = new ChatKey(account, JidCreate.bareFromOrThrowUnchecked(RoomLists.ADDRESS));
            var window = new RoomListsWindow(kith, room, Integer.parseInt(arguments[3]));
            window.enter();
            window.open();
            window.search();
            window.scroll();
            window.openAnother();
            FxThread.run(window.stage::hide);
        }
        System.exit(0); // the toolkit would stay
    }

    private void enter() {
        kith.session().rooms().join(room.account(), room.peer(), "Mara", Optional.empty());
        kith.session().tabs().open(room, Chat.Kind.ROOM);
        press("the room's page", IconToggle.class::isInstance);
        awaitShown("the way to the lists", hasStyle("people-roles"));
    }

    private void open() {
        measurement.awaitLook("before");
        var frames = Frames.begin();
        long begin = System.nanoTime();
        press("the way to the lists", hasStyle("people-roles"));
        await("the members")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> FxThread.call(() -> rows(RoomList.MEMBERS) == people));
        Measurement.report("the members are in the list", "s", 2, seconds(begin));
        awaitFrame();
        Measurement.reportFrames("while they come", frames.lengths());
        measurement.awaitLook("with the members");
    }

    private void search() {
        var field = FxThread.call(() -> (SearchField) inPane(SearchField.class::isInstance));
        var times = new ArrayList<Long>();
        var frames = Frames.begin();
        for (int letters = 1; letters <= SOUGHT.length(); letters++) {
            var typed = SOUGHT.substring(0, letters);
            long begin = System.nanoTime();
            FxThread.run(() -> field.setText(typed));
            times.add(awaitFrame() - begin);
        }
        times.sort(null);
        Measurement.report("another letter of a search, at most", "s", 0.05, times.getLast() / 1e9);
        Measurement.reportFrames("while one searches", frames.lengths());
        int found = FxThread.call(() -> rows(RoomList.MEMBERS));
        if (found == 0 || found == people) {
            throw new IllegalStateException(found + " are found");
        }
        FxThread.run(field::clear);
        awaitFrame();
    }

    private void scroll() {
        var flow = FxThread.call(() -> list().orElseThrow().lookup(".virtual-flow"));
        var done = new CompletableFuture<Integer>();
        var spinning = FxThread.call(() -> new Spinning(flow, done));
        var frames = Frames.begin();
        FxThread.run(spinning::start);
        done.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        Measurement.reportFrames("while one scrolls", frames.lengths());
    }

    private void openAnother() {
        var frames = Frames.begin();
        long begin = System.nanoTime();
        FxThread.run(
                () -> ((SegmentedControl) inPane(SegmentedControl.class::isInstance)).select(3));
        await("those who are banned")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> FxThread.call(() -> rows(RoomList.BANNED) == people));
        Measurement.report("those who are banned are in the list", "s", 2, seconds(begin));
        awaitFrame();
        Measurement.reportFrames("while those come", frames.lengths());
        measurement.awaitLook("with those who are banned");
    }

    /// How many are shown; 0 where that is another list.
    private int rows(RoomList wanted) {
        return list().map(ListView::getItems)
                .filter(items -> !items.isEmpty() && isOn(items.getFirst(), wanted))
                .map(List::size)
                .orElse(0);
    }

    private static boolean isOn(Object row, RoomList list) {
        return row instanceof Affiliated who && who.list() == list;
    }

    private Optional<ListView<?>> list() {
        return find(hasStyle("roles-list")).map(node -> (ListView<?>) node);
    }

    private Node inPane(Predicate<Node> wanted) {
        return find(hasStyle("roles")).flatMap(it -> Shown.find(it, wanted)).orElseThrow();
    }

    private static Predicate<Node> hasStyle(String style) {
        return node -> node.getStyleClass().contains(style);
    }

    private Optional<Node> find(Predicate<Node> wanted) {
        return Shown.find(stage.getScene(), wanted);
    }

    private Node awaitShown(String what, Predicate<Node> wanted) {
        return await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> FxThread.call(() -> find(wanted)), Optional::isPresent)
                .orElseThrow();
    }

    private void press(String what, Predicate<Node> wanted) {
        var button = (ButtonBase) awaitShown(what, wanted);
        FxThread.run(button::fire);
    }

    /// Waits until what was changed is laid out.
    ///
    /// @return when, by [System#nanoTime]
    private long awaitFrame() {
        var laidOut = new CompletableFuture<Long>();
        Runnable listener = () -> laidOut.complete(System.nanoTime());
        FxThread.run(
                () -> {
                    stage.getScene().addPostLayoutPulseListener(listener);
                    Platform.requestNextPulse();
                });
        long at = laidOut.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        FxThread.run(() -> stage.getScene().removePostLayoutPulseListener(listener));
        return at;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    /// Turns a wheel over a list once a frame, downwards.
    private static final class Spinning extends AnimationTimer {

        private final Node list;
        private final CompletableFuture<Integer> done;
        private int turns;

        Spinning(Node list, CompletableFuture<Integer> done) {
            this.list = list;
            this.done = done;
        }

        @Override
        public void handle(long now) {
            Wheel.turn(list, -TURN);
            if (++turns == TURNS) {
                stop();
                done.complete(turns);
            }
        }
    }
}
