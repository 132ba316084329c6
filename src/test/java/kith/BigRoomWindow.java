package kith;

import static org.awaitility.Awaitility.await;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import kith.RunningKith.MemorySecrets;
import kith.lab.BigRoom;
import kith.lab.ScriptedServer;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.fx.FxThread;
import kith.ui.widget.IconToggle;
import kith.xmpp.link.TrustedCertificates;

import org.jxmpp.jid.impl.JidCreate;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/// A window on a [BigRoom], with the list of people beside the messages: enters, has people come
/// and go, and prints how long that took and how long the frames were meanwhile; waits for a line
/// where its memory is to be looked at.
final class BigRoomWindow {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RunningKith kith;
    private final ChatKey room;
    private final Stage stage;
    private final int people;
    private final Measurement measurement = new Measurement();

    private BigRoomWindow(RunningKith kith, ChatKey room, int people) {
        this.kith = kith;
        this.room = room;
        this.people = people;
        this.stage = kith.show();
    }

    /// Enters a room and says how that went.
    ///
    /// @param arguments an empty folder, whom to trust, the server's port, and how many people are
    ///   in the room
    public static void main(String[] arguments) {
        var trust = TrustedCertificates.ofBundle(Path.of(arguments[1]));
        var server =
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[2]));
        try (var kith = RunningKith.open(Path.of(arguments[0]), trust, new MemorySecrets())) {
            var account = kith.add(server, ScriptedServer.account("mara"));
            var room = new ChatKey(account, JidCreate.bareFromOrThrowUnchecked(BigRoom.ADDRESS));
            var window = new BigRoomWindow(kith, room, Integer.parseInt(arguments[3]));
            window.openFirst();
            window.enter();
            window.comeAndGo();
            FxThread.run(window.stage::hide);
        }
        System.exit(0); // the toolkit would stay
    }

    /// Has a room's page been made once, as that of the first room is slow to come.
    private void openFirst() {
        join(new ChatKey(room.account(), JidCreate.bareFromOrThrowUnchecked(BigRoom.EMPTY)));
        await("the first room's page")
                .atMost(PATIENCE)
                .until(() -> FxThread.call(() -> details().isPresent()));
        FxThread.run(() -> details().orElseThrow().setSelected(true));
        await("one in the list")
                .atMost(PATIENCE)
                .until(
                        () ->
                                FxThread.call(
                                        () ->
                                                list().filter(it -> it.getItems().size() > 1)
                                                        .isPresent()));
    }

    private void join(ChatKey which) {
        kith.session().rooms().join(which.account(), which.peer(), "Mara", Optional.empty());
        kith.session().tabs().open(which, Chat.Kind.ROOM);
    }

    private void enter() {
        join(room);
        await("the room's page")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () ->
                                FxThread.call(
                                        () ->
                                                details()
                                                        .filter(it -> !it.isSelected())
                                                        .isPresent()));
        FxThread.run(() -> details().orElseThrow().setSelected(true));
        await("no place").atMost(PATIENCE).until(() -> state() instanceof RoomState.Refused);
        measurement.awaitLook("before");
        var frames = Frames.begin();
        long begin = System.nanoTime();
        join(room);
        await("everybody").atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(this::isIn);
        double known = seconds(begin);
        await("everybody in the list")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> FxThread.call(this::isShown));
        double shown = seconds(begin);
        var drawn = frames.lengths();
        Measurement.report("in, and everybody known", "s", 5, known);
        Measurement.report("in, and everybody in the list", "s", 5, shown);
        Measurement.reportFrames("while it is entered", drawn);
        measurement.awaitLook("in it");
    }

    private void comeAndGo() {
        var frames = Frames.begin();
        kith.session().chats().send(room, "Good morning");
        await("the end of coming and going")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> kith.bodies(room).contains(BigRoom.QUIET));
        Measurement.reportFrames("while others come and go", frames.lengths());
        if (kith.session().rooms().occupants(room).get().size() != people + 1) {
            throw new IllegalStateException("others are in the room than should be");
        }
        measurement.awaitLook("after others came and went");
    }

    private boolean isIn() {
        return kith.session().rooms().occupants(room).get().size() > people
                && state() instanceof RoomState.Joined;
    }

    private RoomState state() {
        return kith.session().rooms().room(room).get().map(Room::state).orElse(RoomState.LEFT);
    }

    private boolean isShown() {
        return list().filter(it -> it.getItems().size() > people).isPresent();
    }

    private Optional<ToggleButton> details() {
        return find(IconToggle.class::isInstance).map(ToggleButton.class::cast);
    }

    private Optional<ListView<?>> list() {
        return find(node -> node.getStyleClass().contains("occupants"))
                .map(node -> (ListView<?>) node);
    }

    private Optional<Node> find(Predicate<Node> wanted) {
        return Shown.find(stage.getScene(), wanted);
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
