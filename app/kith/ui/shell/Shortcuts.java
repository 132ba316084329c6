package kith.ui.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.function.Consumer;

/// The keys that do something wherever the focus is in the main page.
///
/// It sees a key before whatever has the focus does, since a text area would take Ctrl+Tab for
/// itself; what it uses goes no further.
final class Shortcuts {

    private final MainPage main;
    private final Consumer<Route> go;
    private final Runnable quit;

    Shortcuts(MainPage main, Consumer<Route> go, Runnable quit) {
        this.main = main;
        this.go = go;
        this.quit = quit;
    }

    /// Does what a key is for, and uses it up.
    void pressed(KeyEvent event) {
        boolean isUsed;
        if (event.isShortcutDown() == event.isAltDown()) {
            isUsed = !event.isAltDown() && alone(event);
        } else {
            isUsed = event.isAltDown() ? withAlt(event) : withControl(event);
        }
        if (isUsed) {
            event.consume();
        }
    }

    private boolean withControl(KeyEvent event) {
        boolean isBack = event.isShiftDown();
        return switch (event.getCode()) {
            case TAB -> run(() -> main.tabs().selectNext(isBack ? -1 : 1));
            case PAGE_DOWN -> run(() -> main.tabs().selectNext(1));
            case PAGE_UP -> run(() -> main.tabs().selectNext(-1));
            case W -> run(isBack ? main.tabs()::reopenClosed : main.tabs()::closeSelected);
            case K -> run(main::focusFilter);
            case N -> run(() -> go.accept(new Route.NewChat()));
            case G -> run(() -> go.accept(new Route.JoinRoom()));
            case Q -> run(quit);
            default -> digit(event.getCode());
        };
    }

    private boolean withAlt(KeyEvent event) {
        boolean toUnread = event.isShiftDown();
        return switch (event.getCode()) {
            case DOWN -> run(() -> step(1, toUnread));
            case UP -> run(() -> step(-1, toUnread));
            default -> false;
        };
    }

    private boolean alone(KeyEvent event) {
        return event.getCode() == KeyCode.F6
                && run(() -> main.focusNextPane(event.isShiftDown() ? -1 : 1));
    }

    private void step(int direction, boolean toUnread) {
        if (toUnread) {
            main.tabs().selectNextUnread(direction);
        } else {
            main.tabs().selectNext(direction);
        }
    }

    private boolean digit(KeyCode code) {
        int index = code.isDigitKey() ? Integer.parseInt(code.getChar()) - 1 : -1;
        return index >= 0 && run(() -> main.tabs().selectAt(index));
    }

    private static boolean run(Runnable action) {
        action.run();
        return true;
    }
}
