package kith.gallery;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import kith.ui.fx.Appearance;
import kith.ui.shell.ChatFrame;

import java.util.ArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Pictures of the main window, and what a user does in it before they are taken.
final class MainPictures {

    private static final String[] SCREENS = {"shell", "chat", "timeline", "composer", "room"};

    private MainPictures() {}

    /// In the usual size.
    static void wide(String name, Supplier<SampleWorld> world, Consumer<SampleWindow> then) {
        take(name, 1200, 780, world, then);
    }

    /// Takes a picture of the main window.
    ///
    /// @param then what the user does in it first
    static void take(
            String name,
            int width,
            int height,
            Supplier<SampleWorld> world,
            Consumer<SampleWindow> then) {
        Snapshots.take(name, width, height, () -> page(width, height, world.get(), then), SCREENS);
    }

    /// The usual picture in a look of its own.
    static void takeIn(String name, Consumer<Appearance> look) {
        Snapshots.takeIn(
                name, look, 1200, 780, () -> page(1200, 780, SampleWorld.full(), _ -> {}), SCREENS);
    }

    /// A picture in which something is done that a chat's page asks of its window.
    static void takeFramed(
            String name, int width, int height, BiConsumer<SampleWindow, ChatFrame> then) {
        Snapshots.take(name, width, height, () -> framed(width, height, then), SCREENS);
    }

    /// A picture in which something is done in a chat.
    static void takeInChat(String name, Consumer<SampleConversation> then) {
        Snapshots.take(name, 1200, 780, () -> inChat(1200, 780, then), SCREENS);
    }

    private static Parent inChat(int width, int height, Consumer<SampleConversation> then) {
        var world = SampleWorld.full();
        var pages = new ArrayList<SampleConversation>();
        var window =
                new SampleWindow(
                        world,
                        (chat, kind, frame) -> {
                            pages.add(new SampleConversation(world, chat, kind, frame));
                            return pages.getLast();
                        });
        window.scene().getRoot().resize(width, height);
        layOut(window);
        then.accept(pages.getFirst());
        layOut(window);
        return window.detachedRoot();
    }

    private static Parent framed(int width, int height, BiConsumer<SampleWindow, ChatFrame> then) {
        var world = SampleWorld.full();
        var frames = new ArrayList<ChatFrame>();
        var window =
                new SampleWindow(
                        world,
                        (chat, kind, frame) -> {
                            frames.add(frame);
                            return new SampleConversation(world, chat, kind, frame);
                        });
        window.scene().getRoot().resize(width, height);
        layOut(window);
        then.accept(window, frames.getFirst());
        layOut(window);
        return window.detachedRoot();
    }

    private static Parent page(
            int width, int height, SampleWorld world, Consumer<SampleWindow> then) {
        var window =
                new SampleWindow(
                        world,
                        (chat, kind, frame) -> new SampleConversation(world, chat, kind, frame));
        window.scene().getRoot().resize(width, height);
        layOut(window);
        then.accept(window);
        return window.detachedRoot();
    }

    static void layOut(SampleWindow window) {
        var root = window.scene().getRoot();
        root.applyCss();
        root.layout();
    }

    /// The fields of the dialog, from top to bottom.
    static TextField field(SampleWindow window, int index) {
        var fields = window.scene().getRoot().lookupAll(".dialog-frame .text-field");
        return (TextField) fields.toArray(Node[]::new)[index];
    }

    static void type(SampleWindow window, String address, String password) {
        var fields = window.scene().getRoot().lookupAll(".sign-in .custom-text-field");
        var both = fields.toArray(Node[]::new);
        ((TextField) both[0]).setText(address);
        ((TextField) both[1]).setText(password);
    }

    static void press(SampleWindow window, String selector) {
        ((ButtonBase) find(window, selector)).fire();
    }

    static void control(SampleWindow window, KeyCode key) {
        var root = window.scene().getRoot();
        root.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, true, false, false));
    }

    /// With Shift.
    static void controlShift(SampleWindow window, KeyCode key) {
        var root = window.scene().getRoot();
        root.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, true, true, false, false));
    }

    static Node find(SampleWindow window, String selector) {
        return window.scene().getRoot().lookup(selector);
    }
}
