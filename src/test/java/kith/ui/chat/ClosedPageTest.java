package kith.ui.chat;

import static org.awaitility.Awaitility.await;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.model.Chat;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.fx.FxThread;
import kith.ui.fx.OnStage;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.Test;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// What stays of a chat's page whose tab was closed, while the window goes on.
class ClosedPageTest {

    private static final Texts TEXTS = Texts.of(Locale.ENGLISH);

    private final ImmediateLane lane = new ImmediateLane();
    private final Talk talk = new Talk("print@rooms.hearth.example");
    private final SimpleBooleanProperty isNarrow = new SimpleBooleanProperty();
    private final SimpleIntegerProperty unreadElsewhere = new SimpleIntegerProperty();
    private final StackPane pages = FxThread.call(StackPane::new);

    @Test
    void aClosedRoomIsLetGoOf() {
        try (var stage = new OnStage(900, 500, () -> pages)) {
            var closed = openAndClose(stage);
            FxThread.run(() -> isNarrow.set(true));
            FxThread.run(() -> unreadElsewhere.set(3));
            await("the page is gone")
                    .atMost(Duration.ofSeconds(20))
                    .until(
                            () -> {
                                System.gc();
                                return closed.refersTo(null);
                            });
        }
    }

    private WeakReference<Node> openAndClose(OnStage stage) {
        var opened =
                FxThread.call(
                        () -> {
                            var made = page();
                            pages.getChildren().add(made.node());
                            return new WeakReference<>(made);
                        });
        stage.settle();
        return FxThread.call(
                () -> {
                    var node = pages.getChildren().removeFirst();
                    Objects.requireNonNull(opened.get()).close();
                    return new WeakReference<>(node);
                });
    }

    private ChatPane page() {
        var room = new Room(talk.chat(), "Harbour print co-op", "Mara", RoomState.JOINED, "", 0);
        var clock =
                InstantSource.fixed(
                        Talk.TODAY.atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC));
        var sources =
                new ChatSources(
                        talk.chat(),
                        Chat.Kind.ROOM,
                        new Cell<>(lane, Optional.empty()),
                        new Cell<>(lane, Optional.empty()),
                        talk.live(),
                        new Cell<>(lane, Optional.of(room)),
                        new Cell<>(lane, List.of()),
                        IdleCommands.timeline(),
                        IdleCommands.composer(),
                        IdleCommands.room(),
                        () -> {});
        return new ChatPane(
                new ChatViewModel(sources, clock, ZoneOffset.UTC, new ManualTimer(), lane),
                TEXTS,
                new Times(clock, ZoneOffset.UTC, TEXTS),
                new PageFrame(isNarrow, unreadElsewhere, () -> {}));
    }
}
