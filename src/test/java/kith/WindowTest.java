package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import kith.RunningKith.MemorySecrets;
import kith.gallery.Snapshots;
import kith.lab.LabAccount;
import kith.lab.RoomPlan;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.session.feed.SessionEvent;
import kith.ui.fx.FxThread;

import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.EntityBareJid;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/// The whole program through its real window against a real server, as somebody uses it who has
/// just installed it.
class WindowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FxRobot robot = new FxRobot();
    private final AtomicReference<Stage> stage = new AtomicReference<>();
    private final MemorySecrets secrets = new MemorySecrets();
    private final XmppServer server = ServerKind.PROSODY.shared(ServerProfile.NORMAL);

    @TempDir Path folder;

    @Test
    void signsInChatsJoinsARoomClosesATabAndFindsItAllAfterARestart() {
        var mara = server.newAccount("mara");
        var layla = server.newAccount("layla");
        server.befriend(mara, layla, "Friends");
        var room = server.newRoomAddress("print");
        server.createRoom(RoomPlan.open(room, "Harbour print").withSubject("Riso night"));
        try (var friend = friendWhoAnswers(layla, room)) {
            try (var kith = start()) {
                signIn(mara);
                picture("signed-in");
                openContact(layla.user());
                type("Is the proof back?");
                awaitText("You said: Is the proof back?");
                picture("chat");
                joinRoom(room.toString(), "Mara");
                type("Hello all");
                awaitText("Layla heard: Hello all");
                picture("room");
                assertThat(openTabs(kith)).hasSize(2);
                robot.write("See you on Th", 0);
                robot.press(KeyCode.CONTROL).type(KeyCode.W).release(KeyCode.CONTROL);
                await("one tab left").atMost(PATIENCE).until(() -> openTabs(kith).size() == 1);
                click(node -> node instanceof TextArea);
                robot.write("One more th", 0);
                stop();
            }
            try (var kith = start()) {
                awaitText("You said: Is the proof back?");
                await("signed in again")
                        .atMost(PATIENCE)
                        .until(
                                () ->
                                        kith.session().accounts().accounts().get().stream()
                                                .allMatch(each -> each.connection().isOnline()));
                assertThat(openTabs(kith)).hasSize(1);
                awaitDraft("One more th");
                awaitText("See you on Th"); // in the list of chats
                picture("drafts");
                click(node -> isTab(node, "Rooms"));
                click(node -> Shown.isText(node, "Harbour print"));
                awaitText("Layla heard: Hello all");
                awaitDraft("See you on Th");
                picture("restarted");
                stop();
            }
            assertThat(friend.session().faults().fault().get()).isEmpty();
        }
    }

    /// What the window shows now, in `target/gallery/window-<step>.png`.
    private void picture(String step) {
        var image = FxThread.call(() -> stage.get().getScene().snapshot(null));
        Snapshots.write(image, "window-" + step);
    }

    private void signIn(LabAccount account) {
        awaitText("Sign in");
        robot.write(account.jid().toString(), 0).type(KeyCode.TAB);
        robot.write(account.password(), 0);
        click(node -> Shown.isText(node, "Connection options: server, port, proxy"));
        clickField("Server");
        robot.write(server.address().getHostString(), 0).type(KeyCode.TAB);
        robot.write(String.valueOf(server.address().getPort()), 0).type(KeyCode.ENTER);
        awaitText("You’re in");
    }

    private void openContact(String name) {
        click(node -> isTab(node, "Contacts"));
        click(node -> Shown.isText(node, name));
        awaitShown("composer", this::isComposerFocused);
    }

    private void joinRoom(String address, String nick) {
        robot.press(KeyCode.CONTROL).type(KeyCode.G).release(KeyCode.CONTROL);
        awaitText("Join a room");
        clickField("Room’s address");
        robot.write(address, 0);
        clickField("Your name in the room");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        robot.write(nick, 0).type(KeyCode.ENTER);
        awaitShown(
                "subject", () -> find(node -> Shown.text(node).endsWith("Riso night")).isPresent());
        awaitShown("composer", this::isComposerFocused);
    }

    private void type(String text) {
        robot.write(text, 0).type(KeyCode.ENTER);
        awaitText(text);
    }

    /// A second Kith that answers whatever it is told, in the chat and in the room.
    private RunningKith friendWhoAnswers(LabAccount account, EntityBareJid room) {
        var friend = RunningKith.open(folder.resolve("friend"), server, new MemorySecrets());
        var id = friend.add(server, account);
        var inRoom = new ChatKey(id, room);
        friend.session().rooms().join(id, room, "Layla", Optional.empty());
        friend.awaitJoined(inRoom);
        friend.session()
                .feed()
                .listen(
                        event -> {
                            if (event instanceof SessionEvent.MessageAdded(var heard)
                                    && !heard.isMine()
                                    && heard.content() instanceof Content.Text(var body, _, _, _)) {
                                boolean isRoom = heard.chat().equals(inRoom);
                                friend.say(
                                        heard.chat(),
                                        isRoom ? Chat.Kind.ROOM : Chat.Kind.CONTACT,
                                        (isRoom ? "Layla heard: " : "You said: ") + body);
                            }
                        });
        return friend;
    }

    private RunningKith start() {
        var kith = RunningKith.open(folder.resolve("kith"), server, secrets);
        stage.set(kith.show());
        return kith;
    }

    private void stop() {
        robot.press(KeyCode.CONTROL).type(KeyCode.Q).release(KeyCode.CONTROL);
        await("window closed")
                .atMost(PATIENCE)
                .until(() -> FxThread.call(() -> !stage.get().isShowing()));
    }

    private static List<ChatKey> openTabs(RunningKith kith) {
        return kith.session().tabs().tabs().get().order();
    }

    private boolean isComposerFocused() {
        return FxThread.call(
                () -> {
                    var owner = stage.get().getScene().getFocusOwner();
                    return owner != null && owner.getAccessibleRole() == AccessibleRole.TEXT_AREA;
                });
    }

    /// The field under the label with this text.
    private void clickField(String label) {
        click(
                node ->
                        node.isFocusTraversable()
                                && node.getParent() != null
                                && node.getAccessibleRole() == AccessibleRole.TEXT_FIELD
                                && isUnderLabel(node, label));
    }

    private static boolean isUnderLabel(Node field, String label) {
        var around = field.getParent();
        return around.getChildrenUnmodifiable().stream()
                .anyMatch(each -> Shown.isText(each, label));
    }

    private void click(Predicate<Node> wanted) {
        awaitShown("something to click", () -> find(wanted).isPresent());
        find(wanted).ifPresent(robot::clickOn);
    }

    private void awaitDraft(String text) {
        awaitShown(
                "the draft “" + text + "”",
                () ->
                        find(node -> node instanceof TextArea area && area.getText().equals(text))
                                .isPresent());
    }

    private void awaitText(String text) {
        awaitShown(
                "“" + text + "” in the window",
                () -> find(node -> Shown.isText(node, text)).isPresent());
    }

    private void awaitShown(String what, Callable<Boolean> condition) {
        try {
            await(what).atMost(PATIENCE).until(condition);
        } catch (ConditionTimeoutException late) {
            picture("failed");
            throw late;
        }
    }

    private Optional<Node> find(Predicate<Node> wanted) {
        return FxThread.call(() -> Shown.find(stage.get().getScene(), wanted));
    }

    private static boolean isTab(Node node, String text) {
        return node.getAccessibleRole() != AccessibleRole.TEXT && Shown.isText(node, text);
    }
}
