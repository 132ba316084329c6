package kith;

import static javafx.scene.AccessibleAttribute.FOCUS_ITEM;
import static javafx.scene.input.ContextMenuEvent.CONTEXT_MENU_REQUESTED;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.javafx.stage.WindowHelper;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import kith.gallery.Snapshots;
import kith.ui.composer.Written;
import kith.ui.fx.FxThread;
import kith.ui.timeline.TimelineView;

import org.awaitility.core.ConditionTimeoutException;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The window of somebody's Kith, used with their keyboard and read with their eyes. What does not
/// come in time leaves a picture of what was there instead.
final class KithWindow implements AutoCloseable {

    private static final double LOW = 480;
    private static final double SLIM = 900;

    private final String name;
    private final Stage stage;
    private final KithKeys keys;
    private final KithSight sight;

    /// All of theirs, of which one has the keyboard.
    private final List<Stage> theirs;

    /// What they answer when they are asked where a file is to be.
    private final AtomicReference<Optional<Path>> saves = new AtomicReference<>(Optional.empty());

    /// Links that they have opened in other programs.
    private final List<URI> opened = new CopyOnWriteArrayList<>();

    /// @param name whose it is, in pictures and failures
    KithWindow(String name, RunningKith kith) {
        this.name = name;
        stage =
                kith.show(
                        shell -> shell.setSaveDialog((owner, title, format) -> saves.get()),
                        opened::add);
        keys = new KithKeys(stage::getScene);
        sight = new KithSight(stage);
        theirs = new CopyOnWriteArrayList<>(List.of(stage));
    }

    private KithWindow(String name, Stage stage, List<Stage> theirs) {
        this.name = name;
        this.stage = stage;
        this.theirs = theirs;
        keys = new KithKeys(stage::getScene);
        sight = new KithSight(stage);
    }

    /// The window that a chat has of its own, when it is there.
    KithWindow own(String chat) {
        awaitShown("a window of " + chat, () -> ownStage(chat).isPresent());
        var own = ownStage(chat).orElseThrow();
        theirs.add(own);
        return new KithWindow(name, own, theirs);
    }

    private Optional<Stage> ownStage(String chat) {
        return FxThread.call(
                () ->
                        Window.getWindows().stream()
                                .filter(each -> !each.equals(stage) && each.isShowing())
                                .filter(Stage.class::isInstance)
                                .map(Stage.class::cast)
                                .filter(each -> each.getTitle().startsWith(chat + " "))
                                .filter(each -> each.getScene().lookup(".sidebar") == null)
                                .findFirst());
    }

    /// Says what they answer when they are asked where a file is to be.
    void saveAs(Path file) {
        saves.set(Optional.of(file));
    }

    /// What they have opened in other programs.
    List<URI> opened() {
        return List.copyOf(opened);
    }

    /// Leaves room below it on the screen: what pops up over the edge fails on the headless one.
    KithWindow low() {
        FxThread.run(
                () -> {
                    stage.setX(0);
                    stage.setY(0);
                    stage.setHeight(LOW);
                });
        return this;
    }

    /// Leaves no room for many tabs, yet some for the list beside the chat.
    KithWindow slim() {
        FxThread.run(() -> stage.setWidth(SLIM));
        return this;
    }

    boolean isShowing() {
        return FxThread.call(stage::isShowing);
    }

    /// Gives it the keyboard. The headless platform takes it from no other, and gives it once.
    KithWindow use() {
        FxThread.run(
                () -> {
                    stage.toFront();
                    stage.requestFocus();
                    theirs.forEach(each -> WindowHelper.setFocused(each, each.equals(stage)));
                });
        awaitShown("the keyboard", () -> FxThread.call(stage::isFocused));
        return this;
    }

    /// Presses a key, with those held that are named before it.
    void press(KeyCode... pressed) {
        keys.press(pressed);
    }

    void write(String text) {
        keys.write(text);
    }

    /// What an input method hands to what has the keyboard.
    ///
    /// @param composed underlined, and may still change
    /// @param committed stays
    void compose(String composed, String committed) {
        keys.compose(composed, committed);
    }

    /// Goes to a chat by its name, with the switcher.
    void goTo(String chat) {
        goTo(chat, "");
    }

    /// The same where something is begun in it.
    void goTo(String chat, String draft) {
        press(KeyCode.CONTROL, KeyCode.K);
        awaitText("Go to a chat, contact or room");
        write(chat);
        awaitText(chat);
        press(KeyCode.ENTER);
        awaitComposer(draft);
    }

    /// Writes a message and sends it.
    void say(String text) {
        write(text);
        awaitComposer(text);
        press(KeyCode.ENTER);
        awaitComposer("");
    }

    /// Waits until the composer has the keyboard and this is in it.
    void awaitComposer(String text) {
        awaitShown(
                "the composer with “" + text + "”",
                () ->
                        FxThread.call(
                                () ->
                                        Written.find(stage.getScene().getFocusOwner())
                                                .filter(text::equals)
                                                .isPresent()));
    }

    /// What a screen reader says of the messages in sight, from top to bottom.
    List<String> messages() {
        return FxThread.call(sight::messages);
    }

    /// What a screen reader says of the nodes in sight that a selector of CSS picks, from top to
    /// bottom.
    List<String> spoken(String selector) {
        return FxThread.call(() -> sight.spoken(selector));
    }

    /// Waits until a screen reader would say all this of one message.
    void awaitMessage(String... parts) {
        awaitShown(
                "a message with " + List.of(parts),
                () -> messages().stream().anyMatch(each -> hasAll(each, parts)),
                () -> messages().toString());
    }

