package kith.ui.room.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.stage.Window;

import kith.base.Cell;
import kith.base.ManualTimer;
import kith.gallery.Snapshots;
import kith.model.Chat;
import kith.model.Delivery;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Refusal;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.chat.ChatPane;
import kith.ui.chat.ChatSources;
import kith.ui.chat.ChatViewModel;
import kith.ui.chat.IdleCommands;
import kith.ui.chat.PageFrame;
import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;
import kith.ui.room.MembershipCommands;
import kith.ui.room.RoomCommands;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxRobot;

import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A room's page in a window, moderated with keyboard and mouse.
abstract class ModerationPaneFixture {

    final FxRobot robot = new FxRobot();
    final Coop coop = new Coop().with(Role.MODERATOR, Affiliation.OWNER);
    final Talk talk =
            new Talk("print@rooms.hearth.example")
                    .from("Samuel Otieno", "09:20", "DM me for free magic potions!")
                    .from("Samuel Otieno", "09:21", "Really!")
                    .mine("09:30", "Stop that", Delivery.ON_SERVER);
    private Optional<OnStage> window = Optional.empty();

    @AfterEach
    void closeWindow() {
        window.ifPresent(OnStage::close);
    }

    void open(boolean withDetails) {
        window = Optional.of(new OnStage(900, 700, () -> page(withDetails)));
        settle();
    }

    private Parent page(boolean withDetails) {
        var now = Talk.TODAY.atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC);
        var clock = InstantSource.fixed(now);
        var texts = Texts.of(Locale.ENGLISH);
        var room =
                new Room(
                        talk.chat(),
                        "Harbour print co-op",
                        "Mara",
                        RoomState.JOINED,
                        "Riso night",
                        6);
        var chat =
                new Chat(
                        talk.chat(),
                        Chat.Kind.ROOM,
                        "Harbour print co-op",
                        Optional.empty(),
                        0,
                        false,
                        List.of());
        var sources =
                new ChatSources(
                        talk.chat(),
                        Chat.Kind.ROOM,
                        new Cell<>(coop.lane, Optional.of(chat)),
                        new Cell<>(coop.lane, Optional.empty()),
                        talk.live(),
                        new Cell<>(coop.lane, Optional.of(room)),
                        coop.occupants,
                        IdleCommands.timeline(),
                        IdleCommands.composer(),
                        new RoomCommands(
                                (nick, password) -> {},
                                () -> {},
                                subject -> CompletableFuture.completedStage(Optional.empty()),
                                this::rename,
                                MembershipCommands.NONE,
                                coop.commands(),
                                Optional.empty()),
                        () -> {});
        var model = new ChatViewModel(sources, clock, ZoneOffset.UTC, new ManualTimer(), coop.lane);
        var frame =
                new PageFrame(
                        new SimpleBooleanProperty(false), new SimpleIntegerProperty(), () -> {});
        var pane = new ChatPane(model, texts, new Times(clock, ZoneOffset.UTC, texts), frame);
        if (withDetails) {
            pane.showDetails();
        }
        return pane.node();
    }

    /// What the room says to another nick of the user.
    CompletionStage<Optional<Refusal>> rename(String nick) {
        return CompletableFuture.completedStage(Optional.empty());
    }

    Node person(String nick) {
        return robot.lookup(".occupants .list-cell").queryAll().stream()
                .filter(node -> String.valueOf(node.getAccessibleText()).startsWith(nick + ","))
                .findFirst()
                .orElseThrow();
    }

    static List<MenuItem> menu() {
        return FxThread.call(
                () ->
                        Window.getWindows().stream()
                                .filter(ContextMenu.class::isInstance)
                                .filter(Window::isShowing)
                                .map(ContextMenu.class::cast)
                                .flatMap(menu -> menu.getItems().stream())
                                .toList());
    }

    void choose(String name) {
        var item =
                menu().stream()
                        .filter(each -> name.equals(each.getText()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(name + " not in " + names()));
        FxThread.run(
                () -> {
                    item.getParentPopup().hide();
                    item.fire();
                });
        settle();
    }

    static List<String> names() {
        return menu().stream().map(item -> String.valueOf(item.getText())).toList();
    }

    void putAway(String where) {
        assertThat(isShown(complaint(where))).isTrue();
        robot.clickOn(robot.lookup(where + " .dismissible .icon-button").<Node>query());
        settle();
        assertThat(isShown(complaint(where))).isFalse();
    }

    Label complaint(String where) {
        return robot.lookup(where + " .roles-complaint").query();
    }

    static boolean isShown(Node node) {
        return node.isVisible() && node.getParent().isVisible();
    }

    void picture(String name) {
        Snapshots.write(
                FxThread.call(() -> window.orElseThrow().stage().getScene().snapshot(null)), name);
    }

    void settle() {
        window.orElseThrow().settle();
    }
}
