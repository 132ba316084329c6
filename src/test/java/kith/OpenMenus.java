package kith;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.stage.Window;

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
