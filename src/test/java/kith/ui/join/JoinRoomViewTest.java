package kith.ui.join;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Parent;
import javafx.scene.control.Labeled;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.gallery.SampleWorld;
import kith.model.ChatKey;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;
import kith.ui.shell.OwnAccount;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the dialog says that enters a room.
class JoinRoomViewTest {

    private static final ChatKey BOARD = SampleWorld.key("board@rooms.hearth.example");
    private static final ChatKey TEA = SampleWorld.key("tea@rooms.hearth.example");

    private final FxRobot robot = new FxRobot();
    private final SampleWorld world = SampleWorld.full();
    private final ImmediateLane lane = new ImmediateLane();
    private final Map<ChatKey, Cell<Optional<Room>>> rooms = new HashMap<>();
    private final JoinRoomViewModel model =
            new JoinRoomViewModel(
                    world.accounts.get().stream().map(OwnAccount::account).toList(),
                    new RoomEntry(
                            (account, address, nick, password) -> {}, this::room, account -> true),
                    world.findable,
                    lane);
    private final OnStage window = new OnStage(600, 600, this::page);

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void whatOneRoomAnsweredIsNotSaidOfAnother() {
        submit(BOARD);
        refuse(BOARD, Reason.FORBIDDEN);
        assertThat(errors()).containsExactly("You are banned from this room.");
        submit(TEA);
        assertThat(errors()).isEmpty();
        refuse(TEA, Reason.PASSWORD_NEEDED);
        assertThat(errors()).containsExactly("This room asks for a password.");
    }

    @Test
    void aNameThatIsInUseIsSaidUntilAnotherIsTried() {
        submit(TEA);
        refuse(TEA, Reason.NICK_TAKEN);
        assertThat(errors()).containsExactly("“mara” is in use in this room. Choose another name.");
        submit(TEA);
        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalIsSaid(Reason reason) {
        submit(TEA);
        refuse(TEA, reason);
        assertThat(errors()).singleElement().asString().isNotBlank().doesNotContain("{");
    }

    private Cell<Optional<Room>> room(ChatKey key) {
        return rooms.computeIfAbsent(key, unknown -> new Cell<>(lane, Optional.empty()));
    }

    private Parent page() {
        return new JoinRoomView(model, () -> {}, world.texts);
    }

    private void submit(ChatKey room) {
        FxThread.run(
                () -> {
                    model.addressProperty().set(room.peer().toString());
                    model.submit();
                });
        window.settle();
    }

    private void refuse(ChatKey key, Reason reason) {
        var state = new RoomState.Refused(Refusal.of(reason));
        FxThread.run(
                () ->
                        lane.execute(
                                () ->
                                        room(key)
                                                .set(
                                                        Optional.of(
                                                                new Room(
                                                                        key, "Tea", "mara", state,
                                                                        "", 0)))));
        window.settle();
    }

    private List<String> errors() {
        return robot.lookup(".field-error").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }
}
