package kith.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.gallery.Snapshots;
import kith.model.AccountId;
import kith.model.Alerts;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.Mute;
import kith.model.Room;
import kith.model.RoomState;
import kith.model.RoomTraits;
import kith.model.RoomTraits.Trait;
import kith.ui.fx.FxThread;
import kith.ui.room.moderation.ModerationCommands;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The choice of which messages of a room the user is told, in its details.
class AlertsViewTest {

    private static final Texts TEXTS = Texts.of(Locale.ENGLISH);
    private static final String[] SHEETS = {"room", "chat"};
    private static final Mute FOR_NOW = new Mute.Until(Instant.parse("2026-05-01T12:00:00Z"));

    private final ImmediateLane lane = new ImmediateLane();
    private final Cell<ChatFlags> flags = new Cell<>(lane, ChatFlags.NONE);
    private final Cell<Alerts> usual = new Cell<>(lane, Alerts.ALL);
    private final AlertCommands commands =
            new AlertCommands(
                    flags,
                    usual,
                    choice -> chosen(flags.get().choosing(choice)),
                    () -> chosen(flags.get().withMute(new Mute.Off())));

    @Test
    void whatIsUsualIsChosenUntilTheUserChooses() {
        try (var model = new AlertsViewModel(commands, lane)) {
            var view = FxThread.call(() -> new AlertsView(model, TEXTS));
            assertThat(chosen(view)).isEqualTo("All");
            FxThread.run(() -> lane.execute(() -> usual.set(Alerts.MENTIONS)));
            assertThat(chosen(view)).isEqualTo("Mentions");
            assertThat(flags.get()).as("nobody has chosen").isEqualTo(ChatFlags.NONE);
            FxThread.run(segment(view, "Never")::fire);
            assertThat(flags.get().mute()).isEqualTo(new Mute.Always());
            FxThread.run(segment(view, "All")::fire);
            assertThat(flags.get()).isEqualTo(ChatFlags.NONE.withAlerts(Optional.of(Alerts.ALL)));
        }
    }

    @Test
    void aMuteThatEndsByItselfIsSaidAndEndedBesideTheChoice() {
        chosen(ChatFlags.NONE.choosing(Alerts.MENTIONS).withMute(FOR_NOW));
        try (var model = new AlertsViewModel(commands, lane)) {
            var view = FxThread.call(() -> new AlertsView(model, TEXTS));
            assertThat(chosen(view)).isEqualTo("Mentions");
            assertThat(view.lookup(".room-alerts-muted").isVisible()).isTrue();
            FxThread.run(((Button) view.lookup(".button"))::fire);
            assertThat(flags.get()).isEqualTo(ChatFlags.NONE.choosing(Alerts.MENTIONS));
            assertThat(view.lookup(".room-alerts-muted").isManaged()).isFalse();
        }
    }

    @Test
    void pictures() {
        Snapshots.take("room-alerts", 272, 480, () -> details(ChatFlags.NONE), SHEETS);
        var muted = ChatFlags.NONE.choosing(Alerts.MENTIONS).withMute(FOR_NOW);
        Snapshots.take("room-alerts-muted", 272, 480, () -> details(muted), SHEETS);
        Snapshots.take(
                "room-alerts-rtl",
                272,
                480,
                () -> {
                    var view = details(muted);
                    view.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    return view;
                },
                SHEETS);
    }

    private Parent details(ChatFlags now) {
        chosen(now);
        var key =
                new ChatKey(
                        new AccountId(1),
                        JidCreate.bareFromOrThrowUnchecked("print@rooms.hearth.example"));
        var room =
                new Room(
                        key,
                        "Harbour print co-op",
                        "Mara",
                        RoomState.JOINED,
                        "Poster run on Thursday",
                        0,
                        RoomTraits.of(Trait.MEMBERS_ONLY, Trait.NON_ANONYMOUS));
        var model =
                new RoomViewModel(
                        room,
                        new Cell<>(lane, Optional.of(room)),
                        new Cell<>(lane, List.of()),
                        new RoomCommands(
                                (nick, password) -> {},
                                () -> {},
                                subject -> CompletableFuture.completedStage(Optional.empty()),
                                MembershipCommands.NONE,
                                ModerationCommands.NONE,
                                Optional.of(commands)),
                        lane);
        return new RoomDetailsView(model, TEXTS, () -> {}, () -> {}, () -> {});
    }

    private void chosen(ChatFlags now) {
        lane.execute(() -> flags.set(now));
    }

    private static String chosen(Parent view) {
        return view.lookupAll(".segment").stream()
                .map(ToggleButton.class::cast)
                .filter(ToggleButton::isSelected)
                .map(ToggleButton::getText)
                .findFirst()
                .orElseThrow();
    }

    private static ToggleButton segment(Parent view, String word) {
        return view.lookupAll(".segment").stream()
                .map(ToggleButton.class::cast)
                .filter(it -> it.getText().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
