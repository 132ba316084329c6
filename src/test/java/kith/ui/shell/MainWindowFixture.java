package kith.ui.shell;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

import kith.gallery.SampleWindow;
import kith.gallery.SampleWorld;
import kith.ui.fx.FxThread;

import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The window on the sample world, for the tests of it: how it is opened and found around in.
abstract class MainWindowFixture {

    final FxRobot robot = new FxRobot();
    final SampleWorld world = SampleWorld.full();
    private final Map<String, String> remembered = new HashMap<>();
    private Optional<SampleWindow> opened = Optional.empty();

    @AfterEach
    void closeWindow() {
        FxThread.run(() -> Window.getWindows().stream().toList().forEach(Window::hide));
    }

    void open() {
        open(1000, 780);
    }

    void open(double width, double height) {
        open(width, height, () -> new SampleWindow(world, remembered));
    }

    /// With the real pages of chats.
    void openConversations(double width, double height) {
        open(width, height, () -> SampleWindow.ofConversations(world, remembered));
    }

    private void open(double width, double height, Supplier<SampleWindow> window) {
        var shown =
                FxThread.call(
                        () -> {
                            var made = window.get();
                            made.stage().setX(0); // the headless screen is small
                            made.stage().setY(0);
                            made.stage().setWidth(width);
                            made.stage().setHeight(height);
                            made.stage().show();
                            made.stage().requestFocus();
                            return made;
                        });
        opened = Optional.of(shown);
        settle();
    }

    /// Has the window remember something from before.
    void remember(String name, String value) {
        remembered.put(name, value);
    }

    SampleWindow window() {
        return opened.orElseThrow();
    }

    void control(KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
        settle();
    }

    static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    boolean exists(String selector) {
        return FxThread.call(() -> window().scene().getRoot().lookup(selector) != null);
    }

    static boolean isShown(Node node) {
        return Stream.iterate(Optional.of(node), Optional::isPresent, at -> at.map(Node::getParent))
                .allMatch(at -> at.orElseThrow().isVisible());
    }

    /// Whether a node or one around it has a style class.
    static boolean isIn(Node node, String styleClass) {
        return Stream.iterate(Optional.of(node), Optional::isPresent, at -> at.map(Node::getParent))
                .anyMatch(at -> at.orElseThrow().getStyleClass().contains(styleClass));
    }

    Node text(String text) {
        return find(node -> node instanceof Labeled labeled && text.equals(labeled.getText()));
    }

    Node find(Predicate<Node> wanted) {
        return FxThread.call(
                () ->
                        nodes().filter(MainWindowFixture::isShown)
                                .filter(wanted)
                                .findFirst()
                                .orElseThrow());
    }

    Stream<Node> nodes() {
        return nodes(window().scene().getRoot());
    }

    static Stream<Node> nodes(Node node) {
        var inside =
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream()
                                .flatMap(MainWindowFixture::nodes)
                        : Stream.<Node>empty();
        return Stream.concat(Stream.of(node), inside);
    }

    static String name(Node node) {
        var spoken = Optional.ofNullable(node.getAccessibleText()).orElse("");
        return spoken.isBlank() && node instanceof Labeled labeled
                ? Optional.ofNullable(labeled.getText()).orElse("")
                : spoken;
    }
}
