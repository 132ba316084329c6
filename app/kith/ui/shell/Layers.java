package kith.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.stream.Stream;

/// What lies over what in the window: the page, a popover or a dialog over it, toasts over all.
///
/// A layer exists while something is in it. Esc and a click beside it close a popover, Esc closes a
/// dialog; the focus then goes back to where it was, or where the page has moved it meanwhile, or
/// to where the page has it where that is gone.
final class Layers extends StackPane {

    /// From a popover to the button it belongs to, in px.
    private static final double POPOVER_GAP = 4;

    /// From a popover to the edge of the window, in px.
    private static final double MARGIN = 8;

    private final VBox toasts = new VBox();
    private Optional<Layer> layer = Optional.empty();

    Layers() {
        getStyleClass().add("layers");
        toasts.getStyleClass().add("toasts");
        toasts.setPickOnBounds(false);
        toasts.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAlignment(toasts, Pos.BOTTOM_RIGHT);
    }

    /// Shows a page, without anything over it.
    ///
    /// @return whether it is another one than before
    boolean showPage(Parent page) {
        closeLayer();
        boolean isOther = getChildren().isEmpty() || !getChildren().getFirst().equals(page);
        if (isOther) {
            getChildren().remove(toasts);
            getChildren().setAll(page);
        }
        if (!toasts.getChildren().isEmpty() && !getChildren().contains(toasts)) {
            getChildren().add(toasts);
        }
        return isOther;
    }

    /// Whether a popover or dialog is open, which gets the keys.
    boolean isCovered() {
        return layer.isPresent();
    }

    /// Opens a popover under a button, or over it where there is more room.
    ///
    /// @param onClosed runs once, however it is closed
    void showPopover(Region content, Node owner, Runnable onClosed) {
        content.getStyleClass().add("overlay");
        var pane = new PopoverPane(content, owner);
        pane.setOnMousePressed(event -> closeBeside(pane, event));
        open(pane, content, onClosed);
    }

    /// Opens a dialog over a scrim.
    ///
    /// @param onClosed runs once, however it is closed
    void showDialog(Region content, Runnable onClosed) {
        content.getStyleClass().addAll("overlay", "dialog");
        content.setMaxHeight(USE_PREF_SIZE);
        var scrim = new StackPane(content);
        scrim.getStyleClass().add("scrim");
        open(scrim, content, onClosed);
    }

    /// Opens something over a scrim, at its top, that a click beside it closes as Esc does.
    ///
    /// @param onClosed runs once, however it is closed
    void showPalette(Region content, Runnable onClosed) {
        content.getStyleClass().add("overlay");
        content.setMaxHeight(USE_PREF_SIZE);
        var scrim = new StackPane(content);
        scrim.getStyleClass().addAll("scrim", "palette");
        scrim.setOnMousePressed(event -> closeBeside(scrim, event));
        open(scrim, content, onClosed);
    }

    /// Closes the popover or dialog, if one is open.
    void closeLayer() {
        layer.ifPresent(
                open -> {
                    layer = Optional.empty();
                    open.focusWatch.unsubscribe();
                    getChildren().remove(open.pane);
                    open.focusAfter.run();
                    open.onClosed.run();
                });
    }

    /// Moves the focus on the page: now, or once what covers it is closed.
    void focusPage(Runnable focus) {
        layer.ifPresentOrElse(open -> open.focusAfter = focus, focus);
    }

    void addToast(Node toast) {
        toasts.getChildren().add(toast);
        if (!getChildren().contains(toasts)) {
            getChildren().add(toasts);
        }
    }

    void removeToast(Node toast) {
        toasts.getChildren().remove(toast);
        if (toasts.getChildren().isEmpty()) {
            getChildren().remove(toasts);
        }
    }

    private void open(Pane pane, Region content, Runnable onClosed) {
        closeLayer();
        var focusOwner = getScene().focusOwnerProperty();
        var focusBefore = Optional.ofNullable(focusOwner.get());
        var page = getChildren().getFirst();
        Runnable focusAfter =
                () -> focusBefore.ifPresent(it -> (isThere(it) ? it : page).requestFocus());
        getChildren().add(pane);
        toasts.toFront();
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::closeOnEscape); // a field would take it
        pane.applyCss(); // what is in a scroll pane can't have the focus before
        content.requestFocus();
        var focusWatch = focusOwner.subscribe(owner -> keepFocus(pane, content, owner));
        layer = Optional.of(new Layer(pane, focusWatch, onClosed, focusAfter));
    }

    private void closeBeside(Pane pane, MouseEvent event) {
        if (event.getTarget().equals(pane)) {
            closeLayer();
        }
    }

    private void closeOnEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            closeLayer();
            event.consume();
        }
    }

    /// What had the focus may be gone meanwhile, as the button to enter a room in which one is now.
    private static boolean isThere(Node node) {
        return node.getScene() != null
                && Stream.iterate(node, each -> each != null, Node::getParent)
                        .allMatch(Node::isVisible);
    }

    /// While a layer is open, Tab goes round in it.
    private static void keepFocus(Pane pane, Region content, @Nullable Node owner) {
        if (owner != null && !isWithin(owner, pane)) {
            content.requestFocus();
        }
    }

    private static boolean isWithin(Node node, Parent parent) {
        for (var at = Optional.of(node); at.isPresent(); at = at.map(Node::getParent)) {
            if (at.get().equals(parent)) {
                return true;
            }
        }
        return false;
    }

    /// What is open.
    private static final class Layer {

        private final Pane pane;
        private final Subscription focusWatch;
        private final Runnable onClosed;

        /// Puts the focus where it goes when this is closed.
        private Runnable focusAfter;

        Layer(Pane pane, Subscription focusWatch, Runnable onClosed, Runnable focusAfter) {
            this.pane = pane;
            this.focusWatch = focusWatch;
            this.onClosed = onClosed;
            this.focusAfter = focusAfter;
        }
    }

    /// Lays a popover out under its button or over it, inside the window.
    private static final class PopoverPane extends Pane {

        private final Region content;
        private final Node owner;

        PopoverPane(Region content, Node owner) {
            super(content);
            this.content = content;
            this.owner = owner;
        }

        @Override
        protected void layoutChildren() {
            var button = sceneToLocal(owner.localToScene(owner.getBoundsInLocal()));
            double width = Math.min(content.prefWidth(-1), getWidth() - 2 * MARGIN);
            double wanted = content.prefHeight(width);
            double under = getHeight() - button.getMaxY() - POPOVER_GAP - MARGIN;
            double over = button.getMinY() - POPOVER_GAP - MARGIN;
            boolean isUnder = wanted <= under || over <= under;
            double height = Math.min(wanted, isUnder ? under : over);
            double top =
                    isUnder
                            ? button.getMaxY() + POPOVER_GAP
                            : button.getMinY() - POPOVER_GAP - height;
            double x =
                    Math.clamp(
                            button.getMinX(),
                            MARGIN,
                            Math.max(MARGIN, getWidth() - width - MARGIN));
            content.resizeRelocate(
                    snapPositionX(x), snapPositionY(top), snapSizeX(width), snapSizeY(height));
        }
    }
}
