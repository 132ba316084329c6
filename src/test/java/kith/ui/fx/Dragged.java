package kith.ui.fx;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;

/// Something that is dragged in from another program. What it is over gets the events that the
/// toolkit would send it; only what is dragged can't come from the headless platform, which has
/// nothing to drag, and is made here. FX thread only.
public final class Dragged {

    private final Dragboard board = DragboardHelper.createDragboard(source());

    private Dragged(Consumer<ClipboardContent> fill) {
        var content = new ClipboardContent();
        fill.accept(content);
        board.setContent(content);
    }

    /// Files, as file managers have them dragged.
    public static Dragged files(Path... files) {
        return new Dragged(
                content -> content.putFiles(Arrays.stream(files).map(Path::toFile).toList()));
    }

    /// A picture, as browsers have one dragged: with its address beside it.
    public static Dragged picture(Image picture, String address) {
        return new Dragged(
                content -> {
                    content.putImage(picture);
                    content.putString(address);
                });
    }

    /// Words alone.
    public static Dragged words(String words) {
        return new Dragged(content -> content.putString(words));
    }

    /// Comes over a node.
    ///
    /// @return whether it may be let go there
    public boolean over(Node node) {
        fire(DragEvent.DRAG_ENTERED, node);
        return fire(DragEvent.DRAG_OVER, node).isAccepted();
    }

    /// Leaves the node that it was over.
    public void leave(Node node) {
        fire(DragEvent.DRAG_EXITED, node);
    }

    /// Is let go over a node that said it may be.
    ///
    /// @return whether it was taken
    public boolean drop(Node node) {
        boolean isTaken = fire(DragEvent.DRAG_DROPPED, node).isDropCompleted();
        leave(node);
        return isTaken;
    }

    /// A clipboard of its own, from which things can be copied only: one by itself has no answer to
    /// how they are dragged.
    private static TKClipboard source() {
        var local = Toolkit.getToolkit().createLocalClipboard();
        return (TKClipboard)
                Proxy.newProxyInstance(
                        Dragged.class.getClassLoader(),
                        new Class<?>[] {TKClipboard.class},
                        (_, method, arguments) ->
                                method.getName().equals("getTransferModes")
                                        ? Set.of(TransferMode.COPY)
                                        : method.invoke(local, arguments));
    }

    private DragEvent fire(EventType<DragEvent> type, Node node) {
        var bounds = node.localToScene(node.getLayoutBounds());
        double x = bounds.getCenterX();
        double y = bounds.getCenterY();
        var screen = node.getScene().getRoot().localToScreen(x, y);
        var event =
                new DragEvent(
                        type,
                        board,
                        x,
                        y,
                        screen.getX(),
                        screen.getY(),
                        TransferMode.COPY,
                        null,
                        node,
                        new PickResult(node, x, y));
        Event.fireEvent(node, event);
        return event;
    }
}
