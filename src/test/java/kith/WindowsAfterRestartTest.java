package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;

import kith.RunningKith.MemorySecrets;
import kith.gallery.Snapshots;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.Chat;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.OpenTabs;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.impl.JidCreate;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/// The order that the user has brought into their chats, tabs and windows, in the real window: it
/// is there after a restart.
class WindowsAfterRestartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FxRobot robot = new FxRobot();
    private final AtomicReference<Stage> stage = new AtomicReference<>();
    private final MemorySecrets secrets = new MemorySecrets();
    private final XmppServer server = ServerKind.PROSODY.shared(ServerProfile.NORMAL);

    @TempDir Path folder;

    @Test
    void isThereAfterARestart() {
        var mara = server.newAccount("mara");
        ChatKey ada;
        ChatKey ben;
        ChatKey cleo;
        try (var kith = open()) {
            var account = kith.add(server, mara);
            stage.set(kith.show());
            ada = new ChatKey(account, JidCreate.bareFromOrThrowUnchecked("ada@birke.example"));
            ben = new ChatKey(account, JidCreate.bareFromOrThrowUnchecked("ben@birke.example"));
            cleo = new ChatKey(account, JidCreate.bareFromOrThrowUnchecked("cleo@birke.example"));
            for (var chat : List.of(ada, ben, cleo)) {
                kith.session().tabs().open(chat, Chat.Kind.CONTACT);
            }
            chooseFor("ben@birke.example", "Mute until I turn it on again");
            chooseFor("ben@birke.example", "Pin");
            chooseFor("ada@birke.example", "Archive");
            awaitShown("ada gone from the list", () -> row("ada@birke.example").isEmpty());
            control(KeyCode.DIGIT2); // ben's tab
            controlShift(KeyCode.PAGE_UP);
            control(KeyCode.DIGIT3); // cleo's
            controlShift(KeyCode.N);
            awaitShown("cleo's window", () -> own("cleo@birke.example").isPresent());
            var torn = own("cleo@birke.example").orElseThrow();
            FxThread.run(
                    () -> {
                        torn.setX(30);
                        torn.setWidth(480);
                    });
            picture("arranged-before");
            quit();
        }
        try (var kith = start()) {
            awaitShown("cleo's window again", () -> own("cleo@birke.example").isPresent());
            var window = own("cleo@birke.example").orElseThrow();
            assertThat(FxThread.call(window::getX)).isEqualTo(30);
            assertThat(FxThread.call(window::getWidth)).isEqualTo(480);
            assertThat(tabs(kith).order()).containsExactly(ben, ada);
            var flags = kith.session().flags().flags().get();
            assertThat(flags.get(ben)).matches(it -> it.isMuted() && it.isPinned());
            awaitShown("the heads", () -> find(node -> Shown.isText(node, "Pinned")).isPresent());
            assertThat(row("ada@birke.example")).isEmpty();
            assertThat(flags.get(ada)).matches(ChatFlags::isArchived);
            picture("arranged-restarted");
            FxThread.run(() -> stage.get().requestFocus());
            quit();
        }
    }

    private void chooseFor(String title, String command) {
        awaitShown(title, () -> row(title).isPresent());
        robot.clickOn(row(title).orElseThrow(), MouseButton.SECONDARY);
        awaitShown("the menu", () -> FxThread.call(() -> menu().isPresent()));
        FxThread.run(
                () -> {
                    var menu = menu().orElseThrow();
                    menu.getItems().stream()
                            .filter(item -> command.equals(item.getText()))
                            .findFirst()
                            .orElseThrow()
                            .fire();
                    menu.hide();
                });
    }

    private static Optional<ContextMenu> menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst();
    }

    /// The name in the list of chats.
    private Optional<Node> row(String title) {
        return find(node -> node.getStyleClass().contains("row-name") && Shown.isText(node, title));
    }

    private static Optional<Stage> own(String title) {
        return FxThread.call(
                () ->
                        Window.getWindows().stream()
                                .filter(Stage.class::isInstance)
                                .map(Stage.class::cast)
                                .filter(it -> it.getTitle().startsWith(title))
                                .filter(it -> it.getScene().lookup(".sidebar") == null)
                                .findFirst());
    }

    private static OpenTabs tabs(RunningKith kith) {
        return kith.session().tabs().tabs().get();
    }

    private RunningKith open() {
        return RunningKith.open(folder.resolve("kith"), server, secrets);
    }

    private RunningKith start() {
        var kith = open();
        stage.set(kith.show());
        return kith;
    }

    private void quit() {
        control(KeyCode.Q);
        await("window closed")
                .atMost(PATIENCE)
                .until(() -> FxThread.call(() -> !stage.get().isShowing()));
    }

    private void control(KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    }

    private void controlShift(KeyCode key) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT)
                .type(key)
                .release(KeyCode.SHIFT, KeyCode.CONTROL);
    }

    private void picture(String step) {
        Snapshots.write(
                FxThread.call(() -> stage.get().getScene().snapshot(null)), "window-" + step);
    }

    private void awaitShown(String what, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).until(condition);
    }

    private Optional<Node> find(Predicate<Node> wanted) {
        return FxThread.call(() -> Shown.find(stage.get().getScene(), wanted));
    }
}