    /// Waits until no message says this.
    void awaitNoMessage(String part) {
        awaitShown(
                "no message with " + part,
                () -> messages().stream().noneMatch(each -> each.contains(part)));
    }

    private static boolean hasAll(String said, String... parts) {
        return Stream.of(parts).allMatch(said::contains);
    }

    /// Has the keyboard go to the message above the composer that says this.
    void toMessage(String part) {
        if (!hasTimelineFocus()) {
            press(KeyCode.SHIFT, KeyCode.F6);
            awaitShown("the messages have the keyboard", this::hasTimelineFocus);
        }
        press(KeyCode.END);
        for (int up = 0; up < messages().size() && !isAt(part); up++) {
            press(KeyCode.UP);
        }
        assertThat(isAt(part)).as("the keyboard is at “%s”", part).isTrue();
    }

    private boolean hasTimelineFocus() {
        return FxThread.call(() -> focused().stream().anyMatch(TimelineView.class::isInstance));
    }

    private boolean isAt(String part) {
        return FxThread.call(
                () ->
                        focused()
                                .map(it -> it.queryAccessibleAttribute(FOCUS_ITEM))
                                .filter(Node.class::isInstance)
                                .map(row -> spoken((Node) row))
                                .filter(said -> said.contains(part))
                                .isPresent());
    }

    KithSight sight() {
        return sight;
    }

    /// What has the keyboard in it. FX thread only.
    Optional<Node> focused() {
        return Optional.ofNullable(stage.getScene().getFocusOwner());
    }

    /// What a screen reader says of it.
    static String spoken(Node node) {
        return String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    /// Opens the menu of what has the keyboard, and chooses there.
    void choose(String command) {
        openMenu();
        chooseInMenu(command);
    }

    /// Opens the menu of what has the keyboard.
    void openMenu() {
        FxThread.run(
                () ->
                        focused()
                                .ifPresent(
                                        it ->
                                                Event.fireEvent(
                                                        it,
                                                        new ContextMenuEvent(
                                                                CONTEXT_MENU_REQUESTED,
                                                                0,
                                                                0,
                                                                0,
                                                                0,
                                                                true,
                                                                null))));
    }

    /// Chooses in a menu that is open, or comes.
    void chooseInMenu(String command) {
        awaitInMenu(command);
        FxThread.run(() -> OpenMenus.choose(command));
    }

    /// Waits until a menu has this.
    void awaitInMenu(String command) {
        awaitShown("“" + command + "” in a menu", () -> isInMenu(command));
    }

    /// Whether a menu that is open has this.
    boolean isInMenu(String command) {
        return FxThread.call(() -> OpenMenus.find(command)).isPresent();
    }

    /// Presses a button that is or comes somewhere, also in what has popped up.
    void click(String button) {
        awaitShown(
                "a button “" + button + "”",
                () -> FxThread.call(() -> sight.button(button).isPresent()));
        FxThread.run(() -> sight.button(button).orElseThrow().fire());
    }

    /// Waits for words anywhere in the window, or in what has popped up.
    void awaitText(String text) {
        awaitShown("“" + text + "”", () -> FxThread.call(() -> sight.has(text)));
    }

    void awaitNoText(String text) {
        awaitShown("no “" + text + "”", () -> !shows(text));
    }

    /// Whether words are anywhere in the window now.
    boolean shows(String text) {
        return find(node -> KithSight.hasText(node, text)).isPresent();
    }

    /// The first thing of this kind in the window.
    Optional<Node> find(Predicate<Node> wanted) {
        return FxThread.call(() -> Shown.find(stage.getScene(), wanted));
    }

    void awaitShown(String what, Callable<Boolean> condition) {
        try {
            await(name + " sees " + what).atMost(RunningKith.PATIENCE).until(condition);
        } catch (ConditionTimeoutException late) {
            pictureAll();
            throw late;
        }
    }

    /// The same where there is something else instead.
    ///
    /// @param instead asked for what it is when the time is over
    void awaitShown(String what, Callable<Boolean> condition, Supplier<String> instead) {
        try {
            awaitShown(what, condition);
        } catch (ConditionTimeoutException late) {
            throw new ConditionTimeoutException(
                    late.getMessage() + " There was instead: " + instead.get(), late);
        }
    }

    /// Waits until what has been done up to now is laid out.
    void awaitFrame() {
        var isLaidOut = new AtomicBoolean();
        Runnable note = () -> isLaidOut.set(true);
        FxThread.run(
                () -> {
                    stage.getScene().addPostLayoutPulseListener(note);
                    Platform.requestNextPulse();
                });
        awaitShown("another frame", isLaidOut::get);
        FxThread.run(() -> stage.getScene().removePostLayoutPulseListener(note));
    }

    @Override
    public void close() {
        FxThread.run(stage::hide);
    }

    private void pictureAll() {
        var all = FxThread.call(() -> List.copyOf(Window.getWindows()));
        for (int at = 0; at < all.size(); at++) {
            var window = all.get(at);
            Snapshots.write(
                    FxThread.call(() -> window.getScene().snapshot(null)),
                    "window-" + name + "-failed-" + at);
        }
    }

    /// What is there now, in `target/gallery/window-<name>-<step>.png`.
    void picture(String step) {
        var image = FxThread.call(() -> stage.getScene().snapshot(null));
        Snapshots.write(image, "window-" + name + "-" + step);
    }
}
