package kith.gallery;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;

import kith.ui.fx.Appearance;
import kith.ui.shell.ChatPages;
import kith.ui.shell.Shell;
import kith.ui.shell.WindowMemory;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The window of Kith on the sample world. FX thread only.
public final class SampleWindow {

    private final Stage stage = new Stage();
    private final SampleWorld world;
    private final SampleViewModels viewModels;
    private final Map<String, String> remembered;
    private boolean isEnded;
    private Optional<Window> asked = Optional.empty();

    public SampleWindow(SampleWorld world, Map<String, String> remembered) {
        this(world, (chat, kind, frame) -> new SamplePage(world, chat, frame), remembered);
    }

    public SampleWindow(SampleWorld world, ChatPages pages) {
        this(world, pages, new HashMap<>());
    }

    /// Its pages are real ones, of chats in which something was said.
    public static SampleWindow ofConversations(SampleWorld world, Map<String, String> remembered) {
        return new SampleWindow(
                world,
                (chat, kind, frame) -> new SampleConversation(world, chat, kind, frame),
                remembered);
    }

    private SampleWindow(SampleWorld world, ChatPages pages, Map<String, String> remembered) {
        this.world = world;
        this.remembered = remembered;
        viewModels = new SampleViewModels(world);
        var memory =
                new WindowMemory(
                        name -> Optional.ofNullable(remembered.get(name)), remembered::put);
        var shell =
                new Shell(
                        stage,
                        viewModels,
                        pages,
                        new Appearance(),
                        memory,
                        world.texts,
                        world.times,
                        world::after,
                        world.lane,
                        () -> isEnded = true);
        shell.setSaveDialog(
                (owner, name, format) -> {
                    asked = Optional.of(owner);
                    return Optional.of(Path.of("saved", name + "." + format.ending()));
                });
        shell.enter();
    }

    public Stage stage() {
        return stage;
    }

    public Scene scene() {
        return stage.getScene();
    }

    /// What it shows.
    public SampleWorld world() {
        return world;
    }

    public SampleViewModels viewModels() {
        return viewModels;
    }

    /// What it remembers over restarts.
    public Map<String, String> remembered() {
        return remembered;
    }

    /// The window that a file was asked for in last.
    public Optional<Window> asked() {
        return asked;
    }

    /// Whether the user has ended the program.
    public boolean isEnded() {
        return isEnded;
    }

    /// What the window shows, to be put into another scene.
    public Parent detachedRoot() {
        var root = scene().getRoot();
        scene().setRoot(new Pane());
        return root;
    }
}
