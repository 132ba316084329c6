package kith;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

import kith.ui.fx.Mouse;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The menus that have popped up, with those in them. FX thread only.
final class OpenMenus {

    private OpenMenus() {}

    /// What is called like this in one of them.
    static Optional<MenuItem> find(String command) {
        return menus().stream()
                .flatMap(menu -> all(menu.getItems()))
                .filter(item -> command.equals(item.getText()))
                .findFirst();
    }

    /// Chooses it, and they go.
    static void choose(String command) {
        var item = find(command).orElseThrow();
        menus().forEach(ContextMenu::hide);
        item.fire();
    }

    /// Clicks what is called like this in one of them, where the pointer can come to it.
    static void click(String command) {
        var shown =
                menus().stream()
                        .flatMap(menu -> all(menu, ".menu-item"))
                        .filter(
                                node ->
                                        node.lookup(".label") instanceof Labeled label
                                                && command.equals(label.getText()))
                        .findFirst()
                        .orElseThrow();
        Mouse.fire(MouseEvent.MOUSE_PRESSED, shown, shown, Mouse.middle(shown));
        Mouse.fire(MouseEvent.MOUSE_RELEASED, shown, shown, Mouse.middle(shown));
    }

    /// What a screen reader says of the nodes in them that a selector of CSS picks, from top to
    /// bottom.
    static List<String> spoken(String selector) {
        return menus().stream()
                .flatMap(menu -> all(menu, selector))
                .map(KithWindow::spoken)
                .toList();
    }

    private static Stream<Node> all(ContextMenu menu, String selector) {
        return menu.getScene().getRoot().lookupAll(selector).stream()
                .sorted(Comparator.comparingDouble(node -> node.localToScene(0, 0).getY()));
    }

    private static Stream<MenuItem> all(List<MenuItem> items) {
        return items.stream()
                .flatMap(
                        each ->
                                each instanceof Menu menu
                                        ? Stream.concat(Stream.of(each), all(menu.getItems()))
                                        : Stream.of(each));
    }

    private static List<ContextMenu> menus() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .toList();
    }
}
