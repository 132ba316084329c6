package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;

import kith.RunningKith.MemorySecrets;
import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.lab.LabAccount;
import kith.lab.Refuses;
import kith.lab.ServerKind;
import kith.lab.XmppServer;
import kith.model.ChatKey;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.fx.FxThread;
import kith.ui.room.Remedy;
import kith.ui.room.RoomCommands;
import kith.ui.room.RoomGateView;
import kith.ui.room.RoomViewModel;
import kith.ui.text.Texts;
import kith.xmpp.Refusals;

import org.jivesoftware.smack.packet.StanzaError;
import org.jxmpp.jid.EntityBareJid;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Somebody with a Kith before a room: what becomes of their wish to enter it, what they read in
/// the room's page and what they can do there.
///
/// @param key of the room
/// @param heard the reasons that the room has given so far
record RoomDoor(RunningKith kith, ChatKey key, Set<Reason> heard) implements AutoCloseable {

    /// @param folder of the profile
    static RoomDoor of(XmppServer server, LabAccount account, EntityBareJid room, Path folder) {
        var kith = RunningKith.open(folder, server, new MemorySecrets());
        var key = new ChatKey(kith.add(server, account), room);
        return new RoomDoor(kith, key, EnumSet.noneOf(Reason.class));
    }

    /// Asks to be let in.
    ///
    /// @param password no characters for none
    void join(String nick, String password) {
        var typed = Optional.of(password).filter(word -> !word.isEmpty());
        kith.session().rooms().join(key.account(), key.peer(), nick, typed);
    }

    void awaitJoined() {
        kith.awaitJoined(key);
    }

    Reason awaitReason() {
        var reason =
                await("refused")
                        .atMost(RunningKith.PATIENCE)
                        .until(this::reason, Optional::isPresent)
                        .orElseThrow();
        heard.add(reason);
        return reason;
    }

    /// Fails unless the room has given all reasons that a test says a server gives, and no others.
    void assertRefused(Method test, ServerKind kind) {
        var said = Optional.ofNullable(test.getAnnotation(Refuses.class));
        var conditions =
                said.map(it -> kind == ServerKind.PROSODY ? it.prosody() : it.ejabberd()).stream()
                        .flatMap(Stream::of);
        assertThat(heard)
                .as("of %s", kind)
                .containsExactlyInAnyOrderElementsOf(
                        conditions.map(RoomDoor::meaning).collect(Collectors.toSet()));
    }

    private static Reason meaning(String condition) {
        var error = StanzaError.Condition.fromString(condition);
        return Refusals.of(StanzaError.getBuilder(error).build()).reason();
    }

    Optional<Room> state() {
        return kith.session().rooms().room(key).get();
    }

    Optional<Reason> reason() {
        return state().map(Room::state)
                .filter(RoomState.Refused.class::isInstance)
                .map(state -> ((RoomState.Refused) state).refusal().reason());
    }

    /// Why they aren't in.
    String sentence() {
        return words("room-gate-sentence");
    }

    /// What the room wrote beside it.
    String theirWords() {
        return words("room-gate-words");
    }

    Remedy remedy() {
        return model().remedyProperty().get();
    }

    private String words(String style) {
        return FxThread.call(
                () ->
                        new RoomGateView(model(), Texts.of(Locale.UK))
                                .getChildren().stream()
                                        .filter(node -> node.getStyleClass().contains(style))
                                        .flatMap(RoomDoor::texts)
                                        .collect(Collectors.joining()));
    }

    private static Stream<String> texts(Node node) {
        return ((Parent) node)
                .getChildrenUnmodifiable().stream()
                        .filter(Text.class::isInstance)
                        .map(text -> ((Text) text).getText());
    }

    /// Of the room as it is now.
    private RoomViewModel model() {
        var lane = new ImmediateLane();
        var now = state();
        return new RoomViewModel(
                now.orElseThrow(),
                new Cell<>(lane, now),
                new Cell<>(lane, List.of()),
                new RoomCommands(
                        (nick, password) -> {},
                        () -> {},
                        subject -> CompletableFuture.completedStage(Optional.empty())),
                lane);
    }

    @Override
    public void close() {
        kith.close();
    }
}
